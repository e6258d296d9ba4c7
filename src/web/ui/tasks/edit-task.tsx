import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Repeat, Task } from '#contract/tasks.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { saveMerged } from '../changes/clash.ts';
import { Dialog } from '../dialog.tsx';
import { PartySelect } from '../party-select.tsx';
import { useEntered } from '../use-entered.ts';
import { useSpoken } from '../words.tsx';
import { RepeatFields } from './repeat-fields.tsx';
import classes from './tasks.module.css';
import { taskTouches } from './use-task-acts.ts';

/** What changed goes, nothing else: so that two people's changes of one task go together. */
export function EditTask({ task: shown, onClose }: { task: Task; onClose: () => void }) {
  const task = useEntered(shown);
  const { words } = useSpoken();
  const { tasks, shell } = words;
  const [title, setTitle] = useState(task.title);
  const [note, setNote] = useState(task.note ?? '');
  const [partyId, setPartyId] = useState(task.party?.id ?? null);
  const [assigneeId, setAssigneeId] = useState(task.assignee.id);
  const [dueOn, setDueOn] = useState(task.dueOn ?? '');
  const [dueTime, setDueTime] = useState(task.dueTime ?? '');
  const [repeat, setRepeat] = useState<Repeat | null>(task.repeat);
  const users = useQuery(queries.users());
  const save = useAct({
    run: () => {
      const body = {
        ...(title.trim() !== task.title && { title: title.trim() }),
        ...(note.trim() !== (task.note ?? '') && { note: note.trim() === '' ? null : note.trim() }),
        ...(partyId !== (task.party?.id ?? null) && { partyId }),
        ...(assigneeId !== task.assignee.id && { assigneeId }),
        ...(dueOn !== (task.dueOn ?? '') && { dueOn: dueOn === '' ? null : dueOn }),
        ...(dueTime !== (task.dueTime ?? '') && { dueTime: dueTime === '' ? null : dueTime }),
        ...(JSON.stringify(repeat) !== JSON.stringify(task.repeat) && { repeat }),
      };
      return saveMerged({
        body,
        version: task.version,
        send: (left, version) => {
          const headers = { ...newKey(), ...ifMatch(version) };
          return api.tasks.update({ ...nothing, params: { taskId: task.id }, body: left, headers });
        },
      });
    },
    touches: taskTouches,
    isQuiet: true,
    onDone: onClose,
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '') save.mutate();
  };
  const failure = save.isError ? describeFailure(save.error, words) : null;
  const colleagues = (users.data?.items ?? [task.assignee]).map(({ id, name }) => ({ value: id, label: name }));
  const { fields } = tasks;
  return (
    <Dialog title={tasks.editTitle} onClose={onClose}>
      <form className={classes.form} onSubmit={send}>
        <TextInput
          label={fields.title}
          data-autofocus
          required
          withAsterisk={false}
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <div className={classes.two}>
          <TextInput
            type="date"
            label={fields.dueOn}
            value={dueOn}
            onChange={(event) => setDueOn(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label={fields.dueTime}
            value={dueTime}
            error={failure?.fields.dueTime}
            onChange={(event) => setDueTime(event.currentTarget.value)}
          />
        </div>
        <RepeatFields repeat={repeat} onChange={setRepeat} />
        <PartySelect label={fields.party} isLabelShown value={partyId} onChange={setPartyId} known={task.party} />
        <Select
          label={fields.assignee}
          data={colleagues}
          value={assigneeId}
          allowDeselect={false}
          searchable
          error={failure?.fields.assigneeId}
          onChange={(chosen) => setAssigneeId(chosen ?? task.assignee.id)}
        />
        <Textarea
          label={fields.note}
          autosize
          minRows={2}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {failure && (
          <p role="alert" className={classes.failure}>
            {failure.sentence}
          </p>
        )}
        <div className={classes.acts}>
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {tasks.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

import { Button, CloseButton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Group } from '#contract/groups.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './settings.module.css';
import { useUndoable, wordTouches } from './use-word-acts.ts';

/** Groups: made, renamed, taken away; who is in them is said on the page of a relation and in lists. */
export function Groups() {
  const { groups } = useWords().records;
  const asked = useQuery(queries.groups());
  const [open, setOpen] = useState<string | null>(null);
  const items = asked.data?.items ?? [];
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  return (
    <>
      <p className="soft">{groups.lead}</p>
      {asked.data && items.length === 0 && <p>{groups.none}</p>}
      <ul className={classes.list}>
        {items.map((group) =>
          open === group.id ? (
            <li key={group.id} className={classes.wide}>
              <GroupForm group={group} onClose={() => setOpen(null)} />
            </li>
          ) : (
            <GroupLine key={group.id} group={group} onOpen={() => setOpen(group.id)} />
          ),
        )}
      </ul>
      {open === 'new' ? (
        <GroupForm group={null} onClose={() => setOpen(null)} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setOpen('new')}>
            {groups.add}
          </Button>
        </div>
      )}
    </>
  );
}

function GroupLine({ group, onOpen }: { group: Group; onOpen: () => void }) {
  const { groups, fields, tags } = useWords().records;
  const remove = useUndoable({
    run: (groupId: string) => api.groups.remove({ ...nothing, params: { groupId }, headers: newKey() }),
    recordOf: (groupId) => groupId,
    say: () => groups.removed(group.name),
  });
  return (
    <li>
      <span>
        {group.name}
        {group.note && (
          <>
            <br />
            <span className="soft small">{group.note}</span>
          </>
        )}
      </span>
      <span className="soft small">{tags.count(group.memberCount)}</span>
      <span className={classes.lineActs}>
        <Button size="xs" variant="default" aria-label={fields.rename(group.name)} onClick={onOpen}>
          {fields.rename('').trim()}
        </Button>
        <CloseButton size="sm" aria-label={groups.remove(group.name)} onClick={() => remove.mutate(group.id)} />
      </span>
    </li>
  );
}

function GroupForm({ group, onClose }: { group: Group | null; onClose: () => void }) {
  const words = useWords();
  const { groups, yes } = words.records;
  const [name, setName] = useState(group?.name ?? '');
  const [note, setNote] = useState(group?.note ?? '');
  const save = useAct({
    run: () => {
      const body = { name: name.trim(), note: note.trim() || null };
      if (!group) return api.groups.create({ ...nothing, body, headers: newKey() });
      return api.groups.update({ ...nothing, params: { groupId: group.id }, body, headers: newKey() });
    },
    touches: wordTouches,
    isQuiet: true,
    onDone: onClose,
  });
  const failure = save.isError ? describeFailure(save.error, words) : null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={classes.form} onSubmit={send}>
      <TextInput
        label={groups.name}
        value={name}
        maxLength={100}
        data-autofocus
        error={failure && (failure.fields['name'] ?? failure.sentence)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput label={groups.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <div className={classes.lineActs}>
        <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
          {yes}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {words.shell.cancel}
        </Button>
      </div>
    </form>
  );
}

/** A new task in one line; what is understood of it stands below while one types. */
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useDeferredValue, useState } from 'react';
import { readTaskLine } from '#messages/lines/read-task-line.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpoken } from '../words.tsx';
import { wallTimeAt } from '../zoned-time.ts';
import { sayDay } from './say-due.ts';
import classes from './tasks.module.css';
import { taskTouches } from './use-task-acts.ts';

interface Props {
  readonly partyId?: string;
  readonly field?: RefObject<HTMLInputElement | null>;
}

export function QuickAdd({ partyId, field }: Props) {
  const { words, formats } = useSpoken();
  const { tasks } = words;
  const [line, setLine] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const users = useQuery(queries.users());
  const colleagues = users.data?.items ?? [];
  const read = readTaskLine(line, { ...clockOf(formats), colleagues });
  const found = useWhom(partyId === undefined ? read.title : '');
  const whom = found.find(({ id }) => id === chosen) ?? null;
  const add = useAct({
    run: (_line: string) => {
      const { title, dueOn, dueTime, repeat, assigneeId } = read;
      const party = partyId ?? whom?.id;
      const body = {
        title,
        dueOn,
        dueTime,
        repeat,
        ...(assigneeId && { assigneeId }),
        ...(party && { partyId: party }),
      };
      return api.tasks.create({ ...nothing, body, headers: newKey() });
    },
    touches: taskTouches,
    onDone: (task, sent) => {
      // Who types fast has begun the next one.
      setLine((now) => (now.startsWith(sent) ? now.slice(sent.length).trimStart() : now));
      setChosen(null);
      notifications.show({ message: tasks.added(task.title) });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (read.title !== '' && !add.isPending) add.mutate(line);
  };
  const assignee = colleagues.find(({ id }) => id === read.assigneeId);
  const due = read.dueOn ? [sayDay(read.dueOn, { words, formats }), read.dueTime].filter(Boolean).join(' ') : null;
  const parts = [
    due,
    read.repeat && tasks.repeats(read.repeat.every, read.repeat.unit),
    assignee && tasks.for(assignee.name),
  ].filter((part) => typeof part === 'string');
  return (
    <form className={classes.add} onSubmit={send} aria-label={tasks.quick}>
      <div className={classes.line}>
        <TextInput
          ref={field}
          aria-label={tasks.quick}
          aria-describedby="task-read"
          placeholder={tasks.quickHint}
          value={line}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setLine(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={add.isPending}>
          {tasks.add}
        </Button>
      </div>
      <p id="task-read" className={classes.read} aria-live="polite">
        {line === '' && tasks.quickHelp}
        {line !== '' &&
          parts.map((part) => (
            <span key={part} className={classes.chip}>
              {part}
            </span>
          ))}
        {line !== '' &&
          found.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className={classes.chip}
              aria-pressed={id === chosen}
              onClick={() => setChosen(id === chosen ? null : id)}
            >
              {name}
            </button>
          ))}
      </p>
    </form>
  );
}

function clockOf({ timeZone, dayKey }: { timeZone: string; dayKey: (at: number) => string }) {
  const nowMs = Date.now();
  const { hour, minute } = wallTimeAt(nowMs, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return { today: dayKey(nowMs), clock: `${two(hour)}:${two(minute)}` };
}

const mostFound = 3;

/** Relations that a word with a capital may mean: offered, never assumed. */
function useWhom(title: string) {
  const [name = ''] = (title.match(/\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*/gu) ?? []).toReversed();
  const wanted = useDeferredValue(name.length >= 3 ? name : '');
  const found = useQuery(queries.search(wanted));
  if (wanted === '') return [];
  const says = (other: string) => other.toLowerCase().includes(wanted.toLowerCase());
  return (found.data?.items ?? []).filter((party) => says(party.name)).slice(0, mostFound);
}

import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Task } from '#contract/tasks.ts';
import { LazyMenu } from '../lazy-menu.tsx';
import { useSpoken } from '../words.tsx';
import { sayDue } from './say-due.ts';
import { snoozeChoices, snoozeUntil } from './snooze-times.ts';
import classes from './tasks.module.css';
import type { useTaskActs } from './use-task-acts.ts';

interface Props {
  readonly task: Task;
  readonly acts: ReturnType<typeof useTaskActs>;
  readonly onEdit: (task: Task) => void;
  readonly selfId: string;
  /** On the relation's own page its name says nothing new. */
  readonly isPartyHidden?: boolean;
}

/** One thing to do: tick it off, put it away, or open it. */
export function TaskRow({ task, acts, onEdit, selfId, isPartyHidden = false }: Props) {
  const { words, formats } = useSpoken();
  const { tasks } = words;
  const isDone = task.doneAt !== null;
  const due = sayDue(task, { words, formats });
  const snoozes = snoozeChoices.map((choice) => ({
    label: tasks.snoozeFor[choice],
    onChoose: () => acts.snooze(task, snoozeUntil(choice, { nowMs: Date.now(), timeZone: formats.timeZone })),
  }));
  const more = [
    { label: tasks.edit, onChoose: () => onEdit(task) },
    { label: tasks.remove, onChoose: () => acts.remove(task) },
  ];
  const { repeat } = task;
  const facts = [
    task.assignee.id === selfId ? null : tasks.for(task.assignee.name),
    repeat && !isDone ? tasks.repeats(repeat.every, repeat.unit) : null,
  ].filter((fact) => fact !== null);
  return (
    <li className={classes.row} data-task={task.id} tabIndex={-1}>
      <button
        type="button"
        role="checkbox"
        aria-checked={isDone}
        className={classes.tick}
        aria-label={isDone ? tasks.untick(task.title) : tasks.tick(task.title)}
        onClick={() => (isDone ? acts.reopen(task) : acts.complete(task))}
      />
      <div className={classes.what}>
        <UnstyledButton className={classes.title} data-done={isDone} onClick={() => onEdit(task)}>
          {task.title}
        </UnstyledButton>
        <p className={classes.facts}>
          {due && <span data-late={task.group === 'overdue'}>{due}</span>}
          {task.party && !isPartyHidden && (
            <Link to="/relations/$partyId" params={{ partyId: task.party.id }} search={{}}>
              {task.party.name}
            </Link>
          )}
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {task.note && <p className={classes.note}>{task.note}</p>}
      </div>
      {!isDone && (
        <LazyMenu
          label={`${tasks.snooze}: ${task.title}`}
          className={`${classes.quiet} snooze`}
          parts={[{ choices: snoozes }]}
        >
          {tasks.snooze}
          <IconChevronDown size={14} aria-hidden="true" />
        </LazyMenu>
      )}
      <LazyMenu
        label={tasks.more(task.title)}
        className={classes.quiet ?? ''}
        parts={[{ choices: more }, ...(isDone ? [] : [{ title: tasks.snooze, choices: snoozes }])]}
      >
        <IconDots size={18} aria-hidden="true" />
      </LazyMenu>
    </li>
  );
}

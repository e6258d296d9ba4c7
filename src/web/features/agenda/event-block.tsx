import { VisuallyHidden } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { AgendaEvent } from '#contract/agenda.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';
import classes from './agenda.module.css';
import type { Placed } from './arrange.ts';
import { sayWhen } from './say-when.ts';
import type { Move } from './use-move.ts';

interface Props {
  readonly piece: Placed;
  /** So many days share the width. */
  readonly count: number;
  readonly move: Move;
}

/** One event against the clock: opened by a click or Enter, moved by dragging or by Alt and the arrows. */
export function EventBlock({ piece, count, move }: Props) {
  const { formats } = useSpoken();
  const agenda = useAgendaWords();
  const navigate = useNavigate();
  const { event, day, fromMinute, untilMinute, column, columns } = piece;
  const names = sayPeople(event);
  const rest = [sayWhen(event, formats), names && agenda.with(names), event.location];
  const style = {
    top: `calc(${fromMinute / 60} * var(--hour))`,
    height: `calc(${(untilMinute - fromMinute) / 60} * var(--hour) - 2px)`,
    left: `calc((${day} + ${column / columns}) / ${count} * 100%)`,
    width: `calc(100% / ${count} / ${columns} - 4px)`,
  };
  const isShort = untilMinute - fromMinute < 45;
  return (
    <button
      type="button"
      className={classes.event}
      style={style}
      data-short={isShort}
      data-private={event.isPrivate}
      data-theirs={!event.isMine}
      data-tentative={event.status === 'tentative'}
      data-sync={event.sync.state}
      onClick={() => {
        if (!move.hasJustMoved()) void navigate({ to: '/agenda/$eventId', params: { eventId: event.id } });
      }}
      onPointerDown={(press) => move.begin(press, event)}
      onKeyDown={(press) => move.byKey(press, event)}
    >
      <span className={classes.eventTitle}>{event.title || agenda.untitled}</span>
      <VisuallyHidden>, {rest.filter(Boolean).join(', ')}</VisuallyHidden>
      <span className={classes.eventFacts} aria-hidden="true">
        {formats.time(event.startsAt)} {names}
      </span>
      {event.mayEdit && <span className={classes.handle} data-handle aria-hidden="true" />}
    </button>
  );
}

export function sayPeople({ people }: AgendaEvent): string {
  return people
    .filter(({ isOurs }) => !isOurs)
    .map(({ name }) => name)
    .join(', ');
}

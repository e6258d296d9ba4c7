import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AgendaEvent } from '#contract/agenda.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';
import classes from './agenda.module.css';
import { isWholeDay, listOn } from './arrange.ts';
import { sayDate } from './say-when.ts';

interface Props {
  readonly days: readonly string[];
  readonly events: readonly AgendaEvent[];
  readonly today: string;
  /** 2026-11 */
  readonly month: string;
  readonly onDay: (day: string) => void;
}

const mostShown = 3;

export function MonthGrid({ days, events, today, month, onDay }: Props) {
  const { formats } = useSpoken();
  const agenda = useAgendaWords();
  return (
    <section aria-label={agenda.title}>
      <div className={classes.weekdays} aria-hidden="true">
        {days.slice(0, 7).map((day) => (
          <span key={day}>{formats.dateTime(`${day}T12:00:00Z`).split(/[ ,]/)[0]}</span>
        ))}
      </div>
      <ol className={classes.month}>
        {days.map((day) => {
          const on = listOn(events, day, formats.timeZone);
          const more = on.length - mostShown;
          return (
            <li key={day} className={classes.cell} data-today={day === today} data-other={!day.startsWith(month)}>
              <UnstyledButton
                className={classes.dayNumber}
                aria-label={sayDate(day, formats)}
                onClick={() => onDay(day)}
              >
                {Number(day.slice(8))}
              </UnstyledButton>
              {on.slice(0, mostShown).map((event) => (
                <Link key={event.id} to="/agenda/$eventId" params={{ eventId: event.id }} className={classes.line}>
                  {!isWholeDay(event) && <span className="soft">{formats.time(event.startsAt)} </span>}
                  {event.title || agenda.untitled}
                </Link>
              ))}
              {more > 0 && (
                <UnstyledButton className={classes.more} onClick={() => onDay(day)}>
                  {agenda.more(more)}
                </UnstyledButton>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

import { Link } from '@tanstack/react-router';
import type { AgendaEvent } from '#contract/agenda.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';
import classes from './agenda.module.css';
import { isWholeDay, listOn } from './arrange.ts';
import { sayPeople } from './event-block.tsx';

interface Props {
  readonly days: readonly string[];
  readonly events: readonly AgendaEvent[];
  readonly today: string;
  /** Of a month only its own days, and only those on which something stands. */
  readonly month: string | null;
}

/** Days under each other, as one reads them on a phone. */
export function DayList({ days, events, today, month }: Props) {
  const { formats } = useSpoken();
  const agenda = useAgendaWords();
  const listed = days.map((day) => ({ day, on: listOn(events, day, formats.timeZone) }));
  const shown = listed.filter(({ day, on }) => month === null || (day.startsWith(month) && on.length > 0));
  if (shown.every(({ on }) => on.length === 0)) return <p className={classes.empty}>{agenda.empty}</p>;
  return (
    <>
      {shown.map(({ day, on }) => (
        <section key={day} className={classes.listDay} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} data-today={day === today}>
            {formats.dateTime(`${day}T12:00:00Z`).replace(/,? \d\d:\d\d$/, '')}
          </h2>
          {on.length === 0 && <p className="soft small">{agenda.emptyDay}</p>}
          <ul>
            {on.map((event) => (
              <li key={event.id}>
                <Link to="/agenda/$eventId" params={{ eventId: event.id }} className={classes.row}>
                  <span className="soft">{isWholeDay(event) ? agenda.allDay : formats.time(event.startsAt)}</span>
                  <span>
                    {event.title || agenda.untitled}
                    <span className={classes.rowFacts}>
                      {[sayPeople(event), event.location].filter(Boolean).join(', ')}
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

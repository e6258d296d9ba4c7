import { Link } from '@tanstack/react-router';
import { type MouseEvent, useLayoutEffect, useRef } from 'react';
import type { AgendaEvent } from '#contract/agenda.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';
import classes from './agenda.module.css';
import { arrange, isWholeDay, listOn, minuteOf } from './arrange.ts';
import { momentOf } from './days.ts';
import { EventBlock } from './event-block.tsx';
import { sayDate } from './say-when.ts';
import { useMove } from './use-move.ts';

interface Props {
  readonly days: readonly string[];
  readonly events: readonly AgendaEvent[];
  readonly today: string;
  readonly onPlan: (startsAt: string) => void;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const hourMinutes = 60;
const slotMinutes = 30;
/** Where a day begins to the eye. */
const morningHour = 7;

/** Days beside each other against the clock. */
export function TimeGrid({ days, events, today, onPlan }: Props) {
  const { formats } = useSpoken();
  const agenda = useAgendaWords();
  const field = useRef<HTMLDivElement>(null);
  const columns = useRef<HTMLDivElement>(null);
  const move = useMove({ columns, days });
  const placed = arrange(events, days, formats.timeZone);
  useLayoutEffect(() => {
    if (field.current) field.current.scrollTop = ((columns.current?.offsetHeight ?? 0) / hours.length) * morningHour;
  }, []);
  const planAt = (day: string, event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const isPointed = event.detail > 0;
    const minute = isPointed ? ((event.clientY - box.top) / box.height) * hours.length * hourMinutes : 9 * hourMinutes;
    onPlan(momentOf(day, Math.floor(minute / slotMinutes) * slotMinutes, formats.timeZone));
  };
  const style = { '--days': days.length } as React.CSSProperties;
  return (
    <section className={classes.grid} style={style} aria-label={agenda.title}>
      <div className={classes.field} ref={field}>
        <div className={classes.heads}>
          {days.map((day) => (
            <div key={day} className={classes.dayHead} data-today={day === today}>
              <span>{formats.dateTime(`${day}T12:00:00Z`).split(/[ ,]/)[0]}</span>{' '}
              <strong>{Number(day.slice(8))}</strong>
              {listOn(events.filter(isWholeDay), day, formats.timeZone).map((event) => (
                <Link key={event.id} to="/agenda/$eventId" params={{ eventId: event.id }} className={classes.whole}>
                  {event.title || agenda.untitled}
                </Link>
              ))}
            </div>
          ))}
        </div>
        <div className={classes.body}>
          <div className={classes.hours} aria-hidden="true">
            {hours.slice(1).map((hour) => (
              <span key={hour} style={{ top: `calc(${hour} * var(--hour))` }}>
                {`${String(hour).padStart(2, '0')}:00`}
              </span>
            ))}
          </div>
          <div className={classes.columns} ref={columns}>
            {days.map((day) => (
              <button
                key={day}
                type="button"
                className={classes.column}
                data-today={day === today}
                aria-label={`${agenda.add}, ${sayDate(day, formats)}`}
                onClick={(event) => planAt(day, event)}
              />
            ))}
            {placed.map((piece) => (
              <EventBlock key={`${piece.event.id} ${piece.isRest}`} piece={piece} count={days.length} move={move} />
            ))}
            {days.includes(today) && <Now at={days.indexOf(today)} />}
          </div>
        </div>
      </div>
    </section>
  );
}

/** A thin line where the day is. */
function Now({ at }: { at: number }) {
  const { formats } = useSpoken();
  const minute = minuteOf(Date.now(), formats.timeZone);
  const style = { top: `calc(${minute / hourMinutes} * var(--hour))`, left: `calc(${at} / var(--days) * 100%)` };
  return <div className={classes.now} style={style} aria-hidden="true" />;
}

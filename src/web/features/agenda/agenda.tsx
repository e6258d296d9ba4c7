import { Button, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { agendaQueries } from '../../api/agenda-queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';
import classes from './agenda.module.css';
import { DayList } from './day-list.tsx';
import { addDays, listDays, startOf, stepOn, type View, views, weekNumberOf } from './days.ts';
import { MonthGrid } from './month-grid.tsx';
import { sayDate } from './say-when.ts';
import { TimeGrid } from './time-grid.tsx';
import { useAgendaKeys } from './use-agenda-keys.ts';

const EventForm = lazy(() => import('./event-form.tsx').then((loaded) => ({ default: loaded.EventForm })));

export interface AgendaPlace {
  readonly view?: 'day' | 'month';
  /** Absent: today. */
  readonly on?: string;
  /** Planning with this relation. */
  readonly with?: string;
}

interface Props {
  readonly place: AgendaPlace;
  readonly onPlace: (place: AgendaPlace) => void;
}

/** When one meets whom: by day, week or month; on a phone under each other. */
export function Agenda({ place, onPlace }: Props) {
  const { formats } = useSpoken();
  const agenda = useAgendaWords();
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const today = formats.dayKey(Date.now());
  const view: View = place.view ?? 'week';
  const on = place.on ?? today;
  const days = listDays(view, on);
  const [first = on, last = on] = [days[0], days.at(-1)];
  const iso = (day: string) => new Date(startOf(day, formats.timeZone)).toISOString();
  const asked = useQuery(agendaQueries.list({ from: iso(first), until: iso(addDays(last, 1)) }));
  const [planned, setPlanned] = useState<string | null>(place.with ? '' : null);
  const go = (next: { view?: View; on?: string }) => {
    const wanted = { view, on, ...next };
    onPlace({
      ...(wanted.view !== 'week' && { view: wanted.view }),
      ...(wanted.on !== today && { on: wanted.on }),
    });
  };
  const plan = (at = '') => setPlanned(at);
  useAgendaKeys({ onPlan: () => plan(), onStep: (count) => go({ on: stepOn(view, on, count) }) });
  const events = (asked.data ?? []).filter(({ status }) => status !== 'cancelled');
  const shown = { days, events, today };
  return (
    <div className={classes.page}>
      <PageHead title={agenda.title} lead={sayRange()}>
        <div className={classes.views} role="group" aria-label={agenda.view}>
          {views.map((name) => (
            <UnstyledButton key={name} aria-pressed={name === view} onClick={() => go({ view: name })}>
              {agenda.views[name]}
            </UnstyledButton>
          ))}
        </div>
        <div className={classes.steps}>
          <UnstyledButton aria-label={agenda.previous} onClick={() => go({ on: stepOn(view, on, -1) })}>
            <IconChevronLeft size={18} aria-hidden="true" />
          </UnstyledButton>
          <UnstyledButton onClick={() => go({ on: today })}>{agenda.today}</UnstyledButton>
          <UnstyledButton aria-label={agenda.next} onClick={() => go({ on: stepOn(view, on, 1) })}>
            <IconChevronRight size={18} aria-hidden="true" />
          </UnstyledButton>
        </div>
        <Button onClick={() => plan()}>{agenda.add}</Button>
      </PageHead>
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {isNarrow && <DayList {...shown} month={view === 'month' ? on.slice(0, 7) : null} />}
      {!isNarrow && view === 'month' && (
        <MonthGrid {...shown} month={on.slice(0, 7)} onDay={(day) => go({ view: 'day', on: day })} />
      )}
      {!isNarrow && view !== 'month' && <TimeGrid {...shown} onPlan={plan} />}
      {!isNarrow && <p className="soft small noPrint">{agenda.keys}</p>}
      {planned !== null && (
        <Suspense>
          <EventForm
            startsAt={planned || null}
            day={on}
            withPartyId={place.with ?? null}
            onClose={() => {
              setPlanned(null);
              if (place.with) go({});
            }}
          />
        </Suspense>
      )}
    </div>
  );

  function sayRange(): string {
    if (view === 'day') return `${formats.dateTime(`${on}T12:00:00Z`).split(' ')[0] ?? ''} ${sayDate(on, formats)}`;
    if (view === 'month') return formats.monthYear(`${on}T12:00:00Z`);
    return `${sayDate(first, formats)} – ${sayDate(last, formats)}, ${agenda.week(weekNumberOf(on))}`;
  }
}

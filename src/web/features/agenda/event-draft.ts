/** An event as a form has it: days and clock times of the firm. */
import type { AgendaEvent } from '#contract/agenda.ts';
import { fromField, toField } from '../../ui/zoned-time.ts';
import type { Guest } from './people-field.tsx';
import type { Times } from './use-event-acts.ts';

export interface EventDraft {
  readonly title: string;
  readonly guests: readonly Guest[];
  readonly isWhole: boolean;
  readonly day: string;
  readonly untilDay: string;
  readonly from: string;
  readonly to: string;
  readonly location: string;
  readonly description: string;
  readonly isPrivate: boolean;
  /** Null: not chosen. */
  readonly calendarId: string | null;
}

interface From {
  readonly event?: AgendaEvent | undefined;
  readonly startsAt: string | null;
  readonly day: string;
  readonly timeZone: string;
  readonly nowMs: number;
}

const hourMs = 3_600_000;

export function draftOf({ event, startsAt, day, timeZone, nowMs }: From): EventDraft {
  const today = toField(nowMs, timeZone).slice(0, 10);
  // Without a time: the next whole hour today, nine o'clock on another day.
  const nextHour = Math.ceil(nowMs / hourMs) * hourMs;
  const usual = day === '' || day === today ? nextHour : (fromField(`${day}T09:00`, timeZone) ?? nextHour);
  const startMs = event ? Date.parse(event.startsAt) : startsAt ? Date.parse(startsAt) : usual;
  const endMs = event ? Date.parse(event.endsAt) : startMs + hourMs;
  const [start, end] = [toField(startMs, timeZone), toField(endMs, timeZone)];
  const firstDay = event?.startsOn ?? start.slice(0, 10);
  return {
    title: event?.title ?? '',
    guests: (event?.people ?? []).map(({ party, address, name }) => ({ partyId: party?.id ?? null, address, name })),
    isWhole: event?.startsOn != null,
    day: firstDay,
    untilDay: event?.endsOn ?? firstDay,
    from: event?.startsOn == null ? start.slice(11) : '09:00',
    to: event?.startsOn == null ? end.slice(11) : '10:00',
    location: event?.location ?? '',
    description: event?.description ?? '',
    isPrivate: event?.isPrivate ?? false,
    calendarId: null,
  };
}

/** Null while a field is not filled in. An end before the beginning is on the next day. */
export function timesOf({ isWhole, day, untilDay, from, to }: EventDraft, timeZone: string): Times | null {
  if (day === '') return null;
  if (isWhole) {
    const endsOn = untilDay < day ? day : untilDay;
    const [startMs, endMs] = [fromField(day, timeZone), fromField(endsOn, timeZone)];
    if (startMs === null || endMs === null) return null;
    const iso = { startsAt: new Date(startMs).toISOString(), endsAt: new Date(endMs + 24 * hourMs).toISOString() };
    return { ...iso, startsOn: day, endsOn };
  }
  const startMs = fromField(`${day}T${from}`, timeZone);
  const endMs = fromField(`${day}T${to}`, timeZone);
  if (from === '' || to === '' || startMs === null || endMs === null) return null;
  const end = endMs < startMs ? endMs + 24 * hourMs : endMs;
  return {
    startsAt: new Date(startMs).toISOString(),
    endsAt: new Date(end).toISOString(),
    startsOn: null,
    endsOn: null,
  };
}

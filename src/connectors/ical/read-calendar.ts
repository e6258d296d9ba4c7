/** A calendar file as the agenda knows it: each of its events with all its times. Runs in the parser process. */
import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import type { CalendarObject, Occurrence } from '#services/agenda/calendars.ts';
import { makeLine, makeStorable } from '../storable-text.ts';
import { expand, floating, isRecurring, keyOf, type Window } from './expand.ts';
import { occurrenceAt, type ReadEvent, readEvent } from './read-event.ts';
import { namedZone, type Zone, zoneOf } from './zones.ts';

export interface CalendarHints {
  readonly window: Window;
  /** Of the firm, for what names none. */
  readonly timeZone: string;
  /** Only what lies in the window: of a feed that goes back for ever. */
  readonly isOnlyWindow: boolean;
}

const mostEvents = 20_000;

/** Empty for a file without events; throws for what is no calendar. */
export function readCalendar(raw: Uint8Array, { window, timeZone, isOnlyWindow }: CalendarHints): CalendarObject[] {
  const text = makeStorable(new TextDecoder().decode(raw));
  const own = namedZone(timeZone);
  const events = parseCalendars(text).flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  const read = events.slice(0, mostEvents).flatMap((component) => readEvent(component, own) ?? []);
  const byUid = Map.groupBy(read, uidOf);
  return [...byUid].flatMap(([uid, some]) => {
    const occurrences = listOccurrences(some, { window, own }).filter((one) => !isOnlyWindow || isWithin(one, window));
    const isSeries = some.some(isRecurring);
    // Of a file with one event its text is the event's; of a feed each event has its own part.
    const ownText = isOnlyWindow ? some.map(({ component }) => component.toString()).join('\r\n') : text;
    return occurrences.length === 0 && isOnlyWindow ? [] : [{ uid, raw: ownText, isRecurring: isSeries, occurrences }];
  });
}

export function parseCalendars(text: string): ICAL.Component[] {
  const parsed: unknown = ICAL.parse(text.trimStart());
  const list = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
  const calendars = list.map((jcal) => new ICAL.Component(jcal as ConstructorParameters<typeof ICAL.Component>[0]));
  const found = calendars.filter(({ name }) => name === 'vcalendar');
  if (found.length === 0) throw new Error('no calendar');
  return found;
}

function listOccurrences(events: readonly ReadEvent[], scope: { window: Window; own: Zone }): Occurrence[] {
  // Sent twice in one file: the latest word holds.
  const ordered = events.toSorted((left, right) => left.facts.sequence - right.facts.sequence);
  const master = ordered.findLast(({ component }) => !component.hasProperty('recurrence-id'));
  const exceptions = new Map<string, ReadEvent>();
  for (const event of ordered) {
    const key = exceptionKeyOf(event, master, scope.own);
    if (key !== null) exceptions.set(key, event);
  }
  if (master && isRecurring(master)) return expand(master, exceptions, scope);
  const single = master ? occurrenceAt(master, floating(master.startsAt), '') : null;
  // Asked to one time of a series: the series itself is not in one's own calendar.
  const apart = [...exceptions].flatMap(([key, event]) => occurrenceAt(event, floating(event.startsAt), key) ?? []);
  return single ? [single, ...apart] : apart;
}

export function exceptionKeyOf(event: ReadEvent, master: ReadEvent | undefined, own: Zone): string | null {
  const property = event.component.getFirstProperty('recurrence-id');
  const time: unknown = property?.getFirstValue();
  if (!property || !(time instanceof ICAL.Time)) return null;
  // A date for what happens at a time: the time of the series that day.
  if (time.isDate && master && !master.startsAt.isDate) {
    const wall = floating(master.startsAt);
    Object.assign(wall, { year: time.year, month: time.month, day: time.day });
    return keyOf(master.zone, wall);
  }
  return keyOf(zoneOf(property, time, master?.zone ?? own), time);
}

function isWithin({ startsAt, endsAt }: Occurrence, { fromMs, untilMs }: Window): boolean {
  return Date.parse(endsAt) >= fromMs && Date.parse(startsAt) <= untilMs;
}

function uidOf({ component, startsAt, facts }: ReadEvent): string {
  const uid = makeLine(String(component.getFirstPropertyValue('uid') ?? ''), 1000);
  if (uid !== null && uid.length <= 400) return uid;
  return createHash('sha256')
    .update(uid ?? `${startsAt.toString()} ${facts.title}`)
    .digest('hex');
}

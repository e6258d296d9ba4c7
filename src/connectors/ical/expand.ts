/** What comes again, spelled out between a year back and a year ahead: by the clock of its own zone, so that nine stays nine in summer. */
import ICAL from 'ical.js';
import type { Occurrence } from '#services/agenda/calendars.ts';
import { isPlausible, occurrenceAt, type ReadEvent } from './read-event.ts';
import { dateOf, type Zone, zoneOf } from './zones.ts';

export interface Window {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** So many steps of a rule are followed, and so many of its times kept: a rule that says every second is no meeting. */
const mostSteps = 25_000;
export const mostOccurrences = 1_500;

export function isRecurring({ component }: ReadEvent): boolean {
  return component.hasProperty('rrule') || component.hasProperty('rdate');
}

/** The name of one time of a series: its day, or the instant at which it was to begin. */
export function keyOf(zone: Zone, wall: ICAL.Time): string {
  return wall.isDate ? dateOf(wall) : new Date(zone.toMs(wall)).toISOString();
}

/** The times of a series by their key; exceptions stand in their place. */
export function expand(
  master: ReadEvent,
  exceptions: ReadonlyMap<string, ReadEvent>,
  { window, own }: { window: Window; own: Zone },
): Occurrence[] {
  const left = new Set(listTimes(master, 'exdate', own));
  const found = new Map<string, Occurrence>();
  const add = (wall: ICAL.Time): void => {
    const key = keyOf(master.zone, wall);
    const atMs = Date.parse(key);
    if (
      left.has(key) ||
      found.size >= mostOccurrences ||
      atMs > window.untilMs ||
      atMs + master.lastsMs < window.fromMs
    )
      return;
    const occurrence = exceptions.has(key) ? null : occurrenceAt(master, wall, key);
    if (occurrence) found.set(key, occurrence);
  };
  add(floating(master.startsAt));
  for (const rule of listRules(master)) walk(master, rule, { window, add });
  for (const wall of listWalls(master, 'rdate', own)) add(wall);
  for (const [key, event] of exceptions) {
    const occurrence = occurrenceAt(event, floating(event.startsAt), key);
    const isInside =
      occurrence && Date.parse(occurrence.endsAt) >= window.fromMs && Date.parse(occurrence.startsAt) <= window.untilMs;
    if (occurrence && isInside && found.size < mostOccurrences) found.set(key, occurrence);
  }
  return [...found.values()];
}

interface Walk {
  readonly window: Window;
  readonly add: (wall: ICAL.Time) => void;
}

function walk(master: ReadEvent, rule: ICAL.Recur, { window, add }: Walk): void {
  const times = rule.iterator(floating(master.startsAt));
  const most = /^(SECOND|MINUTE|HOUR)LY$/.test(rule.freq) ? mostOccurrences : mostSteps;
  for (let step = 0; step < most; step += 1) {
    const wall = times.next();
    if (!wall || !isPlausible(wall) || master.zone.toMs(wall) > window.untilMs) return;
    add(wall);
  }
}

/** Their ends by the clock of the master, as their steps. */
function listRules(master: ReadEvent): ICAL.Recur[] {
  return master.component.getAllProperties('rrule').flatMap((property) => {
    const rule: unknown = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur)) return [];
    const own = rule.clone();
    if (own.until) own.until = untilOf(own.until, master);
    return [own];
  });
}

function untilOf(until: ICAL.Time, { startsAt, zone }: ReadEvent): ICAL.Time {
  if (startsAt.isDate || until.isDate) {
    const end = floating(until);
    if (!startsAt.isDate) {
      // Until a day: that day included.
      end.isDate = false;
      Object.assign(end, { hour: 23, minute: 59, second: 59 });
    } else end.isDate = true;
    return end;
  }
  return until.zone === ICAL.Timezone.utcTimezone ? zone.toWall(until.toUnixTime() * 1000) : floating(until);
}

function listTimes(master: ReadEvent, name: string, own: Zone): string[] {
  return listWalls(master, name, own).map((wall) => keyOf(master.zone, wall));
}

/** EXDATE and RDATE, by the clock of the master. */
function listWalls(master: ReadEvent, name: string, own: Zone): ICAL.Time[] {
  return master.component.getAllProperties(name).flatMap((property) => {
    const values: unknown[] = property.getValues();
    return values.flatMap((value) => {
      const time = value instanceof ICAL.Period ? value.start : value;
      if (!(time instanceof ICAL.Time) || !isPlausible(time)) return [];
      if (master.startsAt.isDate || time.isDate) return [withTimeOf(time, master.startsAt)];
      return [master.zone.toWall(zoneOf(property, time, own).toMs(time))];
    });
  });
}

/** A day that is left out of what happens at a time: whatever time it was. */
function withTimeOf(day: ICAL.Time, startsAt: ICAL.Time): ICAL.Time {
  const wall = floating(startsAt);
  Object.assign(wall, { year: day.year, month: day.month, day: day.day });
  return wall;
}

export function floating(time: ICAL.Time): ICAL.Time {
  const wall = time.clone();
  wall.zone = ICAL.Timezone.localTimezone;
  return wall;
}

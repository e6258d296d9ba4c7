/** One VEVENT in our words, without its repetitions. */
import ICAL from 'ical.js';
import type { CalendarPerson, Occurrence } from '#services/agenda/calendars.ts';
import { addDays } from '#services/agenda/event-times.ts';
import { cutText, makeLine, makeStorable } from '../storable-text.ts';
import { dateOf, type Zone, zoneOf } from './zones.ts';

export interface ReadEvent {
  readonly component: ICAL.Component;
  readonly zone: Zone;
  /** Floating; a date for whole days. */
  readonly startsAt: ICAL.Time;
  readonly lastsMs: number;
  /** Of whole days. */
  readonly lastsDays: number | null;
  readonly facts: Omit<Occurrence, 'recurrenceId' | 'startsAt' | 'endsAt' | 'startsOn' | 'endsOn'>;
}

const dayMs = 86_400_000;
const longestMs = 400 * dayMs;
const mostPeople = 300;

/** Null for what has no beginning: it cannot stand in an agenda. */
export function readEvent(component: ICAL.Component, own: Zone): ReadEvent | null {
  const start = component.getFirstProperty('dtstart');
  const startsAt: unknown = start?.getFirstValue();
  if (!start || !(startsAt instanceof ICAL.Time) || !isPlausible(startsAt)) return null;
  const zone = zoneOf(start, startsAt, own);
  const lastsMs = readLength(component, { startsAt, zone, own });
  const lastsDays = startsAt.isDate ? Math.max(1, Math.round(lastsMs / dayMs)) : null;
  const rule: unknown = component.getFirstPropertyValue('rrule');
  return {
    ...{ component, zone, startsAt, lastsMs, lastsDays },
    facts: {
      title: makeLine(textOf(component, 'summary'), 500) ?? '',
      location: makeLine(textOf(component, 'location'), 500),
      description: cutText(makeStorable(textOf(component, 'description') ?? ''), 8000).trim() || null,
      timeZone: zone.name,
      status: readStatus(component),
      isBusy: wordOf(component, 'transp') !== 'TRANSPARENT',
      isPrivate: ['PRIVATE', 'CONFIDENTIAL'].includes(wordOf(component, 'class')),
      organiser: readPerson(component.getFirstProperty('organizer'), 'yes'),
      attendees: component.getAllProperties('attendee').slice(0, mostPeople).flatMap(readAttendee),
      sequence: readSequence(component),
      rrule: rule instanceof ICAL.Recur ? rule.toString().slice(0, 1000) : null,
    },
  };
}

/** One time of it, by when it begins. */
export function occurrenceAt(event: ReadEvent, wall: ICAL.Time, recurrenceId: string): Occurrence | null {
  if (event.lastsDays !== null) {
    const startsOn = dateOf(wall);
    const endsOn = addDays(startsOn, event.lastsDays - 1);
    // Days have no zone: the moments are made where the firm is known.
    const moments = { startsAt: `${startsOn}T00:00:00.000Z`, endsAt: `${addDays(endsOn, 1)}T00:00:00.000Z` };
    return { ...event.facts, ...moments, startsOn, endsOn, recurrenceId };
  }
  const startMs = event.zone.toMs(wall);
  if (!Number.isFinite(startMs)) return null;
  const [startsAt, endsAt] = [startMs, startMs + event.lastsMs].map((ms) => new Date(ms).toISOString());
  return { ...event.facts, startsAt: startsAt ?? '', endsAt: endsAt ?? '', startsOn: null, endsOn: null, recurrenceId };
}

export function isPlausible({ year }: ICAL.Time): boolean {
  return year >= 1900 && year <= 2200;
}

function readLength(component: ICAL.Component, from: { startsAt: ICAL.Time; zone: Zone; own: Zone }): number {
  const { startsAt, zone, own } = from;
  const end = component.getFirstProperty('dtend');
  const endsAt: unknown = end?.getFirstValue();
  const duration: unknown = component.getFirstPropertyValue('duration');
  let lastsMs = startsAt.isDate ? dayMs : 0;
  if (end && endsAt instanceof ICAL.Time && isPlausible(endsAt)) {
    const endZone = startsAt.isDate ? zone : zoneOf(end, endsAt, own);
    lastsMs = startsAt.isDate
      ? Date.parse(dateOf(endsAt)) - Date.parse(dateOf(startsAt))
      : endZone.toMs(endsAt) - zone.toMs(startsAt);
  } else if (duration instanceof ICAL.Duration) lastsMs = duration.toSeconds() * 1000;
  return Number.isFinite(lastsMs) ? Math.min(longestMs, Math.max(0, lastsMs)) : 0;
}

function readStatus(component: ICAL.Component): Occurrence['status'] {
  const status = wordOf(component, 'status');
  if (status === 'CANCELLED') return 'cancelled';
  return status === 'TENTATIVE' ? 'tentative' : 'confirmed';
}

function readSequence(component: ICAL.Component): number {
  const sequence = Number(component.getFirstPropertyValue('sequence') ?? 0);
  return Number.isSafeInteger(sequence) && sequence >= 0 && sequence < 1e9 ? sequence : 0;
}

const answers: Readonly<Record<string, CalendarPerson['answer']>> = {
  ACCEPTED: 'yes',
  DECLINED: 'no',
  TENTATIVE: 'maybe',
};

function readAttendee(property: ICAL.Property): CalendarPerson[] {
  const kind = parameterOf(property, 'cutype').toUpperCase();
  if (kind === 'ROOM' || kind === 'RESOURCE') return [];
  const person = readPerson(property, answers[parameterOf(property, 'partstat').toUpperCase()] ?? 'none');
  return person ? [person] : [];
}

function readPerson(property: ICAL.Property | null, answer: CalendarPerson['answer']): CalendarPerson | null {
  if (!property) return null;
  const address = addressOf(property);
  const name = makeLine(parameterOf(property, 'cn'), 200);
  return address === null && name === null ? null : { address, name: name === address ? null : name, answer };
}

/** Lower-case; some write it in a parameter, beside an address of their own network. */
export function addressOf(property: ICAL.Property): string | null {
  const value = String(property.getFirstValue() ?? '');
  const given = /^mailto:/i.test(value) ? value.slice('mailto:'.length) : parameterOf(property, 'email');
  const address = (makeLine(given.split('?')[0], 320) ?? '').toLowerCase();
  return /^[^\s@<>]+@[^\s@<>]+$/.test(address) ? address : null;
}

function parameterOf(property: ICAL.Property, name: string): string {
  const value: unknown = property.getParameter(name);
  return typeof value === 'string' ? value : '';
}

function textOf(component: ICAL.Component, name: string): string | null {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : null;
}

function wordOf(component: ICAL.Component, name: string): string {
  return (textOf(component, name) ?? '').trim().toUpperCase();
}

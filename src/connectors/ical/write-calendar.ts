/** The text of a calendar with what was changed here put into it; all else in it stays as it was. Runs in the parser process. */
import ICAL from 'ical.js';
import type { CalendarPerson, Occurrence, Told } from '#services/agenda/calendars.ts';
import { addDays } from '#services/agenda/event-times.ts';
import { floating } from './expand.ts';
import { exceptionKeyOf, parseCalendars } from './read-calendar.ts';
import { addressOf, type ReadEvent, readEvent } from './read-event.ts';
import { namedZone, wallOf, type Zone } from './zones.ts';

export interface CalendarEdit {
  readonly uid: string;
  readonly told: readonly Told[];
  readonly atMs: number;
  readonly timeZone: string;
  readonly isInvitation: boolean;
}

const product = '-//Hecht//Agenda//NL';

export function writeCalendar(raw: Uint8Array, edit: CalendarEdit): string {
  const calendar = raw.length === 0 ? newCalendar(edit) : parseCalendars(new TextDecoder().decode(raw))[0];
  if (!calendar) throw new Error('no calendar');
  const own = namedZone(edit.timeZone);
  for (const told of edit.told) tell(calendar, told, { edit, own });
  return calendar.toString();
}

function newCalendar({ isInvitation }: CalendarEdit): ICAL.Component {
  const calendar = new ICAL.Component(['vcalendar', [], []]);
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', product);
  if (isInvitation) calendar.addPropertyWithValue('method', 'REQUEST');
  return calendar;
}

interface Scope {
  readonly edit: CalendarEdit;
  readonly own: Zone;
}

function tell(calendar: ICAL.Component, { recurrenceId, occurrence }: Told, { edit, own }: Scope): void {
  const events = calendar.getAllSubcomponents('vevent').flatMap((component) => readEvent(component, own) ?? []);
  const master = events.find(({ component }) => !component.hasProperty('recurrence-id'));
  const target =
    recurrenceId === '' ? master : events.find((event) => exceptionKeyOf(event, master, own) === recurrenceId);
  if (occurrence === null) {
    if (target) calendar.removeSubcomponent(target.component);
    if (recurrenceId !== '' && master) master.component.addProperty(timeLike(master, 'exdate', recurrenceId));
    return;
  }
  const component = target?.component ?? addEvent(calendar, { edit, master, recurrenceId });
  fill(component, occurrence, { edit, own });
}

interface Adding {
  readonly edit: CalendarEdit;
  readonly master: ReadEvent | undefined;
  readonly recurrenceId: string;
}

/** A new event, or one time of a series beside its rule. */
function addEvent(calendar: ICAL.Component, { edit, master, recurrenceId }: Adding): ICAL.Component {
  let component = new ICAL.Component('vevent');
  if (recurrenceId !== '' && master) {
    component = ICAL.Component.fromString(master.component.toString());
    for (const name of ['rrule', 'rdate', 'exdate', 'exrule']) component.removeAllProperties(name);
    component.addProperty(timeLike(master, 'recurrence-id', recurrenceId));
  } else component.addPropertyWithValue('uid', edit.uid);
  calendar.addSubcomponent(component);
  return component;
}

function fill(component: ICAL.Component, occurrence: Occurrence, { edit, own }: Scope): void {
  const was = readEvent(component, own);
  setText(component, 'summary', occurrence.title);
  setText(component, 'location', occurrence.location);
  setText(component, 'description', occurrence.description);
  setText(component, 'transp', occurrence.isBusy ? 'OPAQUE' : 'TRANSPARENT');
  if (occurrence.isPrivate !== was?.facts.isPrivate)
    setText(component, 'class', occurrence.isPrivate ? 'PRIVATE' : 'PUBLIC');
  setText(component, 'status', occurrence.status.toUpperCase());
  setTimes(component, occurrence, was);
  setPeople(component, occurrence);
  const now = ICAL.Time.fromJSDate(new Date(edit.atMs), true);
  for (const name of ['dtstamp', 'last-modified']) component.updatePropertyWithValue(name, now);
  component.updatePropertyWithValue('sequence', Math.max(occurrence.sequence, (was?.facts.sequence ?? -1) + 1));
}

function setText(component: ICAL.Component, name: string, value: string | null): void {
  if (value === null || value === '') component.removeAllProperties(name);
  else component.updatePropertyWithValue(name, value);
}

/** By the zone it stood in, where it stood in one; else as instants. */
function setTimes(component: ICAL.Component, occurrence: Occurrence, was: ReadEvent | null): void {
  const tzid: unknown = component.getFirstProperty('dtstart')?.getParameter('tzid');
  component.removeAllProperties('duration');
  const { startsOn, endsOn } = occurrence;
  const set = (name: string, time: ICAL.Time, zone: unknown): void => {
    component.removeAllProperties(name);
    const property = new ICAL.Property(name, component);
    if (time.isDate) property.resetType('date');
    property.setValue(time);
    if (typeof zone === 'string') property.setParameter('tzid', zone);
    component.addProperty(property);
  };
  if (startsOn !== null && endsOn !== null) {
    set('dtstart', ICAL.Time.fromDateString(startsOn), null);
    set('dtend', ICAL.Time.fromDateString(addDays(endsOn, 1)), null);
    return;
  }
  const isZoned = typeof tzid === 'string' && was !== null && !was.startsAt.isDate;
  for (const [name, at] of [
    ['dtstart', occurrence.startsAt],
    ['dtend', occurrence.endsAt],
  ] as const) {
    if (isZoned) set(name, was.zone.toWall(Date.parse(at)), tzid);
    else set(name, ICAL.Time.fromJSDate(new Date(at), true), null);
  }
}

/** Whoever stood there stays as they are there, with the answer they gave. */
function setPeople(component: ICAL.Component, { attendees, organiser }: Occurrence): void {
  const wanted = new Map(
    attendees.flatMap((person) => (person.address === null ? [] : [[person.address, person] as const])),
  );
  for (const property of component.getAllProperties('attendee')) {
    const address = addressOf(property);
    const isRoom =
      address === null || !property.getParameter('cutype') ? false : property.getParameter('cutype') !== 'INDIVIDUAL';
    if (isRoom || (address !== null && wanted.delete(address))) continue;
    component.removeProperty(property);
  }
  for (const [address, person] of wanted) component.addProperty(personAs('attendee', { ...person, address }));
  if (!organiser?.address || !component.hasProperty('attendee')) return;
  if (!component.hasProperty('organizer')) component.addProperty(personAs('organizer', organiser));
}

const answers = { yes: 'ACCEPTED', no: 'DECLINED', maybe: 'TENTATIVE', none: 'NEEDS-ACTION' } as const;

function personAs(name: 'attendee' | 'organizer', person: CalendarPerson): ICAL.Property {
  const property = new ICAL.Property(name);
  property.setValue(`mailto:${person.address}`);
  if (person.name) property.setParameter('cn', person.name.replaceAll('"', ''));
  if (name === 'attendee') {
    property.setParameter('partstat', answers[person.answer]);
    property.setParameter('rsvp', 'TRUE');
  }
  return property;
}

/** A time of a series, written as its beginning is. */
function timeLike(master: ReadEvent, name: string, recurrenceId: string): ICAL.Property {
  const property = new ICAL.Property(name);
  if (master.startsAt.isDate) {
    property.resetType('date');
    property.setValue(ICAL.Time.fromDateString(recurrenceId));
    return property;
  }
  const start = master.component.getFirstProperty('dtstart');
  const tzid: unknown = start?.getParameter('tzid');
  const atMs = Date.parse(recurrenceId);
  if (typeof tzid === 'string') {
    property.setValue(floating(master.zone.toWall(atMs)));
    property.setParameter('tzid', tzid);
  } else {
    const isUtc = (start?.getFirstValue() as ICAL.Time | undefined)?.zone === ICAL.Timezone.utcTimezone;
    property.setValue(isUtc ? ICAL.Time.fromJSDate(new Date(atMs), true) : wallOf(atMs));
    if (!isUtc) property.setValue(master.zone.toWall(atMs));
  }
  return property;
}

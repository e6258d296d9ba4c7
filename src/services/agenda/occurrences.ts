/** Between an event as it stands here and as its calendar elsewhere writes it. */
import type { EventRow, EventWriting, StoredPerson } from '#store/agenda.ts';
import type { Db } from '#store/database.ts';
import type { CalendarPerson, Occurrence } from './calendars.ts';
import { listPartyIds } from './event-people.ts';
import { momentsOfDays } from './event-times.ts';

/** Nobody invites more; what a forged file names beyond this is left out. */
const mostPeople = 300;
const longest = { title: 500, location: 500, description: 8000 } as const;

export async function writingOf(
  db: Db,
  seen: Occurrence,
  { timeZone, were }: { timeZone: string; were: readonly StoredPerson[] },
): Promise<EventWriting> {
  // Who was asked here without an address is known here alone.
  const attendees = [
    ...seen.attendees.slice(0, mostPeople).map(personOf),
    ...were.filter(({ address }) => address === null),
  ];
  const organiser = seen.organiser && personOf(seen.organiser);
  const { startsOn, endsOn } = seen;
  const moments =
    startsOn !== null && endsOn !== null
      ? momentsOfDays({ startsOn, endsOn }, timeZone)
      : { startsAt: new Date(seen.startsAt), endsAt: new Date(seen.endsAt) };
  return {
    ...moments,
    ...{ startsOn, endsOn, attendees, organiser },
    title: seen.title.slice(0, longest.title),
    location: seen.location?.slice(0, longest.location) ?? null,
    description: seen.description?.slice(0, longest.description) ?? null,
    timeZone: seen.timeZone?.slice(0, 100) ?? null,
    status: seen.status,
    isBusy: seen.isBusy,
    isPrivate: seen.isPrivate,
    partyIds: await listPartyIds(db, organiser ? [organiser, ...attendees] : attendees),
    sequence: seen.sequence,
    rrule: seen.rrule,
  };
}

function personOf(person: CalendarPerson): StoredPerson {
  return { ...person, partyId: null };
}

export function occurrenceOf(row: EventRow): Occurrence {
  const { recurrenceId, title, location, description, startsOn, endsOn, timeZone, status, isBusy, isPrivate } = row;
  return {
    ...{ recurrenceId, title, location, description, startsOn, endsOn, timeZone, status, isBusy, isPrivate },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    organiser: row.organiser,
    attendees: row.attendees,
    sequence: row.sequence,
    rrule: row.rrule,
  };
}

/** Whether the two say the same, in what people write. */
export function isSameOccurrence(left: Occurrence, right: Occurrence): boolean {
  const core = (one: Occurrence) =>
    JSON.stringify([
      ...[one.title, one.location || null, one.description || null, one.status, one.isBusy, one.isPrivate],
      // Of whole days the moments are the firm's.
      ...(one.startsOn === null ? [one.startsAt, one.endsAt] : [one.startsOn, one.endsOn]),
      one.attendees.flatMap(({ address }) => address ?? []).toSorted(),
    ]);
  return core(left) === core(right);
}

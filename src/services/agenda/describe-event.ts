import type { AgendaEvent } from '#contract/agenda.ts';
import type { EventRow } from '#store/agenda.ts';
import { findTheirEvents } from '#store/calendar-objects.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { type Introduce, meetPeople } from './event-people.ts';

export async function describeEvents(ctx: Context, rows: readonly EventRow[]): Promise<AgendaEvent[]> {
  const introduce = await meetPeople(ctx, rows);
  return rows.map((row) => describe(ctx, row, introduce));
}

/** One event, with the other version where it was changed on both sides. */
export async function describeEvent(ctx: Context, row: EventRow): Promise<AgendaEvent> {
  const event = describe(ctx, row, await meetPeople(ctx, [row]));
  if (row.pushState !== 'clash' || row.objectId === null || !event.isMine) return event;
  const theirs = (await findTheirEvents(ctx.db, row.objectId)).find((one) => one.recurrenceId === row.recurrenceId);
  if (!theirs) return event;
  const { title, location, startsAt, endsAt, startsOn, endsOn } = theirs;
  return { ...event, sync: { ...event.sync, theirs: { title, location, startsAt, endsAt, startsOn, endsOn } } };
}

function describe(ctx: Context, row: EventRow, introduce: Introduce): AgendaEvent {
  const isMine = row.ownerUserId === viewerOf(ctx.actor);
  return {
    id: row.id,
    calendar: describeCalendar(row, isMine),
    title: row.title,
    location: row.location,
    description: row.description,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    status: row.status,
    isBusy: row.isBusy,
    isPrivate: row.isPrivate,
    isMine,
    mayEdit: isMine && row.isWritable,
    isRecurring: row.rrule !== null || row.recurrenceId !== '',
    ...introduce(row),
    sync: {
      state: isMine ? (row.pushState ?? 'same') : 'same',
      problem: isMine ? row.pushProblem : null,
      theirs: null,
    },
    interactionId: row.interactionId,
    version: row.version,
  };
}

function describeCalendar(row: EventRow, isMine: boolean): AgendaEvent['calendar'] {
  if (row.connectionId === null || row.place === null || !isMine) return { id: 'own', name: null };
  return { id: `${row.connectionId} ${row.place}`, name: row.calendarName };
}

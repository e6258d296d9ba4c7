/** Planning, moving and taking out. What stands in a calendar elsewhere waits there to be told. */
import { v7 as uuidv7 } from 'uuid';
import type { AgendaEvent } from '#contract/agenda.ts';
import {
  type EventRow,
  type EventWriting,
  findEvent,
  insertEvents,
  setEventDeleted,
  updateEvent,
} from '#store/agenda.ts';
import type { Allowed } from '#store/allowed.ts';
import { insertWaitingObject, markObjectEdited } from '#store/calendar-objects.ts';
import { takeOutOfBin } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { type AlsoChanged, mergeFields } from '../changes/merge-fields.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { chooseCalendar } from './choose-calendar.ts';
import { describeEvent } from './describe-event.ts';
import { gatherPeople, listPartyIds, type WantedPerson } from './event-people.ts';
import { readTimes, type WantedTimes } from './event-times.ts';
import { meetingStateOf, restateMeetings } from './meetings.ts';
import { eventFieldsOf, noteEvent } from './note-event.ts';

export interface EventFields extends WantedTimes {
  readonly title?: string;
  readonly location?: string | null;
  readonly description?: string | null;
  readonly isBusy?: boolean;
  readonly isPrivate?: boolean;
  readonly people?: readonly WantedPerson[];
}

const blank = { location: null, description: null, status: 'confirmed', isBusy: true, isPrivate: false } as const;

export async function createEvent(
  ctx: Context,
  input: EventFields & { title: string; calendarId?: string },
): Promise<AgendaEvent> {
  const { calendarId, ...wanted } = input;
  return transact(ctx.db, async (tx) => {
    const place = await chooseCalendar(ctx, tx, calendarId);
    const id = uuidv7();
    const fields = await fillIn(ctx, tx, wanted, null);
    const uid = `${id}@hecht`;
    const objectId = place && uuidv7();
    if (place && objectId) await insertWaitingObject(tx, { ...place, id: objectId, uid, at: ctx.now() });
    const ownerUserId = userOf(ctx.actor);
    await insertEvents(tx, [
      {
        ...{ ...fields, id, objectId, ownerUserId, uid, recurrenceId: '', isEdited: objectId !== null },
        ...{ meetingState: meetingStateOf(fields), createdBy: ownerUserId, at: ctx.now() },
      },
    ]);
    const now = await getEventRow(tx, id);
    await follow(ctx, tx, now);
    await noteEvent(ctx, tx, { act: 'create', now });
    return describeEvent({ ...ctx, db: tx }, await getEventRow(tx, id));
  });
}

export async function updateEventFields(
  ctx: Context,
  input: EventFields & { eventId: string; ifVersion?: number },
): Promise<AgendaEvent & { alsoChanged: AlsoChanged[] }> {
  const { eventId, ifVersion, ...wanted } = input;
  return transact(ctx.db, async (tx) => {
    const row = getOwn(ctx, await findEvent(tx, eventId, { lock: true }));
    const current = eventFieldsOf(row);
    const { version } = row;
    const describe = () => describeEvent({ ...ctx, db: tx }, row);
    const alsoChanged = await mergeFields(tx, {
      ...{ recordId: eventId, ifVersion, version, current, describe },
      wanted: { ...wanted },
    });
    const now = await writeFields(ctx, tx, row, wanted);
    return { ...(await describeEvent({ ...ctx, db: tx }, now)), alsoChanged };
  });
}

export async function removeEvent(ctx: Context, input: { eventId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = getOwn(ctx, await findEvent(tx, input.eventId, { lock: true }));
    const isEdited = row.objectId !== null;
    await setEventDeleted(tx, row, { deletedAt: ctx.now(), isEdited, meetingState: 'none', at: ctx.now() });
    await follow(ctx, tx, await getEventRow(tx, row.id));
    await noteEvent(ctx, tx, { act: 'remove', now: row });
    return { done: true as const };
  });
}

export async function restoreEvent(ctx: Context, input: { eventId: string }): Promise<AgendaEvent> {
  return transact(ctx.db, async (tx) => {
    const row = getOwn(ctx, await findEvent(tx, input.eventId, { lock: true }), { alsoDeleted: true });
    if (row.deletedAt !== null) {
      const isEdited = row.objectId !== null;
      const meetingState = meetingStateOf(row);
      await setEventDeleted(tx, row, { deletedAt: null, isEdited, meetingState, at: ctx.now() });
      const now = await getEventRow(tx, row.id);
      await follow(ctx, tx, now);
      await noteEvent(ctx, tx, { act: 'restore', now });
      await takeOutOfBin(tx, row.id, ctx.now());
    }
    return describeEvent({ ...ctx, db: tx }, await getEventRow(tx, row.id));
  });
}

/** Writes what is asked for, with what follows from it, and notes what differs. */
export async function writeFields(
  ctx: Context,
  tx: Tx,
  row: Allowed<EventRow>,
  wanted: EventFields,
): Promise<EventRow> {
  const fields = await fillIn(ctx, tx, wanted, row);
  const isEdited = row.objectId !== null;
  await updateEvent(tx, row, { fields, isEdited, meetingState: meetingStateOf(fields), at: ctx.now() });
  await follow(ctx, tx, await getEventRow(tx, row.id));
  const now = await getEventRow(tx, row.id);
  await noteEvent(ctx, tx, { act: 'update', was: row, now });
  return now;
}

async function fillIn(ctx: Context, tx: Tx, wanted: EventFields, was: EventRow | null): Promise<EventWriting> {
  const { timeZone } = await getFirm(tx);
  const { people, startsAt, endsAt, startsOn, endsOn, ...plain } = wanted;
  const asked = { startsAt, endsAt, startsOn, endsOn };
  const times = readTimes(
    Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)),
    was,
    timeZone,
  );
  const attendees =
    people === undefined ? (was?.attendees ?? []) : await gatherPeople(ctx, tx, people, was?.attendees ?? []);
  const all = was?.organiser ? [was.organiser, ...attendees] : attendees;
  return {
    ...blank,
    ...{ organiser: null, sequence: 0, rrule: null, timeZone, title: '' },
    ...was,
    ...plain,
    ...times,
    attendees,
    partyIds: await listPartyIds(tx, all),
    ...(was && { sequence: was.sequence + 1 }),
  };
}

/** The log of contact and the calendar elsewhere follow. */
async function follow(ctx: Context, tx: Tx, row: EventRow): Promise<void> {
  await restateMeetings(ctx, tx, [row]);
  if (row.objectId === null || row.connectionId === null) return;
  await markObjectEdited(tx, { objectId: row.objectId, at: ctx.now() });
  await ctx.enqueue({ name: 'push-events', data: { connectionId: row.connectionId } }, tx);
}

/** One's own, in a calendar one may write in. What is a colleague's can be seen by who takes part, and not be changed. */
export function getOwn(
  ctx: Context,
  row: EventRow | undefined,
  { alsoDeleted = false }: { alsoDeleted?: boolean } = {},
): Allowed<EventRow> {
  const seen = allow(ctx.actor, 'see', row && (alsoDeleted || row.deletedAt === null) ? row : null);
  if (seen.ownerUserId !== userOf(ctx.actor) || !seen.isWritable) throw new AppError('not-allowed');
  return seen;
}

export async function getEventRow(tx: Tx, id: string): Promise<EventRow> {
  const row = await findEvent(tx, id);
  if (!row) throw notFound();
  return row;
}

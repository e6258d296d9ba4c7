/** What calendars elsewhere bring: their events as they are there now. What waits to be told there is never overwritten. */
import { v7 as uuidv7 } from 'uuid';
import { deleteEvents, type EventRow, insertEvents, type NewEvent, writeEvent } from '#store/agenda.ts';
import {
  type CalendarObjectRow,
  deleteObjects,
  insertObject,
  listEventsOfObjects,
  listHrefs,
  lockObjects,
  noteClash,
  settleObject,
} from '#store/calendar-objects.ts';
import type { Tx } from '#store/database.ts';
import { sayLive } from '#store/live.ts';
import type { Kept } from '../connections/keep-interactions.ts';
import type { Keeping } from '../connections/keepers.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import type { CalendarItem } from './calendar-item.ts';
import type { CalendarObject } from './calendars.ts';
import { meetingStateOf, restateMeetings, takeOutMeetings } from './meetings.ts';
import { isSameOccurrence, occurrenceOf, writingOf } from './occurrences.ts';

const nothing: Kept = { stored: 0, timesMs: [], failures: [], tieIds: [] };

export async function keepCalendars(
  ctx: Context,
  tx: Tx,
  { connection, place }: Keeping,
  items: readonly CalendarItem[],
): Promise<Kept> {
  const ownerUserId = connection.ownerUserId ?? connection.createdBy;
  if (ownerUserId === null) return nothing;
  const { timeZone } = await getFirm(tx);
  const scope: Scope = { connectionId: connection.id, place, ownerUserId, timeZone };
  let stored = 0;
  for (const item of items) {
    if (item.act === 'seen') {
      stored += await keepSeen(ctx, tx, scope, item);
    } else {
      const hrefs = item.act === 'gone' ? [item.href] : await listMissing(tx, scope, item);
      await keepGone(ctx, tx, scope, hrefs);
    }
  }
  if (items.length > 0) sayLive(tx, { topics: ['agenda'], only: ownerUserId });
  // What was planned for later says nothing about when somebody was last heard.
  return { ...nothing, stored };
}

interface Scope {
  readonly connectionId: string;
  readonly place: string;
  readonly ownerUserId: string;
  readonly timeZone: string;
}

type Seen = Extract<CalendarItem, { act: 'seen' }>;

async function keepSeen(ctx: Context, tx: Tx, scope: Scope, { href, etag, object }: Seen): Promise<number> {
  const found = await lockObjects(tx, { ...scope, hrefs: [href], uids: [object.uid] });
  const known = found.find((row) => row.uid === object.uid) ?? found[0];
  // Its address was given to something else.
  await dropObjects(
    ctx,
    tx,
    found.filter((row) => row !== known && row.pushState === null),
  );
  if (!known) {
    const id = uuidv7();
    await insertObject(tx, { ...scope, ...object, id, href, etag });
    await writeOccurrences(ctx, tx, scope, { objectId: id, object, rows: [] });
    return 1;
  }
  const isNews = known.etag === null || known.etag !== etag || known.raw !== object.raw;
  const rows = await listEventsOfObjects(tx, [known.id]);
  if (known.pushState !== null) {
    // Also what we told ourselves comes back this way.
    if (isNews && known.raw !== object.raw) await meet(ctx, tx, scope, { known, rows, href, etag, object });
    return 0;
  }
  if (isNews) {
    const { raw, isRecurring, uid } = object;
    await settleObject(tx, { id: known.id, href, etag, raw, isRecurring, uid });
  }
  // The window moves on also where nothing changed.
  if (isNews || object.isRecurring) await writeOccurrences(ctx, tx, scope, { objectId: known.id, object, rows });
  return isNews ? 1 : 0;
}

interface Meeting {
  readonly known: CalendarObjectRow;
  readonly rows: readonly EventRow[];
  readonly href: string;
  readonly etag: string | null;
  readonly object: CalendarObject;
}

/** Changed on both sides: when it comes to the same there is nothing to choose, else both are kept for a person to see. */
async function meet(ctx: Context, tx: Tx, scope: Scope, { known, rows, href, etag, object }: Meeting): Promise<void> {
  if (isSameAs(rows, object)) {
    await settleObject(tx, { id: known.id, href, etag, raw: object.raw, isRecurring: object.isRecurring });
    await writeOccurrences(ctx, tx, scope, { objectId: known.id, object, rows });
    return;
  }
  await noteClash(tx, { id: known.id, raw: object.raw, etag, events: object.occurrences });
}

export function isSameAs(rows: readonly EventRow[], object: CalendarObject): boolean {
  const edited = rows.filter((row) => row.isEdited);
  return edited.every((row) => {
    const theirs = object.occurrences.find(({ recurrenceId }) => recurrenceId === row.recurrenceId);
    return row.deletedAt === null
      ? theirs !== undefined && isSameOccurrence(occurrenceOf(row), theirs)
      : theirs === undefined;
  });
}

interface Occurring {
  readonly objectId: string;
  readonly object: CalendarObject;
  readonly rows: readonly EventRow[];
}

/** The rows as the calendar has them now; those that stay keep their id, their history and their place in the log. */
export async function writeOccurrences(
  ctx: Context,
  tx: Tx,
  scope: Pick<Scope, 'ownerUserId' | 'timeZone'>,
  { objectId, object, rows }: Occurring,
): Promise<void> {
  const at = ctx.now();
  const byTime = new Map(rows.map((row) => [row.recurrenceId, row]));
  const fresh: NewEvent[] = [];
  const changed: string[] = [];
  for (const seen of object.occurrences) {
    const row = byTime.get(seen.recurrenceId);
    byTime.delete(seen.recurrenceId);
    if (row && row.deletedAt === null && !row.isEdited && isAlike(row, seen)) continue;
    const fields = await writingOf(tx, seen, { timeZone: scope.timeZone, were: row?.attendees ?? [] });
    const meetingState = meetingStateOf(fields);
    if (row) {
      await writeEvent(tx, row.id, { fields, isEdited: false, meetingState, at });
      changed.push(row.id);
    } else {
      const { ownerUserId } = scope;
      const own = { id: uuidv7(), objectId, ownerUserId, uid: object.uid, recurrenceId: seen.recurrenceId };
      fresh.push({ ...fields, ...own, isEdited: false, meetingState, createdBy: null, at });
    }
  }
  await insertEvents(tx, fresh);
  // What is in the bin here is gone there: it waits there for who brings it back.
  const left = [...byTime.values()].filter((row) => row.deletedAt === null);
  await takeOutMeetings(ctx, tx, left);
  await deleteEvents(
    tx,
    left.map(({ id }) => id),
  );
  const now =
    changed.length === 0 ? [] : (await listEventsOfObjects(tx, [objectId])).filter(({ id }) => changed.includes(id));
  await restateMeetings(ctx, tx, now);
}

function isAlike(row: EventRow, seen: CalendarObject['occurrences'][number]): boolean {
  const answers = (people: readonly { answer: string }[]) => people.map(({ answer }) => answer).join();
  return isSameOccurrence(occurrenceOf(row), seen) && answers(row.attendees) === answers(seen.attendees);
}

async function listMissing(
  tx: Tx,
  scope: Scope,
  { hrefs, asOfMs }: Extract<CalendarItem, { act: 'present' }>,
): Promise<string[]> {
  const there = new Set(hrefs);
  return (await listHrefs(tx, { ...scope, before: new Date(asOfMs) })).filter((href) => !there.has(href));
}

/** Taken away there: taken away here, unless it was changed here meanwhile; then a person is asked. */
async function keepGone(ctx: Context, tx: Tx, scope: Scope, hrefs: readonly string[]): Promise<void> {
  if (hrefs.length === 0) return;
  const rows = await lockObjects(tx, { ...scope, hrefs, uids: [] });
  const events = await listEventsOfObjects(
    tx,
    rows.map(({ id }) => id),
  );
  const gone: CalendarObjectRow[] = [];
  for (const row of rows) {
    const own = events.filter(({ objectId }) => objectId === row.id);
    const isWanted = own.some((event) => event.isEdited && event.deletedAt === null);
    if (row.pushState !== null && isWanted) await noteClash(tx, { id: row.id, raw: null, etag: null, events: [] });
    else gone.push(row);
  }
  await dropObjects(ctx, tx, gone);
}

export async function dropObjects(ctx: Context, tx: Tx, rows: readonly { readonly id: string }[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await takeOutMeetings(ctx, tx, await listEventsOfObjects(tx, ids));
  await deleteObjects(tx, ids);
}

/** Tells calendars elsewhere what was changed here. Tried again until it is known to have arrived; told twice it is one event. */
import type { ConnectionSettings } from '#contract/connection-kinds.ts';
import type { EventRow } from '#store/agenda.ts';
import {
  type CalendarObjectRow,
  findObject,
  listEventsOfObjects,
  listPushes,
  listPushing,
  markEventsTold,
  noteClash,
  notePushTrouble,
  noteTold,
  settleObject,
} from '#store/calendar-objects.ts';
import { type ConnectionRow, findConnection } from '#store/connections.ts';
import { sayLive } from '#store/live.ts';
import { transact } from '#store/transact.ts';
import { lendReach } from '../connections/reach.ts';
import { type Reach, ReaderProblem } from '../connections/reader.ts';
import { openSecret } from '../connections/secrets.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { getActorOfUser } from '../user-row.ts';
import { hrefOf, type PutOutcome } from './calendars.ts';
import { type dropObjects, isSameAs, writeOccurrences } from './keep-calendars.ts';
import { occurrenceOf } from './occurrences.ts';

const atOnce = 50;
const minuteMs = 60_000;
const longestWaitMs = 60 * minuteMs;
/** These do not mend by themselves. */
const final = new Set(['not-allowed', 'place-gone']);

/** Everything whose time has come, of every calendar. */
export async function pushAll(house: Context, signal: AbortSignal): Promise<void> {
  for (const connectionId of await listPushing(house.db, house.now())) {
    if (!signal.aborted) await pushEvents(house, { connectionId }, signal);
  }
}

export async function pushEvents(
  house: Context,
  { connectionId }: { connectionId: string },
  signal: AbortSignal,
): Promise<void> {
  const connection = await findConnection(house.db, { id: connectionId });
  const ownerUserId = connection?.ownerUserId ?? null;
  if (!connection || connection.deletedAt !== null || connection.isPaused || ownerUserId === null) return;
  const ids = await listPushes(house.db, { connectionId, at: house.now(), limit: atOnce });
  if (ids.length === 0) return;
  const ctx: Context = { ...house, actor: await getActorOfUser(house.db, ownerUserId) };
  for (const id of ids) {
    if (signal.aborted) return;
    try {
      await pushOne(ctx, { connection, ownerUserId, id, signal });
    } catch (error) {
      if (!(error instanceof ReaderProblem)) throw error;
      await wait(ctx, id, error);
    }
  }
}

interface Pushing {
  readonly connection: ConnectionRow;
  readonly ownerUserId: string;
  readonly id: string;
  readonly signal: AbortSignal;
}

async function pushOne(ctx: Context, { connection, ownerUserId, id, signal }: Pushing): Promise<void> {
  const { timeZone } = await getFirm(ctx.db);
  const settings = connection.settings as ConnectionSettings;
  const secret = await openSecret(ctx, connection);
  const reach = (await lendReach(ctx, { settings, secret, signal, ownerUserId })) as Reach<'caldav'>;
  const before = await transact(ctx.db, async (tx) => {
    const row = await findObject(tx, id, { lock: true });
    return row?.pushState === 'waiting' ? { row, events: await listEventsOfObjects(tx, [id]) } : null;
  });
  if (before === null) return;
  const { row, events } = before;
  const edited = events.filter(({ isEdited }) => isEdited);
  const isAllGone = events.every(({ deletedAt }) => deletedAt !== null);
  const outcome = isAllGone ? await takeAway(ctx, reach, row) : await tell(ctx, reach, { row, edited, timeZone });
  await transact(ctx.db, async (tx) => {
    const now = await findObject(tx, id, { lock: true });
    if (!now) return;
    sayLive(tx, { topics: ['agenda'], only: ownerUserId });
    if (outcome.type === 'changed') return clash(ctx, tx, { now, outcome, edited, ownerUserId, timeZone });
    const versions = edited.map((event) => ({ id: event.id, version: event.version }));
    await markEventsTold(tx, versions);
    const isLast = now.edits === row.edits;
    if (isAllGone && isLast) {
      // It is out there; here it waits in the bin, and is made anew when it is brought back.
      await settleObject(tx, { id, href: null, etag: null, raw: null, isRecurring: row.isRecurring });
      return;
    }
    const told = { id, href: outcome.href, etag: outcome.etag, raw: outcome.raw, toldAt: ctx.now() };
    if (isLast) await settleObject(tx, { ...told, isRecurring: row.isRecurring });
    else await noteTold(tx, { ...told, at: ctx.now() });
  });
}

interface Telling {
  readonly row: CalendarObjectRow;
  readonly edited: readonly EventRow[];
  readonly timeZone: string;
}

async function tell(ctx: Context, reach: Reach<'caldav'>, { row, edited, timeZone }: Telling): Promise<PutOutcome> {
  const told = edited.map((event) => ({
    recurrenceId: event.recurrenceId,
    occurrence: event.deletedAt === null ? occurrenceOf(event) : null,
  }));
  const { uid, place, href, etag } = row;
  const raw = await ctx.ports.calendars.write({ uid, raw: row.raw, told, at: ctx.now(), timeZone });
  return ctx.ports.calendars.put(reach, { place, href, etag, uid, raw });
}

function takeAway(ctx: Context, reach: Reach<'caldav'>, { href, etag }: CalendarObjectRow): Promise<PutOutcome> {
  // Never told, so nothing to take back.
  if (href === null) return Promise.resolve({ type: 'done', href: '', etag: null, raw: '' });
  return ctx.ports.calendars.remove(reach, { href, etag });
}

interface Clash extends Omit<Telling, 'row'> {
  readonly now: CalendarObjectRow;
  readonly outcome: Extract<PutOutcome, { type: 'changed' }>;
  readonly ownerUserId: string;
}

/** It was changed there as well, or it is what we told before and never heard the answer of. */
async function clash(
  ctx: Context,
  tx: Parameters<typeof dropObjects>[1],
  { now, outcome, edited, ownerUserId, timeZone }: Clash,
): Promise<void> {
  const { raw, etag } = outcome;
  const theirs = raw === null ? null : await ctx.ports.calendars.read(raw, { nowMs: ctx.now().getTime(), timeZone });
  if (raw !== null && theirs && isSameAs(edited, theirs)) {
    const href = now.href ?? hrefOf(now);
    await settleObject(tx, { id: now.id, href, etag, raw, isRecurring: theirs.isRecurring });
    const rows = await listEventsOfObjects(tx, [now.id]);
    await writeOccurrences(ctx, tx, { ownerUserId, timeZone }, { objectId: now.id, object: theirs, rows });
    return;
  }
  await noteClash(tx, { id: now.id, raw, etag, events: theirs?.occurrences ?? [] });
}

async function wait(ctx: Context, id: string, error: ReaderProblem): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const row = await findObject(tx, id, { lock: true });
    if (!row) return;
    const tries = row.pushTries + 1;
    const waitMs = Math.min(longestWaitMs, minuteMs * 2 ** Math.min(tries - 1, 10));
    const after = new Date(Math.max(error.retryAtMs ?? 0, ctx.now().getTime() + waitMs));
    await notePushTrouble(tx, { id, problem: error.problem, tries, after, isFinal: final.has(error.problem) });
  });
}

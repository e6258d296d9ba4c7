/** One reading of a connection: batch after batch, each with its cursors in one transaction, so that it can stop anywhere. */
import type { ConnectionProblem, ConnectionSettings } from '#contract/connection-kinds.ts';
import { insertFailures, listPlaces, movePlace, putPlaces, setPlaceProblem } from '#store/connection-places.ts';
import { type ConnectionRow, updateConnection } from '#store/connections.ts';
import { widenCoverage } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { refreshSoon } from '../figures/refresh-soon.ts';
import { getActorOfUser } from '../user-row.ts';
import { endRun } from './end-run.ts';
import { keepItems } from './keepers.ts';
import { claim, holdLease, LeaseLost, leaseMs, lockRun, type Run } from './lease.ts';
import { nameNetProblem } from './net-problems.ts';
import { lendReach, readerOf } from './reach.ts';
import {
  type ConnectionSecret,
  type Looked,
  type PlaceCursor,
  type Reach,
  type Reader,
  type ReaderBatch,
  ReaderProblem,
} from './reader.ts';
import { openSecret } from './secrets.ts';
import { hearNews } from './silence.ts';

/** What comes in one by one is seen in the figures at once; a history is worked out behind it. */
const mostRefreshed = 20;
const lookEveryMs = 3_600_000;

/** Reads all that is new. Trouble out there is written down on the connection; only our own is thrown. */
export async function runConnection(
  house: Context,
  { connectionId }: { connectionId: string },
  signal: AbortSignal,
): Promise<void> {
  const claimed = await claim(house, connectionId);
  if (claimed === null) return;
  const { run, row } = claimed;
  const actor = row.ownerUserId === null ? house.actor : await getActorOfUser(house.db, row.ownerUserId);
  const ctx: Context = { ...house, actor };
  let trouble: unknown = null;
  const letGo = holdLease(house, run);
  try {
    const secret = await openSecret(ctx, row);
    await readAll(ctx, run, { row, secret, signal }).catch(async (error) => {
      // A token that is not taken may only be older than our clock believes: a new one tells the two apart.
      const isRefused = error instanceof ReaderProblem && refused.has(error.problem);
      if (!isRefused || secret?.type !== 'token') throw error;
      const renewed = await openSecret(ctx, row, { refused: secret.accessToken });
      await readAll(ctx, run, { row, secret: renewed, signal });
    });
  } catch (error) {
    if (error instanceof LeaseLost) return;
    trouble = error;
  } finally {
    letGo();
  }
  if (signal.aborted) return endRun(ctx, run, null, 'stopped');
  const problem = trouble === null ? null : describeTrouble(trouble);
  await endRun(ctx, run, problem, 'ended');
  if (problem?.problem === 'house-trouble') throw trouble;
}

function describeTrouble(error: unknown): ReaderProblem {
  if (error instanceof ReaderProblem) return error;
  return new ReaderProblem(nameNetProblem(error) ?? 'house-trouble', { cause: error });
}

const refused: ReadonlySet<ConnectionProblem> = new Set(['wrong-password', 'revoked']);

interface Opened {
  readonly row: ConnectionRow;
  readonly secret: ConnectionSecret | null;
  readonly signal: AbortSignal;
}

async function readAll(ctx: Context, run: Run, { row, secret, signal }: Opened): Promise<void> {
  const settings = row.settings as ConnectionSettings;
  const reach = await lendReach(ctx, { settings, secret, signal, ownerUserId: row.ownerUserId });
  const reader = readerOf(ctx, settings.kind);
  if (isTimeToLook(row, run.startedAt)) await lookForPlaces(ctx, run, await reader.look(reach));
  // A place that is gone is left out; the others are read on.
  for (;;) {
    const places = await listWanted(ctx, run);
    const lost = await readPlaces(ctx, run, { reader, reach, places });
    if (lost === null) return;
    run.lost.add(lost);
  }
}

/** Once an hour, after the look with which it was connected: folders and calendars that were made since. */
function isTimeToLook({ triedAt }: ConnectionRow, now: Date): boolean {
  return triedAt !== null && Math.floor(triedAt.getTime() / lookEveryMs) < Math.floor(now.getTime() / lookEveryMs);
}

async function lookForPlaces(ctx: Context, run: Run, { places }: Looked): Promise<void> {
  await transact(ctx.db, async (tx) => {
    await lockRun(ctx, tx, run);
    await putPlaces(tx, run.connectionId, places);
  });
}

async function listWanted(ctx: Context, run: Run): Promise<PlaceCursor[]> {
  const places = await listPlaces(ctx.db, [run.connectionId]);
  return places
    .filter(({ place, isWanted }) => isWanted && !run.lost.has(place))
    .map(({ place, role, cursor }) => ({ place, role, cursor }));
}

interface Reading {
  readonly reader: Reader;
  readonly reach: Reach;
  readonly places: readonly PlaceCursor[];
}

/** Answers the place that is in trouble by itself, or null when all were read. */
async function readPlaces(ctx: Context, run: Run, { reader, reach, places }: Reading): Promise<string | null> {
  try {
    for await (const batch of reader.read(reach, places)) await storeBatch(ctx, run, { batch, reader });
    return null;
  } catch (error) {
    const place = error instanceof ReaderProblem ? error.place : null;
    const isOne = place !== null && places.some((known) => known.place === place);
    if (!isOne) throw error;
    await transact(ctx.db, async (tx) => {
      await lockRun(ctx, tx, run);
      const { problem } = error as ReaderProblem;
      await setPlaceProblem(tx, { connectionId: run.connectionId, place, problem });
    });
    return place;
  }
}

async function storeBatch(
  ctx: Context,
  run: Run,
  { batch, reader }: { batch: ReaderBatch; reader: Reader },
): Promise<void> {
  const { place, cursor, items, progress } = batch;
  await transact(ctx.db, async (tx) => {
    const connection = await lockRun(ctx, tx, run);
    const number = connection.sourceNumber;
    if (number === null) throw new Error('a connection without a source cannot store what it reads');
    const source = { number, ownerUserId: reader.isPrivate ? connection.ownerUserId : null };
    const kept = await keepItems(ctx, tx, { connection, source, place }, items);
    await insertFailures(tx, run.connectionId, { failures: kept.failures, at: ctx.now() });
    await movePlace(tx, { connectionId: run.connectionId, place, cursor, ...progress });
    const { timesMs } = kept;
    if (timesMs.length > 0) {
      const heard = { from: new Date(Math.min(...timesMs)), until: new Date(Math.max(...timesMs)) };
      await widenCoverage(tx, number, heard);
    }
    await updateConnection(tx, connection, {
      ...hearNews(connection, timesMs),
      readCount: connection.readCount + items.length,
      leasedUntil: new Date(ctx.now().getTime() + leaseMs),
    });
    if (kept.tieIds.length > 0 && kept.tieIds.length <= mostRefreshed) {
      refreshSoon(tx, { tieIds: kept.tieIds, now: ctx.now });
    }
  });
}

/** The work of an import: batch after batch, each with its counts and cursor in one transaction, so that it can stop anywhere. */

import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import { type ImportError, insertImportErrors } from '#store/import-errors.ts';
import { type ImportRow, updateImport } from '#store/import-runs.ts';
import { markTiesOfSourceStale, widenCoverage } from '#store/sources.ts';
import { measureTables } from '#store/statistics.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { futureGraceMs, ingestInteractions } from '../interactions/ingest-interactions.ts';
import { notify } from '../notifications/notify.ts';
import { addParties } from '../parties/add-parties.ts';
import type { ConnectorItem, Cursor, InteractionRecord, PartyRecord } from './connector.ts';
import { addCounts, countsOf, type ImportCounts, noImportCounts } from './describe-import.ts';
import { gatherBatches } from './gather-batches.ts';
import { connectorOf, lockOwnImport } from './get-import.ts';

/** One run of an import, and where it left off: whoever finds it elsewhere knows that another run took over. */
interface Run {
  readonly importId: string;
  cursor: Cursor | null;
}

/** Runs until done, cancelled, or `signal`; what was stored stays, and the next run goes on behind it. */
export async function runImport(ctx: Context, input: { importId: string }, signal?: AbortSignal): Promise<void> {
  const row = await claim(ctx, input.importId);
  if (row === null) return;
  const run: Run = { importId: row.id, cursor: row.cursor };
  const stop = new AbortController();
  const reading = {
    path: row.path,
    from: row.cursor,
    signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
    ownAddresses: row.settings.ownAddresses ?? [],
    ...(await readingOf(ctx, row)),
    ...(row.settings.columns && { columns: row.settings.columns }),
  };
  let storing = Promise.resolve(true);
  try {
    for await (const batch of gatherBatches(connectorOf(ctx, row).read(reading))) {
      if (!(await storing)) return;
      // The next batch is read while this one is stored.
      storing = storeBatch(ctx, run, batch);
      storing.catch(() => undefined);
    }
    if (!(await storing) || signal?.aborted) return;
    await measureTables(ctx.db);
    await finish(ctx, run);
  } catch (error) {
    // What is being stored counts: only behind it is it known where this run left off.
    await storing.catch(() => undefined);
    // Where the database itself is the trouble the import stays as it is, for a later run to go on with.
    if (!signal?.aborted) await fail(ctx, run).catch(() => undefined);
    throw error;
  } finally {
    stop.abort();
    await storing.catch(() => undefined);
  }
}

/** What a connector is told of the house and of the file. */
export async function readingOf(ctx: Context, { ownerUserId, fileName }: ImportRow) {
  const { defaultCountry, timeZone } = await getFirm(ctx.db);
  return { defaultCountry, timeZone, fileName, owner: ownerUserId };
}

async function claim(ctx: Context, importId: string): Promise<Allowed<ImportRow> | null> {
  return transact(ctx.db, async (tx) => {
    const row = await lockOwnImport(ctx, tx, importId);
    if (row.status === 'cancelling') await updateImport(tx, row, { status: 'cancelled' });
    if (row.status !== 'waiting' && row.status !== 'running') return null;
    const startedAt = row.startedAt ?? ctx.now();
    await updateImport(tx, row, { status: 'running', startedAt, heartbeatAt: ctx.now() });
    return row;
  });
}

/** False when the user said stop; the batch is then not stored, and a later start reads it again. */
async function storeBatch(ctx: Context, run: Run, batch: readonly ConnectorItem[]): Promise<boolean> {
  const last = batch.at(-1);
  if (!last) return true;
  const { cursor, doneBytes } = last;
  const isStored = await transact(ctx.db, async (tx) => {
    const row = await lockOwnImport(ctx, tx, run.importId);
    if (!isSamePlace(row.cursor, run.cursor)) return false;
    if (row.status !== 'running') {
      if (row.status === 'cancelling') await updateImport(tx, row, { status: 'cancelled', finishedAt: ctx.now() });
      return false;
    }
    const sorted = sortItems(batch, ctx.now().getTime());
    const counts = addCounts(
      addCounts(countsOf(row), { read: batch.length, failed: sorted.errors.length }),
      addCounts(await storeInteractions(ctx, tx, row, sorted), await storeParties(ctx, tx, row, sorted.parties)),
    );
    await insertImportErrors(tx, row.id, sorted.errors);
    await updateImport(tx, row, { cursor, doneBytes, counts, heartbeatAt: ctx.now() });
    return true;
  });
  if (isStored) run.cursor = cursor;
  return isStored;
}

/** A worker that was frozen and thawed may find its import carried on, or even finished, by another. */
function isSamePlace(left: Cursor | null, right: Cursor | null): boolean {
  const textOf = (cursor: Cursor | null) => cursor && JSON.stringify(Object.entries(cursor).sort());
  return textOf(left) === textOf(right);
}

interface Sorted {
  readonly interactions: InteractionRecord[];
  readonly parties: PartyRecord[];
  readonly errors: ImportError[];
}

function sortItems(batch: readonly ConnectorItem[], nowMs: number): Sorted {
  const sorted: Sorted = { interactions: [], parties: [], errors: [] };
  for (const item of batch) {
    if (item.type === 'failed') sorted.errors.push(item);
    else if (item.type === 'party') sorted.parties.push(item.record);
    else if (item.record.atMs <= nowMs + futureGraceMs) sorted.interactions.push(item.record);
    else sorted.errors.push({ position: item.record.sourceKey, problem: 'future-date', raw: null });
  }
  return sorted;
}

async function storeInteractions(ctx: Context, tx: Tx, row: ImportRow, sorted: Sorted): Promise<ImportCounts> {
  const { interactions } = sorted;
  if (interactions.length === 0 || row.sourceNumber === null) return noImportCounts;
  const isPrivate = connectorOf(ctx, row).isPrivate;
  const source = { number: row.sourceNumber, ownerUserId: isPrivate ? row.ownerUserId : null };
  const at = ctx.now();
  const { counts, ids, buried } = await ingestInteractions(tx, {
    source,
    records: interactions,
    actor: ctx.actor,
    at,
    importId: row.id,
  });
  const lost = interactions.filter(({ sourceKey }) => !ids.has(sourceKey) && !buried.has(sourceKey));
  sorted.errors.push(...lost.map(({ sourceKey }) => ({ position: sourceKey, problem: 'no-people', raw: null })));
  const times = interactions.map(({ atMs }) => atMs);
  const heard = { from: new Date(Math.min(...times)), until: new Date(Math.max(...times)) };
  await widenCoverage(tx, row.sourceNumber, heard);
  const { refused, ...counted } = counts;
  return addCounts(noImportCounts, { ...counted, duplicates: counted.duplicates + refused, failed: lost.length });
}

async function storeParties(
  ctx: Context,
  tx: Tx,
  row: ImportRow,
  parties: readonly PartyRecord[],
): Promise<Partial<ImportCounts>> {
  if (parties.length === 0) return {};
  return addParties(tx, { records: parties, importId: row.id, actor: ctx.actor, at: ctx.now() });
}

async function fail(ctx: Context, run: Run): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const row = await lockOwnImport(ctx, tx, run.importId);
    const isOurs = row.status === 'running' && isSamePlace(row.cursor, run.cursor);
    if (!isOurs) return;
    await updateImport(tx, row, { status: 'failed', problem: 'interrupted' });
    await tellOwner(ctx, tx, row, 'import-failed');
  });
}

async function finish(ctx: Context, run: Run): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const row = await lockOwnImport(ctx, tx, run.importId);
    const isOurs = ['running', 'cancelling'].includes(row.status) && isSamePlace(row.cursor, run.cursor);
    if (!isOurs) return;
    if (row.status === 'cancelling') {
      await updateImport(tx, row, { status: 'cancelled', finishedAt: ctx.now() });
      return;
    }
    // Ties this file did not touch may have grown quiet: their source was heard further than before.
    if (row.sourceNumber !== null) await markTiesOfSourceStale(tx, { sourceNumber: row.sourceNumber, at: ctx.now() });
    await updateImport(tx, row, { status: 'done', doneBytes: row.totalBytes, finishedAt: ctx.now() });
    await ctx.enqueue({ name: 'refresh-figures', data: {} }, tx);
    await tellOwner(ctx, tx, row, 'import-done');
  });
}

async function tellOwner(ctx: Context, tx: Tx, row: ImportRow, kind: 'import-done' | 'import-failed'): Promise<void> {
  const about = { noun: 'import' as const, recordId: row.id, partyId: null };
  // One that is carried on may fail again, and is told again.
  const key = `${kind} ${row.id} ${ctx.now().toISOString()}`;
  await notify(ctx, tx, { userId: row.ownerUserId, kind, key, ...about });
}

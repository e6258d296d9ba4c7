/** The work of an import: batch after batch, each with its counts and cursor in one transaction, so that it can stop anywhere. */

import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import { type ImportError, insertImportErrors } from '#store/import-errors.ts';
import { type ImportRow, updateImport } from '#store/import-runs.ts';
import { markTiesOfSourceStale, widenCoverage } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { futureGraceMs, ingestInteractions } from '../interactions/ingest-interactions.ts';
import { addParties } from '../parties/add-parties.ts';
import type { ConnectorItem, InteractionRecord, PartyRecord } from './connector.ts';
import { addCounts, countsOf, type ImportCounts, noImportCounts } from './describe-import.ts';
import { connectorOf, lockOwnImport } from './get-import.ts';

const batchSize = 500;

/** Runs until done, cancelled, or `signal`; what was stored stays, and the next run goes on behind it. */
export async function runImport(ctx: Context, input: { importId: string }, signal?: AbortSignal): Promise<void> {
  const row = await claim(ctx, input.importId);
  if (row === null) return;
  const stop = new AbortController();
  const reading = {
    path: row.path,
    from: row.cursor,
    signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
    ownAddresses: row.settings.ownAddresses ?? [],
    defaultCountry: (await getFirm(ctx.db)).defaultCountry,
  };
  try {
    let batch: ConnectorItem[] = [];
    for await (const item of connectorOf(ctx, row).read(reading)) {
      batch.push(item);
      if (batch.length < batchSize) continue;
      if (!(await storeBatch(ctx, row, batch))) return;
      batch = [];
    }
    if (signal?.aborted) return;
    if (batch.length > 0 && !(await storeBatch(ctx, row, batch))) return;
    await finish(ctx, row);
  } catch (error) {
    if (!signal?.aborted) await updateImport(ctx.db, row, { status: 'failed', problem: 'interrupted' });
    throw error;
  } finally {
    stop.abort();
  }
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
async function storeBatch(ctx: Context, begun: Allowed<ImportRow>, batch: readonly ConnectorItem[]): Promise<boolean> {
  const last = batch.at(-1);
  if (!last) return true;
  return transact(ctx.db, async (tx) => {
    const row = await lockOwnImport(ctx, tx, begun.id);
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
    const { cursor, doneBytes } = last;
    await updateImport(tx, row, { cursor, doneBytes, counts, heartbeatAt: ctx.now() });
    return true;
  });
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
  const { counts, ids } = await ingestInteractions(tx, {
    source,
    records: interactions,
    actor: ctx.actor,
    at,
    importId: row.id,
  });
  const lost = counts.refused > 0 ? [] : interactions.filter(({ sourceKey }) => !ids.has(sourceKey));
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

async function finish(ctx: Context, begun: Allowed<ImportRow>): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const row = await lockOwnImport(ctx, tx, begun.id);
    if (row.status === 'cancelling') {
      await updateImport(tx, row, { status: 'cancelled', finishedAt: ctx.now() });
      return;
    }
    // Ties this file did not touch may have grown quiet: their source was heard further than before.
    if (row.sourceNumber !== null) await markTiesOfSourceStale(tx, { sourceNumber: row.sourceNumber, at: ctx.now() });
    await updateImport(tx, row, { status: 'done', doneBytes: row.totalBytes, finishedAt: ctx.now() });
    await ctx.enqueue({ name: 'refresh-figures', data: {} }, tx);
  });
}

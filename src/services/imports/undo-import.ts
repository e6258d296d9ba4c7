/** Takes out what an import brought, step by step; stopped half-way it goes on where it was. */
import { deleteImportErrors } from '#store/import-errors.ts';
import { updateImport } from '#store/import-runs.ts';
import { remeasureCoverage } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { deleteLonelyParties, listInteractionsOfImport } from '#store/undo-import.ts';
import type { Context } from '../context.ts';
import { takeOutInteractions } from '../interactions/take-out-interactions.ts';
import { noImportCounts } from './describe-import.ts';
import { lockOwnImport } from './get-import.ts';

const stepSize = 1_000;

export async function undoImport(ctx: Context, input: { importId: string }, signal?: AbortSignal): Promise<void> {
  while (await undoStep(ctx, input.importId)) if (signal?.aborted) return;
  await transact(ctx.db, async (tx) => {
    const row = await lockOwnImport(ctx, tx, input.importId);
    if (row.status !== 'undoing') return;
    await deleteLonelyParties(tx, row.id);
    await deleteImportErrors(tx, row.id);
    if (row.sourceNumber !== null) await remeasureCoverage(tx, row.sourceNumber);
    await updateImport(tx, row, {
      status: 'undone',
      cursor: null,
      doneBytes: 0,
      counts: noImportCounts,
      finishedAt: ctx.now(),
    });
    await ctx.enqueue({ name: 'refresh-figures', data: {} }, tx);
  });
}

/** False when nothing is left to take out. */
async function undoStep(ctx: Context, importId: string): Promise<boolean> {
  return transact(ctx.db, async (tx) => {
    const row = await lockOwnImport(ctx, tx, importId);
    if (row.status !== 'undoing') return false;
    const ids = await listInteractionsOfImport(tx, row.id, stepSize);
    if (ids.length === 0) return false;
    // No tombstones: what was undone may be imported again.
    await takeOutInteractions(tx, { ids, at: ctx.now() });
    await updateImport(tx, row, { heartbeatAt: ctx.now() });
    return true;
  });
}

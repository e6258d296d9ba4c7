/** What every bulk act has in common: whose it is, and what follows from it. */
import { v7 as uuidv7 } from 'uuid';
import type { BulkStamp } from '#store/bulk-parties.ts';
import type { Tx } from '#store/database.ts';
import { listTieIdsOfParties, markTiesStale } from '#store/stale-ties.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';

export function stampOf(ctx: Context): BulkStamp {
  const { actor } = ctx;
  return {
    viewer: viewerOf(actor),
    userId: actor.kind === 'user' ? actor.userId : null,
    origin: actor.kind === 'user' ? actor.via : 'house',
    batchId: ctx.batchId ?? uuidv7(),
    at: ctx.now(),
  };
}

/** Figures of so many are brought up to date behind the answer. */
export async function followBulk(
  ctx: Context,
  tx: Tx,
  { partyIds, changesFigures }: { partyIds: readonly string[]; changesFigures: boolean },
): Promise<void> {
  if (!changesFigures || partyIds.length === 0) return;
  await markTiesStale(tx, { tieIds: await listTieIdsOfParties(tx, partyIds), at: ctx.now() });
  await ctx.enqueue({ name: 'refresh-figures', data: {} }, tx);
}

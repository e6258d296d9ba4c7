import { ratesOf } from '#engine/decay-rates.ts';
import { transact } from '#store/transact.ts';
import { findPoolsAtMs, refreshTrustPools } from '#store/trust-pools.ts';
import type { Context } from '../context.ts';
import { getParameters } from '../parameters/parameters.ts';

/** What everybody found of everybody changes slowly: summing it more often would move no figure that anyone sees. */
const oldAfterMs = 600_000;

export async function refreshOldPools(ctx: Context): Promise<void> {
  const nowMs = ctx.now().getTime();
  const atMs = await findPoolsAtMs(ctx.db);
  if (atMs !== null && nowMs - atMs < oldAfterMs) return;
  const trustRate = ratesOf(await getParameters(ctx.db)).trust;
  await transact(ctx.db, (tx) => refreshTrustPools(tx, { atMs: nowMs, trustRate }));
}

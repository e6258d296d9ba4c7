/** After a kind of benefit was weighed anew: the ties in which it was given are derived again, some at a time. */
import { listInteractionsWithBenefit, listTiesWithBenefit } from '#store/benefit-kinds.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { rederiveInteractions } from '../interactions/rederive-interactions.ts';

const firstId = '00000000-0000-0000-0000-000000000000';
const tiesAtATime = 100;

/** What was done is done in its own transaction: killed and begun again it comes to the same. */
export async function reweighBenefits(ctx: Context, { kind }: { kind: string }, signal?: AbortSignal): Promise<number> {
  let done = 0;
  for (let after = firstId; !signal?.aborted; ) {
    const tieIds = await listTiesWithBenefit(ctx.db, { kind, after, most: tiesAtATime });
    const last = tieIds.at(-1);
    if (last === undefined) break;
    done += await transact(ctx.db, async (tx) => {
      const ids = await listInteractionsWithBenefit(tx, { kind, tieIds });
      await rederiveInteractions(tx, { ids, at: ctx.now() });
      return ids.length;
    });
    after = last;
  }
  if (done > 0) await transact(ctx.db, (tx) => ctx.enqueue({ name: 'refresh-figures', data: {} }, tx));
  return done;
}

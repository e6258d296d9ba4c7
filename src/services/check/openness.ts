/** What openness brings: who stayed after a complaint that was told about, and who after one closed without a word. */
import type { CheckOutcome } from '#contract/check.ts';
import { readShare } from '#engine/calibration.ts';
import { listSettledComplaints } from '#store/check-runs.ts';
import type { Context } from '../context.ts';

const dayMs = 86_400_000;
/** Who turns to us again within so many days stayed; settled at least so long ago, or it cannot be known yet. */
const stayDays = 84;

export async function readOpenness(ctx: Context): Promise<CheckOutcome['openness']> {
  const settledBefore = new Date(ctx.now().getTime() - stayDays * dayMs);
  const settled = await listSettledComplaints(ctx.db, { settledBefore, stayDays });
  const count = (isTold: boolean) => {
    const those = settled.filter((complaint) => complaint.isTold === isTold);
    return { count: those.length, stayed: those.filter(({ stayed }) => stayed).length };
  };
  const [told, silent] = [count(true), count(false)];
  const [ofTold, ofSilent] = [told, silent].map(({ count: of, stayed }) => readShare({ happened: stayed, of }));
  // Only where the two intervals lie apart is it more than chance.
  const isSure = !!ofTold && !!ofSilent && (ofTold.low > ofSilent.high || ofSilent.low > ofTold.high);
  return { told, silent, isSure };
}

/** The latest check, for whoever wants to know whether what Hecht says comes true. */
import { type CheckOutcome, type CheckRun, checkOutcome } from '#contract/check.ts';
import { enoughForecasts } from '#engine/back-test.ts';
import { type CheckRunRow, listCheckRuns } from '#store/check-runs.ts';
import { allow } from '../allow.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';

const earlierShown = 12;

export interface Check {
  readonly latest: CheckRun | null;
  readonly needed: { all: number; each: number };
  readonly earlier: { at: string; count: number; auc: number | null; brier: number | null }[];
}

export async function getCheck(ctx: Context): Promise<Check> {
  allow(ctx.actor, 'see', await getFirm(ctx.db));
  const [latest, ...rest] = (await listCheckRuns(ctx.db, { limit: earlierShown + 1 })).map(describeRun);
  const earlier = rest.map(({ at, outcome }) => {
    const { count, auc, calibration } = outcome.continuation;
    return { at, count, auc, brier: calibration?.brier ?? null };
  });
  return { latest: latest ?? null, needed: { ...enoughForecasts }, earlier };
}

function describeRun({ id, at, outcome }: CheckRunRow): CheckRun {
  return { id, at: at.toISOString(), outcome: checkOutcome.parse(outcome) satisfies CheckOutcome };
}

/** V4: who still buys and how often, foretold from the purchases up to a day; nothing after it is fitted on. */

import {
  type BuyingHistory,
  type BuyingModel,
  buyingKinds,
  type ChosenBuying,
  chooseBuying,
  countHistories,
  expectPurchases,
  fitBuying,
  historyOfDays,
} from '#engine/index.ts';
import { computeAuc } from './ranking.ts';

export interface LoggedPurchase {
  readonly customer: string;
  readonly day: number;
}

export interface AliveScore {
  readonly model: BuyingModel;
  readonly logLikelihood: number;
  readonly rmse: number;
  /** Of having bought at all in the weeks after. */
  readonly auc: number;
  /** How many purchases it expected of all customers together. */
  readonly expected: number;
}

export interface AliveOutcome {
  readonly file: string;
  readonly calibrationEnd: string;
  readonly weeks: number;
  readonly customers: number;
  /** Days of purchase in the weeks after, all customers together. */
  readonly happened: number;
  /** Both models, and the one that the engine chose by the last third of the calibration. */
  readonly models: readonly AliveScore[];
  readonly heldIn: ChosenBuying['heldIn'];
  readonly shipped: AliveScore;
}

const dayMs = 86_400_000;

export function measureAlive(
  file: string,
  purchases: readonly LoggedPurchase[],
  { calibrationEnd, weeks }: { readonly calibrationEnd: string; readonly weeks: number },
): AliveOutcome {
  const endDay = Date.parse(calibrationEnd) / dayMs;
  const days = new Map<string, number[]>();
  for (const { customer, day } of purchases) {
    const known = days.get(customer);
    if (known) known.push(day);
    else days.set(customer, [day]);
  }
  const known = [...days.values()].flatMap((all) => {
    const history = historyOfDays(all, endDay);
    if (!history) return [];
    const after = new Set(all.filter((day) => day > endDay && day <= endDay + weeks * 7));
    return [{ history, after: after.size }];
  });
  // Only what the engine may know: nothing after the end of the calibration.
  const chosen = chooseBuying(
    [...days.values()].map((all) => all.filter((day) => day <= endDay)),
    endDay,
  );
  if (!chosen) throw new Error(`${file}: nobody bought up to ${calibrationEnd}`);
  const counted = countHistories(known.map(({ history }) => history));
  const score = (fit: { model: BuyingModel; logLikelihood: number }) => scoreModel(fit, known, weeks);
  return {
    file,
    calibrationEnd,
    weeks,
    customers: known.length,
    happened: known.reduce((sum, { after }) => sum + after, 0),
    models: buyingKinds.map((kind) => score(fitBuying(kind, counted))),
    heldIn: chosen.heldIn,
    shipped: score(chosen),
  };
}

interface Known {
  readonly history: BuyingHistory;
  readonly after: number;
}

function scoreModel(
  { model, logLikelihood }: { model: BuyingModel; logLikelihood: number },
  known: readonly Known[],
  weeks: number,
): AliveScore {
  const foretold = known.map(({ history }) => expectPurchases(model, history, weeks));
  const misses = known.map(({ after }, at) => (after - (foretold[at] as number)) ** 2);
  return {
    model,
    logLikelihood,
    rmse: Math.sqrt(misses.reduce((sum, miss) => sum + miss, 0) / known.length),
    auc: computeAuc(
      foretold,
      known.map(({ after }) => after > 0),
    ),
    expected: foretold.reduce((sum, one) => sum + one, 0),
  };
}

/**
 * `masterId sampleId yyyymmdd units dollars`, or without the second id. Which customer is the first column; how much was
 * bought for how much is not looked at.
 */
export function parsePurchases(text: string): LoggedPurchase[] {
  const purchases: LoggedPurchase[] = [];
  text.split('\n').forEach((line, at) => {
    const cells = line.trim().split(/[\s,;]+/);
    if (cells[0] === '' || cells[0]?.startsWith('%') || cells[0]?.startsWith('#')) return;
    const date = cells.slice(1, 3).find((cell) => /^(19|20)\d{6}$/.test(cell));
    const atMs = date
      ? Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6)))
      : Number.NaN;
    if (Number.isNaN(atMs)) {
      if (at === 0) return;
      throw new Error(`line ${at + 1}: no date as yyyymmdd in the second or third column`);
    }
    purchases.push({ customer: cells[0] as string, day: atMs / dayMs });
  });
  return purchases;
}

/** How well a figure ranked and how well a chance was calibrated: what every prediction is held against. */

export interface Forecast {
  readonly chance: number;
  readonly happened: boolean;
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean chance shown and share that happened; null in an empty bin. */
  readonly expected: number | null;
  readonly observed: number | null;
}

export interface Calibration {
  readonly count: number;
  readonly brier: number;
  /** Brier score of always saying the share that did happen: what a chance has to beat. */
  readonly brierOfRate: number;
  readonly expected: number;
  readonly observed: number;
  /** Mean distance between shown and happened, weighted by the size of the bins. */
  readonly meanGap: number;
  readonly bins: readonly CalibrationBin[];
}

const binCount = 10;

/**
 * Claim: the Brier score and ten bins of shown against happened. Range [0,1] each. Formula: mean of (chance - happened)^2.
 * Source: Brier 1950 (unverified citation). Limit: NaN without forecasts. Test: calibration.test.ts (by hand).
 */
export function calibrate(forecasts: readonly Forecast[]): Calibration {
  const bins = Array.from({ length: binCount }, (_, place) => binOf(forecasts, place));
  const observed = computeMean(forecasts.map(outcomeOf));
  const gaps = bins.map((bin) => bin.count * Math.abs((bin.expected ?? 0) - (bin.observed ?? 0)));
  return {
    count: forecasts.length,
    brier: computeMean(forecasts.map((forecast) => (forecast.chance - outcomeOf(forecast)) ** 2)),
    brierOfRate: observed * (1 - observed),
    expected: computeMean(forecasts.map((forecast) => forecast.chance)),
    observed,
    meanGap: gaps.reduce((sum, gap) => sum + gap, 0) / forecasts.length,
    bins,
  };
}

/** Claim: the bin a chance falls in, 0-9; a chance of exactly 1 belongs to the last. Test: calibration.test.ts. */
export function binOfChance(chance: number): number {
  return Math.min(binCount - 1, Math.floor(chance * binCount));
}

function binOf(forecasts: readonly Forecast[], place: number): CalibrationBin {
  const inside = forecasts.filter(({ chance }) => binOfChance(chance) === place);
  const bounds = { from: place / binCount, to: (place + 1) / binCount, count: inside.length };
  if (inside.length === 0) return { ...bounds, expected: null, observed: null };
  return {
    ...bounds,
    expected: computeMean(inside.map((forecast) => forecast.chance)),
    observed: computeMean(inside.map(outcomeOf)),
  };
}

function outcomeOf(forecast: Forecast): number {
  return forecast.happened ? 1 : 0;
}

/** Claim: the mean; NaN of nothing. Test: calibration.test.ts. */
export function computeMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Claim: ranks from 1; equal values share the mean of their places. Test: calibration.test.ts. */
export function rankMiddle(values: readonly number[]): number[] {
  const order = values
    .map((_, index) => index)
    .sort((left, right) => (values[left] as number) - (values[right] as number) || left - right);
  const at = (place: number) => values[order[place] as number];
  const ranks = new Array<number>(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end + 1 < order.length && at(end + 1) === at(start)) end += 1;
    for (let place = start; place <= end; place += 1) ranks[order[place] as number] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}

/**
 * Claim: the chance that one that happened stands above one that did not, equals counting half. Range [0,1]; NaN where
 * either is missing. Formula: (rank sum of the positives - n(n + 1)/2)/(n m). Test: calibration.test.ts.
 */
export function computeAuc(figures: readonly number[], outcomes: readonly boolean[]): number {
  const ranks = rankMiddle(figures);
  let rankSum = 0;
  let positives = 0;
  outcomes.forEach((outcome, index) => {
    if (!outcome) return;
    rankSum += ranks[index] as number;
    positives += 1;
  });
  const negatives = outcomes.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Claim: a share with its Wilson interval at 90 %. Range: 0 <= low <= share <= high <= 1; [0,1] without cases.
 * Formula: (p + z2/2n +- z sqrt(p(1 - p)/n + z2/4n2))/(1 + z2/n), z = 1.645. Source: Wilson 1927 (unverified citation).
 * Test: calibration.test.ts.
 */
export function readShare(cases: { readonly happened: number; readonly of: number }): ShareInterval {
  const { happened, of } = cases;
  if (of <= 0) return { share: 0, low: 0, high: 1 };
  const z2 = 1.645 ** 2;
  const share = happened / of;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Math.sqrt(z2) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
  return { share, low: Math.max(0, Math.min(share, middle - half)), high: Math.min(1, Math.max(share, middle + half)) };
}

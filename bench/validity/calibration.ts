/** The chance a page shows against what happened: ten bins and the Brier score. */
import { computeMean } from './ranking.ts';

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

function binOf(forecasts: readonly Forecast[], place: number): CalibrationBin {
  // A chance of exactly 1 belongs to the last bin.
  const inside = forecasts.filter(({ chance }) => Math.min(binCount - 1, Math.floor(chance * binCount)) === place);
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

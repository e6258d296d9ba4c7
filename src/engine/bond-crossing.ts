/** When a bond will fall under a threshold if nobody does anything. */
import type { TieInput } from './figures.ts';
import { computeSilentFigures } from './silence.ts';
import { dayMs } from './trace.ts';

const horizonMs = 36_525 * dayMs;

/**
 * Claim: the first instant at which S, in silence from `nowMs` on, is under the threshold; null if not in 100 years.
 * Range: `nowMs` when it already is. Unit: epoch ms, to the second. Method: bisection, because four blocks fade at their
 * own paces; a single trace has the closed form of findTraceCrossing, and the alarms theirs (rhythm.ts).
 * Source: model.md 1.0, 1.1. Limit: pressure that relaxes can lift S a little first; then this is one of the crossings.
 * Test: bond-crossing.test.ts.
 */
export function findBondCrossing(input: TieInput & { nowMs: number; threshold: number }): number | null {
  // A forecast of silence: it asks what happens if nothing is heard, so the end of coverage plays no part.
  const isUnder = (atMs: number) => computeSilentFigures(input, atMs, input.nowMs).bond < input.threshold;
  if (isUnder(input.nowMs)) return input.nowMs;
  let aboveMs = input.nowMs;
  let stepMs = dayMs;
  while (stepMs < horizonMs && !isUnder(input.nowMs + stepMs)) {
    aboveMs = input.nowMs + stepMs;
    stepMs *= 2;
  }
  let underMs = input.nowMs + Math.min(stepMs, horizonMs);
  if (!isUnder(underMs)) return null;
  while (underMs - aboveMs > 1000) {
    const middleMs = (aboveMs + underMs) / 2;
    if (isUnder(middleMs)) underMs = middleMs;
    else aboveMs = middleMs;
  }
  return Math.round(underMs);
}

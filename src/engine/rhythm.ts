/** The tie's own rhythm: its usual gap, and how much silence that makes quiet or gone. */
import { addOpenMs, countOpenMs } from './closures.ts';
import type { ModelParameters } from './parameters.ts';
import type { Closure, Rhythm } from './reading.ts';
import { dayMs } from './trace.ts';

export interface RhythmInput {
  /** Latest distinct active days of the tie (both directions), newest first. */
  readonly days: readonly number[];
  /** Last active event of either side, epoch ms; -Infinity when there is none. */
  readonly lastMs: number;
  readonly closures: readonly Closure[];
  readonly parameters: ModelParameters;
}

/**
 * Claim: the gaps between successive active days, newest first. Unit: open days (closed time is taken off), > = 0.
 * Source: details 2. Limit: at most 31 gaps, days taken at noon UTC. Test: rhythm.test.ts.
 */
export function listGaps(days: readonly number[], closures: readonly Closure[]): number[] {
  const gaps: number[] = [];
  for (let index = 1; index < days.length; index += 1) {
    gaps.push(countOpenMs(noonOf(days[index] as number), noonOf(days[index - 1] as number), closures) / dayMs);
  }
  return gaps;
}

/**
 * Claim: the tie's usual gap. Unit: open days, >= 1 (minGapDays), no upper clamp.
 * Formula: from 3 gaps on (last - first)/(n - 1), exactly its own; before that (last - first + gap0)/n.
 * Source: details 2; seeds' correction 2. Limit: rests on the 32 latest days. Test: rhythm.test.ts.
 */
export function computeGapDays(gaps: readonly number[], dayCount: number, parameters: ModelParameters): number {
  const spanDays = gaps.reduce((sum, gap) => sum + gap, 0);
  if (gaps.length >= parameters.ownGapsNeeded) return Math.max(parameters.minGapDays, spanDays / gaps.length);
  return Math.max(parameters.minGapDays, (spanDays + parameters.gap0Days) / Math.max(1, dayCount));
}

/**
 * Claim: the silence beyond which the tie is quiet. Unit: open days.
 * Formula: under 8 known gaps 3 gaps; else max(90th percentile of its own gaps, 1.5 gaps).
 * Source: seeds' correction 2. Limit: the percentile interpolates linearly. Test: rhythm.test.ts.
 */
export function computeQuietAfterDays(gaps: readonly number[], gapDays: number, parameters: ModelParameters): number {
  if (gaps.length < parameters.quantileGapsNeeded) return parameters.quietGaps * gapDays;
  return Math.max(computeQuantile(gaps, parameters.quietQuantile), parameters.quietQuantileMinGaps * gapDays);
}

/** Claim: quantile q in [0,1] of at least one number, linear between order statistics. Test: rhythm.test.ts. */
export function computeQuantile(values: readonly number[], q: number): number {
  const sorted = Float64Array.from(values).sort();
  const position = q * (sorted.length - 1);
  const below = sorted[Math.floor(position)] as number;
  const above = sorted[Math.ceil(position)] as number;
  return below + (above - below) * (position - Math.floor(position));
}

/**
 * Claim: rhythm and silence of a tie at an instant, with the dates on which it crosses (or crossed) quiet and gone.
 * Formula: gone after max(8 gaps, quiet); crossing date = last + so many open days. Unit: open days, epoch ms.
 * Source: model.md 1.1 (Navarro: 8 gaps), seeds' corrections 2 and 3. Limit: dates hold if nothing happens before.
 * Test: rhythm.test.ts.
 */
export function readRhythm(input: RhythmInput, atMs: number): Rhythm {
  const { days, lastMs, closures, parameters } = input;
  const gaps = listGaps(days, closures);
  const gapDays = computeGapDays(gaps, days.length, parameters);
  const quietAfterDays = computeQuietAfterDays(gaps, gapDays, parameters);
  const goneAfterDays = Math.max(parameters.goneGaps * gapDays, quietAfterDays);
  const known = days.length > 0;
  return {
    gapDays,
    knownGaps: gaps.length,
    silenceDays: known ? countOpenMs(lastMs, atMs, closures) / dayMs : 0,
    quietAfterDays,
    goneAfterDays,
    quietAtMs: known ? addOpenMs(lastMs, quietAfterDays * dayMs, closures) : null,
    goneAtMs: known ? addOpenMs(lastMs, goneAfterDays * dayMs, closures) : null,
  };
}

function noonOf(day: number): number {
  return (day + 0.5) * dayMs;
}

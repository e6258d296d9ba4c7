/** Merging states: two parts of one direction's log, folded apart, put together. */
import { decayTo, ratesOf } from './decay-rates.ts';
import { type DirectionState, keptDays } from './direction-state.ts';
import { copyState } from './fold.ts';
import type { ModelParameters } from './parameters.ts';

/**
 * Claim: the state of the union of two disjoint sets of events. Formula: both read at the later tau, traces added,
 * first = min, last = max, counts added, the 32 latest days and the sources of the union. Neither input changes.
 * Source: model.md 1.0, details 10. Limit: never subtracts; un-merging re-derives from the log. Test: fold.test.ts.
 */
export function mergeStates(a: DirectionState, b: DirectionState, parameters: ModelParameters): DirectionState {
  const merged = copyState(a);
  const other = copyState(b);
  const tauMs = Math.max(a.tauMs, b.tauMs);
  const rates = ratesOf(parameters);
  decayTo(merged, tauMs, rates);
  decayTo(other, tauMs, rates);
  for (let index = 0; index < merged.traces.length; index += 1) {
    merged.traces[index] = (merged.traces[index] as number) + (other.traces[index] as number);
  }
  merged.firstMs = Math.min(a.firstMs, b.firstMs);
  merged.lastMs = Math.max(a.lastMs, b.lastMs);
  merged.contactCount += b.contactCount;
  merged.abilityCount += b.abilityCount;
  merged.benevolenceCount += b.benevolenceCount;
  merged.integrityCount += b.integrityCount;
  merged.days = mergeDays(a.days, b.days);
  merged.sources = [...new Set([...a.sources, ...b.sources])].sort((left, right) => left - right);
  return merged;
}

/**
 * Claim: the latest distinct days of two lists, newest first, at most 32: the active days of a tie. Both lists newest
 * first and without repeats, as states keep them. Source: details 2. Test: fold.test.ts.
 */
export function mergeDays(a: readonly number[], b: readonly number[]): number[] {
  const merged: number[] = [];
  let inA = 0;
  let inB = 0;
  while (merged.length < keptDays && (inA < a.length || inB < b.length)) {
    const dayA = a[inA] ?? -Infinity;
    const dayB = b[inB] ?? -Infinity;
    merged.push(Math.max(dayA, dayB));
    if (dayA >= dayB) inA += 1;
    if (dayB >= dayA) inB += 1;
  }
  return merged;
}

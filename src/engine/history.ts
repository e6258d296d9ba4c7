/** The year line: what a tie was at each of a row of instants. */
import { type BlockValues, computeBond } from './bond.ts';
import { foldEvent } from './fold.ts';
import { computeLevel } from './level.ts';
import type { ModelParameters } from './parameters.ts';
import { findAsOf } from './read-tie.ts';
import type { Status, TieContext } from './reading.ts';
import { computeSilentFigures } from './silence.ts';
import { type DirectedEvent, emptyTie, sortByTime } from './tie-log.ts';

export interface HistoryPoint {
  readonly atMs: number;
  readonly bond: number;
  /** The four values the bond was computed from. */
  readonly values: BlockValues;
  /** Level at that instant, without hysteresis. */
  readonly level: Status;
}

/**
 * Claim: bond and blocks at each instant, as they would have been read then: one pass over the log, O(events + instants).
 * Equal to readTie on the state of the events up to that instant. Source: model.md (tie history by week).
 * Limit: context is judged as of each instant by its own dates (faults, remedies, words); wish and foundation as now.
 * Test: history.test.ts.
 */
export function historyOf(input: {
  events: readonly DirectedEvent[];
  context: TieContext;
  parameters: ModelParameters;
  /** The instants to look at, ascending. */
  instantsMs: readonly number[];
}): HistoryPoint[] {
  const { context, parameters } = input;
  const events = sortByTime(input.events);
  const state = emptyTie();
  let next = 0;
  return input.instantsMs.map((atMs) => {
    for (; next < events.length; next += 1) {
      const item = events[next];
      if (item === undefined || item.event.atMs > atMs) break;
      foldEvent(state[item.direction], item.event, parameters);
    }
    const asOfMs = findAsOf({ state, context, parameters, nowMs: atMs });
    const silent = computeSilentFigures({ state, context, parameters }, asOfMs, atMs);
    const level = computeLevel(silent, parameters, state.ab.contactCount + state.ba.contactCount);
    return { atMs, bond: computeBond(silent.used.values), values: silent.used.values, level };
  });
}

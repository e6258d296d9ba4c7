/** Status with hysteresis: promoted at once, demoted only after one own gap. */
import { subtractOpenMs } from './closures.ts';
import { foldEvent } from './fold.ts';
import { computeLevel, higherStatus } from './level.ts';
import { mergeDays } from './merge.ts';
import type { ModelParameters } from './parameters.ts';
import { findAsOf } from './read-tie.ts';
import type { Status, TieContext } from './reading.ts';
import { readRhythm } from './rhythm.ts';
import { computeSilentFigures } from './silence.ts';
import { type DirectedEvent, emptyTie, sortByTime, tieStateOf } from './tie-log.ts';
import { dayMs } from './trace.ts';

export interface StatusInput {
  readonly events: readonly DirectedEvent[];
  readonly context: TieContext;
  readonly parameters: ModelParameters;
  readonly nowMs: number;
}

/**
 * Claim: the status a page shows. Formula: the highest level reached at any moment in [asOf - gap, asOf], the gap being
 * the tie's own (closed time skipped). A pure function of the set of events, so rebuilds and late arrivals agree.
 * Source: model.md, "How the engine is built" 8. Limit: looked at just after and just before each thing that happened in
 * the span; a peak between two of those, from pressure relaxing, is not seen. Test: status.test.ts.
 */
export function statusAt(input: StatusInput): Status {
  const { context, parameters, nowMs } = input;
  const events = sortByTime(input.events);
  const state = tieStateOf(events, parameters);
  const asOfMs = findAsOf({ state, context, parameters, nowMs });
  const startMs = findSpanStart(input, state, asOfMs);
  const running = emptyTie();
  let next = 0;
  let status: Status = 'unknown';
  const foldUpTo = (atMs: number) => {
    for (; next < events.length; next += 1) {
      const item = events[next];
      if (item === undefined || item.event.atMs > atMs) return;
      foldEvent(running[item.direction], item.event, parameters);
    }
  };
  const look = (atMs: number) => {
    const level = levelAt({ ...input, state: running }, atMs);
    status = higherStatus(status, level);
  };
  for (const atMs of listBreakpoints(input, events, startMs, asOfMs)) {
    if (atMs > startMs) look(atMs);
    foldUpTo(atMs);
    look(atMs);
  }
  return status;
}

function levelAt(input: StatusInput & { state: ReturnType<typeof emptyTie> }, atMs: number): Status {
  const { context, parameters, nowMs, state } = input;
  // A user's word holds over the whole span: people outrank the model at once.
  const silent = computeSilentFigures({ state, context, parameters }, atMs, nowMs);
  return computeLevel(silent, parameters, state.ab.contactCount + state.ba.contactCount);
}

function findSpanStart(input: StatusInput, state: ReturnType<typeof emptyTie>, asOfMs: number): number {
  const { context, parameters } = input;
  const days = mergeDays(state.ab.days, state.ba.days);
  const lastMs = Math.max(state.ab.lastMs, state.ba.lastMs);
  const { gapDays } = readRhythm({ days, lastMs, closures: context.closures, parameters }, asOfMs);
  return subtractOpenMs(asOfMs, gapDays * dayMs, context.closures);
}

/** The start of the span, everything that happened in it, and its end, in order and once each. */
function listBreakpoints(input: StatusInput, events: DirectedEvent[], startMs: number, asOfMs: number): number[] {
  const instants = new Set<number>([startMs, asOfMs]);
  const note = (atMs: number | null) => {
    if (atMs !== null && atMs > startMs && atMs < asOfMs) instants.add(atMs);
  };
  for (const { event } of events) note(event.atMs);
  for (const fault of input.context.faults) note(fault.madeGoodMs);
  for (const expectation of input.context.expectations) note(expectation.settledMs);
  return [...instants].sort((left, right) => left - right);
}

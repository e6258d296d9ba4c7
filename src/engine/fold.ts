/** Folding: one event into one direction, in place. The only update there is; the store's SQL is its set-based twin. */
import { type DecayRates, decayFactor, decayTo, ratesOf } from './decay-rates.ts';
import { type DirectionState, emptyTraces, keptDays } from './direction-state.ts';
import type { ModelParameters } from './parameters.ts';
import type { TieEvent } from './tie-event.ts';
import { smallestTrace } from './trace.ts';

/** Claim: the state of a direction in which nothing happened. Test: fold.test.ts. */
export function emptyState(): DirectionState {
  return {
    tauMs: -Infinity,
    firstMs: Infinity,
    lastMs: -Infinity,
    contactCount: 0,
    abilityCount: 0,
    benevolenceCount: 0,
    integrityCount: 0,
    traces: emptyTraces(),
    days: [],
    sources: [],
  };
}

/** Claim: an independent copy. Test: fold.test.ts. */
export function copyState(state: DirectionState): DirectionState {
  return { ...state, traces: state.traces.slice(), days: state.days.slice(), sources: state.sources.slice() };
}

/**
 * Claim: the state after one more event, whatever the order of arrival. Mutates `state`.
 * Formula: trace <- trace x 2^(-(t - tau)/h) + w when t >= tau, else trace + w x 2^(-(tau - t)/h); tau <- max(tau, t).
 * Source: model.md 1.0; details 2 (32 latest days). Limit: no checks here (see check-event.ts); events of the same source
 * id are dropped by the store before this. Test: fold.test.ts.
 */
export function foldEvent(state: DirectionState, event: TieEvent, parameters: ModelParameters): void {
  const rates = ratesOf(parameters);
  let lateMs = 0;
  if (event.atMs >= state.tauMs) decayTo(state, event.atMs, rates);
  else lateMs = state.tauMs - event.atMs;
  const traces = state.traces;
  const active = event.contact > 0 || event.benefit > 0;
  if (active) {
    const at = familyIndex(event.family);
    const factor = lateMs === 0 ? 1 : decayFactor(familyRate(at, rates), lateMs);
    add(traces, at, event.contact * factor);
    add(traces, at + 1, event.benefit * factor);
    if (event.atMs < state.firstMs) state.firstMs = event.atMs;
    if (event.atMs > state.lastMs) state.lastMs = event.atMs;
    state.contactCount += 1;
    keepDay(state.days, event.day);
    keepSource(state.sources, event.sourceNumber);
  }
  if (event.trustFacet !== null) foldTrust(state, event, lateMs === 0 ? 1 : decayFactor(rates.trust, lateMs));
  if (event.surveyWeight > 0) {
    const factor = lateMs === 0 ? 1 : decayFactor(rates.survey, lateMs);
    add(traces, 14, event.surveyWeight * factor);
    add(traces, 15, event.surveyWeight * event.surveyValue * factor);
  }
  if (event.pressureChannel !== null) {
    const factor = lateMs === 0 ? 1 : decayFactor(rates.pressure, lateMs);
    add(traces, 16 + pressureIndex(event.pressureChannel), event.unasked * factor);
  }
}

/**
 * Claim: the state of a set of events, in any order. Source: model.md, "How the engine is built" 2. Test: fold.test.ts.
 */
export function stateOf(events: Iterable<TieEvent>, parameters: ModelParameters): DirectionState {
  const state = emptyState();
  for (const event of events) foldEvent(state, event, parameters);
  return state;
}

function foldTrust(state: DirectionState, event: TieEvent, factor: number): void {
  if (event.trustGood <= 0 && event.trustBad <= 0) return;
  let at = 8;
  if (event.trustFacet === 'ability') state.abilityCount += 1;
  else if (event.trustFacet === 'benevolence') {
    at = 10;
    state.benevolenceCount += 1;
  } else {
    at = 12;
    state.integrityCount += 1;
  }
  add(state.traces, at, event.trustGood * factor);
  add(state.traces, at + 1, event.trustBad * factor);
}

function add(traces: number[], at: number, weight: number): void {
  if (weight < smallestTrace) return;
  traces[at] = (traces[at] as number) + weight;
}

function familyIndex(family: TieEvent['family']): number {
  if (family === 'mail') return 2;
  if (family === 'chat') return 0;
  return family === 'live' ? 4 : 6;
}

function familyRate(index: number, rates: DecayRates): number {
  if (index === 2) return rates.mail;
  if (index === 0) return rates.chat;
  return index === 4 ? rates.live : rates.purchase;
}

function pressureIndex(channel: NonNullable<TieEvent['pressureChannel']>): number {
  if (channel === 'call') return 0;
  return channel === 'mail' ? 1 : 2;
}

/** Keeps the latest distinct days, newest first; a set operation, so the order of arrival does not matter. */
function keepDay(days: number[], day: number): void {
  if (days[0] === day) return;
  let at = 0;
  while (at < days.length && (days[at] as number) > day) at += 1;
  if (at >= keptDays || days[at] === day) return;
  if (days.length === keptDays) days.pop();
  insertAt(days, at, day);
}

function keepSource(sources: number[], source: number): void {
  let at = sources.length;
  while (at > 0 && (sources[at - 1] as number) > source) at -= 1;
  if (at > 0 && sources[at - 1] === source) return;
  insertAt(sources, at, source);
}

/** In short lists quicker than splice, which also makes a list of what it took out. */
function insertAt(list: number[], at: number, value: number): void {
  list.push(value);
  for (let index = list.length - 1; index > at; index -= 1) list[index] = list[index - 1] as number;
  list[at] = value;
}

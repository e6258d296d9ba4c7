/** Decay rates of the stored traces per millisecond, one per distinct half-life, derived once per set of parameters. */
import type { DirectionState } from './direction-state.ts';
import type { ModelParameters } from './parameters.ts';
import { dayMs, lowestExponent, smallestTrace } from './trace.ts';

export interface DecayRates {
  readonly chat: number;
  readonly mail: number;
  readonly live: number;
  readonly purchase: number;
  readonly trust: number;
  readonly survey: number;
  readonly pressure: number;
}

let derivedFrom: ModelParameters | null = null;
let derived: DecayRates = { chat: 0, mail: 0, live: 0, purchase: 0, trust: 0, survey: 0, pressure: 0 };

/** Claim: -ln2/h per ms for each half-life. Limit: remembers one set of parameters, so treat those as frozen. */
export function ratesOf(parameters: ModelParameters): DecayRates {
  if (parameters !== derivedFrom) {
    const rate = (halfLifeDays: number) => -Math.LN2 / (halfLifeDays * dayMs);
    derived = {
      chat: rate(parameters.halfLifeChatDays),
      mail: rate(parameters.halfLifeMailDays),
      live: rate(parameters.halfLifeLiveDays),
      purchase: rate(parameters.halfLifePurchaseDays),
      trust: rate(parameters.halfLifeTrustDays),
      survey: rate(parameters.halfLifeSurveyDays),
      pressure: rate(parameters.halfLifePressureDays),
    };
    derivedFrom = parameters;
  }
  return derived;
}

/** exp(rate x elapsed) with the shared clamp; elapsed >= 0. */
export function decayFactor(rate: number, elapsedMs: number): number {
  const exponent = rate * elapsedMs;
  return exponent < lowestExponent ? Math.exp(lowestExponent) : Math.exp(exponent);
}

/**
 * Claim: every trace of a direction read at a later instant, in place. Formula: trace x 2^(-elapsed/h), 0 below 1e-100.
 * Source: model.md 1.0, 4 (both twins clamp alike). Limit: the order of traces is that of `traceNames`. Test: fold.test.ts.
 */
export function decayTo(state: DirectionState, atMs: number, rates: DecayRates): void {
  const elapsedMs = atMs - state.tauMs;
  state.tauMs = atMs;
  // Nothing to do for the first event (tau was -Infinity, all traces 0) or for the same instant.
  if (elapsedMs === 0 || elapsedMs === Infinity) return;
  const traces = state.traces;
  decayPair(traces, 0, rates.chat, elapsedMs);
  decayPair(traces, 2, rates.mail, elapsedMs);
  decayPair(traces, 4, rates.live, elapsedMs);
  decayPair(traces, 6, rates.purchase, elapsedMs);
  decaySpan(traces, 8, 14, rates.trust, elapsedMs);
  decayPair(traces, 14, rates.survey, elapsedMs);
  decaySpan(traces, 16, 19, rates.pressure, elapsedMs);
}

function decayPair(traces: number[], at: number, rate: number, elapsedMs: number): void {
  const first = traces[at] as number;
  const second = traces[at + 1] as number;
  // An empty family costs no exponential: most directions use one or two.
  if (first === 0 && second === 0) return;
  const factor = decayFactor(rate, elapsedMs);
  traces[at] = first * factor < smallestTrace ? 0 : first * factor;
  traces[at + 1] = second * factor < smallestTrace ? 0 : second * factor;
}

function decaySpan(traces: number[], from: number, until: number, rate: number, elapsedMs: number): void {
  let factor = -1;
  for (let index = from; index < until; index += 1) {
    const value = traces[index] as number;
    if (value === 0) continue;
    if (factor < 0) factor = decayFactor(rate, elapsedMs);
    traces[index] = value * factor < smallestTrace ? 0 : value * factor;
  }
}

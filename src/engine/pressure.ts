/** Contact pressure: what a firm sends unasked, beside what is ideal and what comes back. */
import type { DirectionState } from './direction-state.ts';
import type { ModelParameters } from './parameters.ts';
import { computeDecay } from './trace.ts';

/**
 * Claim: unasked contacts over 90 days as a multiple of the ideal, summed over channels; 1 = ideal. Range >= 0.
 * Formula: sum_c trace_c/ideal_c; at a steady rate the trace equals 90 days of contacts, because 62.4 d/ln2 = 90 d.
 * Source: details 8; ideals Godfrey, Seiders & Voss 2011 (one car dealer).
 * Limit: an ideal per channel, learned per tenant later. Test: pressure.test.ts.
 */
export function computeSentPressure(state: DirectionState, atMs: number, parameters: ModelParameters): number {
  if (state.tauMs === -Infinity) return 0;
  const decay = computeDecay(atMs - state.tauMs, parameters.halfLifePressureDays);
  const call = (state.traces[16] as number) / parameters.idealCall;
  const mail = (state.traces[17] as number) / parameters.idealMail;
  const post = (state.traces[18] as number) / parameters.idealPost;
  return (call + mail + post) * decay;
}

/**
 * Claim: the part of what is sent that imposes: where the other turns to us as much as we to them, nothing does.
 * Range [0, sent]. Formula: P = sent x (1 - min(1, contact back/contact out)).
 * Source: seeds' correction 4 (a weekly two-way customer is never told to be left alone). Limit: our reading of that
 * property; it holds whatever the log says about `asked`. Test: pressure.test.ts.
 */
export function computePressure(input: { sent: number; contactOut: number; contactBack: number }): number {
  if (input.sent <= 0) return 0;
  const answered = input.contactOut > 0 ? Math.min(1, input.contactBack / input.contactOut) : 0;
  return input.sent * (1 - answered);
}

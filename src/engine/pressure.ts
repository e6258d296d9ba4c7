/** Contact pressure: what a firm sends unasked, beside what is ideal and what comes back. */
import type { DirectionState } from './direction-state.ts';
import type { ModelParameters } from './parameters.ts';
import { computeDecay, dayMs } from './trace.ts';

/**
 * Claim: unasked contacts over 90 days as a multiple of the ideal, summed over channels; 1 = ideal. Range >= 0.
 * Formula: sum_c trace_c/ideal_c; at a steady rate the trace equals 90 days of contacts, because 62.4 d/ln2 = 90 d.
 * Source: details 8; ideals Godfrey, Seiders & Voss 2011 (one car dealer).
 * Limit: an ideal per channel, the firm's (unasked-ideal.ts learns it). Test: pressure.test.ts.
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
 * Claim: the part of what is sent that imposes: who keeps turning to us is not imposed upon.
 * Range [0, sent]. Formula: P = sent x (1 - min(1, (D_back/D_out)/enough)), D = sum over a side's kept active days of
 * 2^(-age/62.4 d): days, because one mailing to 500 counts little as contact and fully as imposing.
 * Source: seeds' correction 4 (a weekly two-way customer is never told to be left alone). Limit: our reading of that
 * property; it holds whatever the log says about `asked`. Test: pressure.test.ts.
 */
export function computePressure(input: {
  sent: number;
  daysOut: readonly number[];
  daysBack: readonly number[];
  atMs: number;
  parameters: ModelParameters;
}): number {
  if (input.sent <= 0) return 0;
  const { atMs, parameters } = input;
  const back = sumFadedDays(input.daysBack, atMs, parameters);
  const out = sumFadedDays(input.daysOut, atMs, parameters);
  if (back <= 0) return input.sent;
  const answered = out > 0 ? back / out / parameters.answeredEnough : 1;
  return input.sent * (1 - Math.min(1, answered));
}

function sumFadedDays(days: readonly number[], atMs: number, parameters: ModelParameters): number {
  return days.reduce((sum, day) => {
    const ageMs = Math.max(0, atMs - (day + 0.5) * dayMs);
    return sum + computeDecay(ageMs, parameters.halfLifePressureDays);
  }, 0);
}

/** The chance that a tie goes on, as a page may show it. */
import type { ModelParameters } from './parameters.ts';

/**
 * Claim: the chance that both sides turn to each other again within the coming four weeks, for a tie that was two-sided.
 * Range: [0, 1), strictly rising in the contact figure, .5 where it equals continuationHalf.
 * Formula: f^k / (f^k + half^k), f the contact figure of a reading.
 * Source: measured. Both coefficients were fitted (maximum likelihood, both logs weighing the same) on the first cut of
 * a chat log and of a mail log and tested on their later cuts (bench V1, calibration). Limit: people among themselves,
 * not supplier and customer; four weeks only; a product's own back-test outranks it. Test: continuation.test.ts.
 */
export function readContinuationChance(contactFigure: number, parameters: ModelParameters): number {
  if (!(contactFigure >= 0 && contactFigure <= 1))
    throw new RangeError(`a contact figure lies in [0, 1], not at ${contactFigure}`);
  if (contactFigure === 0) return 0;
  return 1 / (1 + (parameters.continuationHalf / contactFigure) ** parameters.continuationSteepness);
}

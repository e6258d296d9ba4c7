/** The chance that a tie goes on, as a page may show it. */
import type { ModelParameters } from './parameters.ts';

/**
 * Claim: the chance that both sides turn to each other again within the coming four weeks, for a tie that was two-sided.
 * Range: [0, 1], rising with the contact figure, .5 where that equals continuationHalf; 0 at 0.
 * Formula: odds = [f/(1 - f) x (1 - half)/half]^k, f the contact figure of a reading.
 * Source: measured. The two coefficients were fitted (maximum likelihood, the two logs weighing the same) on the first
 * cut of a chat log and of a mail log, rounded, and tested on their later cuts (bench V1, calibration).
 * Limit: people among themselves, not supplier and customer; four weeks only, so a yearly tie on time has a low chance
 * by nature; a product's own back-test outranks it. Test: continuation.test.ts.
 */
export function readContinuationChance(contactFigure: number, parameters: ModelParameters): number {
  if (!(contactFigure >= 0 && contactFigure <= 1)) {
    throw new RangeError(`a contact figure lies in [0, 1], not at ${contactFigure}`);
  }
  const { continuationHalf: half, continuationSteepness } = parameters;
  const against = ((1 - contactFigure) * half) ** continuationSteepness;
  const inFavour = (contactFigure * (1 - half)) ** continuationSteepness;
  return inFavour / (inFavour + against);
}

/** Block I: how much the two turn to each other, and how much one would miss the other. */
import type { ModelParameters } from './parameters.ts';
import { saturate } from './reciprocity.ts';

export interface IntensityInput {
  /** Decayed contact and benefit, both directions together. */
  readonly contact: number;
  readonly benefit: number;
  /** Decayed pseudo-weight of survey answers and their weighted sum, both directions together. */
  readonly surveyWeight: number;
  readonly surveySum: number;
}

/**
 * Claim: intensity of a tie in [0,1). Formula: I = 1 - exp(-M/(2 kC)), M = max(contact, .1 benefit), contact weighted by
 * depth of channel and length; with survey answers of weight w and mean d: (2 I + w d)/(2 + w).
 * Source: model.md 1.4 (Marsden & Campbell: more than a count; Wu's question as the Sean Ellis test). Limit: depths are
 * design choices until surveys teach them. Test: intensity.test.ts.
 */
export function computeIntensity(input: IntensityInput, parameters: ModelParameters): number {
  const mass = Math.max(input.contact, parameters.benefitAsContact * input.benefit);
  const counted = saturate(mass, 2 * parameters.kappaContact);
  if (input.surveyWeight <= 0) return counted;
  const prior = parameters.surveyPriorWeight;
  return (prior * counted + input.surveySum) / (prior + input.surveyWeight);
}

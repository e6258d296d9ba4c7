/** Block I: how much the two turn to each other, and how much one would miss the other. */
import type { ModelParameters } from './parameters.ts';
import { saturate } from './reciprocity.ts';

export interface IntensityInput {
  /** Decayed contact and benefit, both directions together. */
  readonly contact: number;
  readonly benefit: number;
  /** Mean of the survey answers in [0,1], both directions together. */
  readonly surveyMean: number;
  /** Their decayed pseudo-weight: now, and at the last event. */
  readonly surveyWeight: number;
  readonly surveyWeightAtLast: number;
}

/**
 * Claim: intensity of a tie in [0,1). Formula: I = 1 - exp(-M/(2 kC)), M = max(contact, .1 benefit), contact weighted by
 * depth of channel and length; with survey answers of weight w and mean d: (2 I + w d)/(2 + w). An answer that pulls
 * down keeps the weight it had at the last event: silence alone never raises I (details 7).
 * Source: model.md 1.4 (Marsden & Campbell: more than a count; Wu's question as the Sean Ellis test). Limit: depths are
 * design choices until surveys teach them. Test: intensity.test.ts.
 */
export function computeIntensity(input: IntensityInput, parameters: ModelParameters): number {
  const mass = Math.max(input.contact, parameters.benefitAsContact * input.benefit);
  const counted = saturate(mass, 2 * parameters.kappaContact);
  if (input.surveyWeight <= 0) return counted;
  const prior = parameters.surveyPriorWeight;
  const weight = input.surveyMean < counted ? input.surveyWeightAtLast : input.surveyWeight;
  return (prior * counted + weight * input.surveyMean) / (prior + weight);
}

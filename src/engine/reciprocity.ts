/** Block R: what each side gives, and how even that is. Contact is not benefit. */
import type { ModelParameters } from './parameters.ts';

/**
 * Claim: one side's giving from its decayed benefit and contact. Range [0,1), up in both, continuous.
 * Formula: max(1 - exp(-B/kB), share x (1 - exp(-C/kC))): contact stands in, weakly, where benefit is not known.
 * Source: model.md 1.3, seeds' correction 1. Limit: the assumed share is our choice. Test: reciprocity.test.ts.
 */
export function computeGiving(benefit: number, contact: number, parameters: ModelParameters): number {
  const known = saturate(benefit, parameters.kappaBenefit);
  const assumed = parameters.assumedShare * saturate(contact, parameters.kappaContact);
  return Math.max(known, assumed);
}

/**
 * Claim: reciprocity of two givings in [0,1]. Formula: harmonic mean 2 gA gB/(gA + gB), 0 when one side never gives.
 * Range [0,1], symmetric, up in each, never above twice the smaller. Source: model.md 1.3. Test: reciprocity.test.ts.
 */
export function computeReciprocity(givingA: number, givingB: number): number {
  const lower = Math.min(givingA, givingB);
  const higher = Math.max(givingA, givingB);
  // Divided before multiplied: two tiny givings must not underflow to none.
  return lower <= 0 ? 0 : (2 * lower) / (1 + lower / higher);
}

/** Claim: whether a benefit is still known: trace >= .05 kappa. Source: details 4. Test: reciprocity.test.ts. */
export function isBenefitKnown(benefit: number, parameters: ModelParameters): boolean {
  return benefit > 0 && benefit >= parameters.knownBenefitShare * parameters.kappaBenefit;
}

/** Claim: 1 - exp(-x/kappa) in [0,1), exact for tiny x. Test: reciprocity.test.ts. */
export function saturate(amount: number, kappa: number): number {
  return -Math.expm1(-amount / kappa);
}

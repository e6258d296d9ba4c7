/** Block T: a shared past that is still fresh, without imposing. */
import type { ModelParameters } from './parameters.ts';
import { lowestExponent } from './trace.ts';

export interface TimeFigure {
  /** 1 - exp(-days/8): how often the two found time for each other. */
  readonly continuity: number;
  /** 2^(-silence/(m gaps)): how fresh that is at the tie's own pace. */
  readonly freshness: number;
  /** f(P): 1 up to the ideal, falling beyond it. */
  readonly pressureFactor: number;
  readonly value: number;
}

/**
 * Claim: time of a tie in [0,1]. Formula: (1 - exp(-activeDays/8)) x 2^(-silence/(m gap)) x f(P).
 * Property: depends on the silence only through silence/gap, so a yearly and a weekly customer at the same phase with the
 * same number of days have the same T. Source: model.md 1.5, seeds' correction 2. Limit: at most 32 days are counted; a
 * personal foundation doubles m. Test: time.test.ts.
 */
export function computeTime(input: {
  activeDays: number;
  silenceDays: number;
  gapDays: number;
  pressure: number;
  personalFoundation: boolean;
  parameters: ModelParameters;
}): TimeFigure {
  const { parameters } = input;
  const gaps = parameters.freshnessGaps * (input.personalFoundation ? parameters.personalFactor : 1);
  const continuity = -Math.expm1(-input.activeDays / parameters.continuityDays);
  // The phase first, so that equal phases give equal T to the last digit.
  const phase = input.silenceDays / input.gapDays;
  const exponent = (-Math.LN2 * phase) / gaps;
  const pressureFactor = computePressureFactor(input.pressure);
  // One exponential for both, so that long silence and much pressure together do not underflow to nothing.
  const value = continuity * Math.exp(Math.max(lowestExponent, exponent + Math.log(pressureFactor)));
  return { continuity, freshness: Math.exp(Math.max(lowestExponent, exponent)), pressureFactor, value };
}

/**
 * Claim: what imposing costs. Range (0,1]; 1 for P <= 1. Formula: f(P) = P exp(1 - P) for P > 1.
 * Source: Godfrey, Seiders & Voss 2011 (ideal point, then reactance); seed 004. Limit: on peer logs unanswered runs do not
 * predict fewer answers (measured), so only unasked company-to-customer contact may count. Test: time.test.ts.
 */
export function computePressureFactor(pressure: number): number {
  if (pressure <= 1) return 1;
  return Math.exp(Math.max(lowestExponent, Math.log(pressure) + 1 - pressure));
}

/** How sure a block is, and whether two blocks can be told apart. */

/** Prior items a count is weighed against: after two observations half is known. */
const priorItems = 2;

/**
 * Claim: uncertainty in (0,1] from a number of observations. Formula: 2/(2 + n), as in subjective logic with W = 2.
 * Source: model.md 1.2, carried over to the other blocks (design choice). Test: uncertainty.test.ts.
 */
export function computeUncertainty(observations: number): number {
  return priorItems / (priorItems + Math.max(0, observations));
}

/**
 * Claim: plausible spread (one standard deviation) of a block. Range [0, .29].
 * Formula: sqrt(v (1 - v) u/(2 + u)): the sd of the Beta with mean v that has this uncertainty (W/u observations, W = 2).
 * Source: Beta distribution; design choice for R, I and T. Test: uncertainty.test.ts.
 */
export function computeSpread(value: number, uncertainty: number): number {
  return Math.sqrt((value * (1 - value) * uncertainty) / (priorItems + uncertainty));
}

/** Claim: whether two figures differ by at least the sd of their difference. Source: model.md 1.7.1. Test as above. */
export function isClearlyLower(
  lower: { value: number; uncertainty: number },
  higher: { value: number; uncertainty: number },
): boolean {
  const spread = Math.hypot(
    computeSpread(lower.value, lower.uncertainty),
    computeSpread(higher.value, higher.uncertainty),
  );
  return higher.value - lower.value >= spread && higher.value > lower.value;
}

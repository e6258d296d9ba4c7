/** The one primitive everything uses: a weight that halves every half-life. */

export const dayMs = 86_400_000;
/** Smallest value kept; below it a trace is 0 (both twins, so that PostgreSQL and TypeScript agree). */
export const smallestTrace = 1e-100;
/** Most negative exponent used: exp(-500) is still a normal number. */
export const lowestExponent = -500;

/**
 * Claim: the share left of a trace after a while. Unit: none; range [exp(-500), 1] for elapsed >= 0.
 * Formula: 2^(-elapsed/h) = exp(-ln2 x elapsed/h). Source: model.md 1.0 (tie-decay network, arXiv 1805.00193).
 * Limit: pure exponential; power laws do no better on open logs (model.md 1.1). Test: trace.test.ts.
 */
export function computeDecay(elapsedMs: number, halfLifeDays: number): number {
  return Math.exp(Math.max(lowestExponent, (-Math.LN2 * elapsedMs) / (halfLifeDays * dayMs)));
}

/**
 * Claim: the instant a single trace falls to a threshold if nothing more happens. Unit: epoch ms.
 * Formula: at + h x log2(value/threshold). Range: `atMs` when it is already there. Source: model.md 1.0.
 * Limit: one trace only; S as a whole is found by bisection (bond-crossing.ts). Test: trace.test.ts.
 */
export function findTraceCrossing(input: {
  value: number;
  threshold: number;
  halfLifeDays: number;
  atMs: number;
}): number {
  if (input.value <= input.threshold) return input.atMs;
  if (input.threshold <= 0) return Infinity;
  return input.atMs + input.halfLifeDays * dayMs * Math.log2(input.value / input.threshold);
}

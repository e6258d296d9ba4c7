/** How often something happens in a stretch of time at a rate that is itself only known as a Gamma. */

const nothing = 1e-7;
const mostCounted = 5_000;

/**
 * Claim: P(N >= 1), P(N >= 2), ... for N negative binomial with this shape and share = t / (scale + t), until next to
 * nothing is left. Range [0,1], falling. Test: beta-geometric.test.ts.
 */
export function negativeBinomialTails(shape: number, share: number): number[] {
  const tails: number[] = [];
  if (share <= 0) return tails;
  let logChance = shape * Math.log1p(-share);
  let left = -Math.expm1(logChance);
  for (let count = 1; count <= mostCounted && left > nothing; count += 1) {
    tails.push(left);
    logChance += Math.log(((shape + count - 1) / count) * share);
    left -= Math.exp(logChance);
  }
  return tails;
}

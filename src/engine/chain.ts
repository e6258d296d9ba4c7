/** Chains of ties: who can introduce whom, and how strong that way is. */

/**
 * Claim: a chain is exactly as strong as its weakest link. Formula: min of the links; 0 for no links.
 * Range: never above any link. Source: model.md 1.7.3 (on rating chains the minimum beats the product, measured).
 * Limit: where all links are good the advantage nearly vanishes. Test: chain.test.ts.
 */
export function computeChainStrength(links: readonly number[]): number {
  return links.length === 0 ? 0 : Math.min(...links);
}

/**
 * Claim: several chains together: the mean of their minima (measured: better than the best or the worst of them).
 * Range: between the weakest and the strongest chain; 0 for none. Source: model.md 1.7.3. Test: chain.test.ts.
 */
export function averageChains(chains: readonly (readonly number[])[]): number {
  if (chains.length === 0) return 0;
  return chains.reduce((sum, links) => sum + computeChainStrength(links), 0) / chains.length;
}

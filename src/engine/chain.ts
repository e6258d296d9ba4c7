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

/**
 * Claim: what several chains and everything else that is known foretell together: the latter weighs as one chain more, so a
 * single chain moves it halfway and many chains outweigh it. Formula: (sum of minima + expected)/(n + 1).
 * Range: between the lowest and the highest of them; `expected` where there is no chain. Source: bench V2 (Bitcoin OTC:
 * RMSE .295, AUC .944; the minima alone .302, .908). Limit: people who rate strangers, not customers. Test: chain.test.ts.
 */
export function foretellByChains(chains: readonly (readonly number[])[], expected: number): number {
  return (averageChains(chains) * chains.length + expected) / (chains.length + 1);
}

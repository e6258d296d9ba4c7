/** The bond: four blocks into one figure that is held back by its weakest. */
import type { BlockName } from './reading.ts';

export type BlockValues = Readonly<Record<BlockName, number>>;

/**
 * Claim: the bond S in [0,1]. Formula: S = (V R I T)^(1/4), 0 at once if a block is 0, else in logs.
 * Range: between the minimum and the mean of the four; up in each; at the same sum the balanced profile is higher.
 * Source: model.md 1.6 (power mean p = 0 costs .002 AUC against the arithmetic mean). Limit: the blocks overlap, they are
 * read from the same events. Test: bond.test.ts.
 */
export function computeBond(blocks: BlockValues): number {
  return computeGeometricMean([blocks.trust, blocks.reciprocity, blocks.intensity, blocks.time]);
}

/**
 * Claim: dS/dblock, exactly: what one more unit of that block is worth. Formula: S/(4 block); largest for the smallest.
 * Range: >= 0; for a block at 0 the derivative is infinite and 0 is answered when another block is 0 too.
 * Source: model.md 1.6. Test: bond.test.ts.
 */
export function computeMarginalGain(blocks: BlockValues, name: BlockName): number {
  const value = blocks[name];
  if (value > 0) return computeBond(blocks) / (4 * value);
  const others = (Object.keys(blocks) as BlockName[]).filter((other) => other !== name);
  return others.some((other) => blocks[other] <= 0) ? 0 : Number.MAX_VALUE;
}

/**
 * Claim: what a one-sided contact could become: S without R, 0 for a two-sided tie or where nothing happened.
 * Formula: (V I T)^(1/3) when R = 0. Source: model.md 1.3 (one-sided ties do turn two-sided). Test: bond.test.ts.
 */
export function computePotential(blocks: BlockValues): number {
  return blocks.reciprocity > 0 ? 0 : computeGeometricMean([blocks.trust, blocks.intensity, blocks.time]);
}

/** Claim: geometric mean of numbers >= 0, without underflow. Test: bond.test.ts. */
export function computeGeometricMean(values: readonly number[]): number {
  let logs = 0;
  for (const value of values) {
    if (value <= 0) return 0;
    logs += Math.log(value);
  }
  return Math.exp(logs / values.length);
}

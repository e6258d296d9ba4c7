/** Ranks and how well a figure ranks. */

export { computeAuc, computeMean, rankMiddle } from '#engine/index.ts';

/** Ranks from 1; equal values keep the order in which they stand. */
export function rankInOrder(values: readonly number[]): number[] {
  const ranks = new Array<number>(values.length);
  orderOf(values).forEach((index, place) => {
    ranks[index] = place + 1;
  });
  return ranks;
}

function orderOf(values: readonly number[]): number[] {
  return values
    .map((_, index) => index)
    .sort((left, right) => (values[left] as number) - (values[right] as number) || left - right);
}

/** Ranks and how well a figure ranks. */

/** Ranks from 1; equal values share the mean of their places. */
export function rankMiddle(values: readonly number[]): number[] {
  const order = orderOf(values);
  const ranks = new Array<number>(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end + 1 < order.length && valueAt(values, order, end + 1) === valueAt(values, order, start)) end += 1;
    for (let place = start; place <= end; place += 1) ranks[order[place] as number] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}

/** Ranks from 1; equal values keep the order in which they stand. */
export function rankInOrder(values: readonly number[]): number[] {
  const ranks = new Array<number>(values.length);
  orderOf(values).forEach((index, place) => {
    ranks[index] = place + 1;
  });
  return ranks;
}

/** Chance that a positive stands above a negative, equals counting half. NaN where either is missing. */
export function computeAuc(figures: readonly number[], outcomes: readonly boolean[]): number {
  const ranks = rankMiddle(figures);
  let rankSum = 0;
  let positives = 0;
  outcomes.forEach((outcome, index) => {
    if (!outcome) return;
    rankSum += ranks[index] as number;
    positives += 1;
  });
  const negatives = outcomes.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

export function computeMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function orderOf(values: readonly number[]): number[] {
  return values
    .map((_, index) => index)
    .sort((left, right) => (values[left] as number) - (values[right] as number) || left - right);
}

function valueAt(values: readonly number[], order: readonly number[], place: number): number {
  return values[order[place] as number] as number;
}

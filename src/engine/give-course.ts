/** How what one side gave stood through time, from sums by stretch: exact, however many events lie in each. */

export interface GivenSum {
  /** Which stretch: 0 ends at the first end. */
  readonly stretch: number;
  /** Which of the half-lives it fades by. */
  readonly family: number;
  /** What of the events of this stretch was left at its end. */
  readonly left: number;
}

/**
 * Claim: what was left of all that was given at each end, equal to summing every event faded until then.
 * Formula: S(end_k) = S(end_k-1) * 2^-((end_k - end_k-1)/h) + left_k, by family, then summed. Range: >= 0.
 * Source: model.md 1.0 (a decayed trace is exact and mergeable). Limit: ends ascend. Test: give-course.test.ts.
 */
export function courseOfGiving(input: {
  readonly endsMs: readonly number[];
  readonly halfLivesMs: readonly number[];
  readonly given: readonly GivenSum[];
}): number[] {
  const { endsMs, halfLivesMs, given } = input;
  const byFamily = halfLivesMs.map(() => endsMs.map(() => 0));
  for (const { stretch, family, left } of given) {
    const row = byFamily[family];
    if (row?.[stretch] !== undefined) row[stretch] += left;
  }
  byFamily.forEach((row, family) => {
    for (let k = 1; k < row.length; k += 1) {
      const elapsedMs = (endsMs[k] ?? 0) - (endsMs[k - 1] ?? 0);
      row[k] = (row[k] ?? 0) + (row[k - 1] ?? 0) * 2 ** Math.max(-500, -elapsedMs / (halfLivesMs[family] ?? 1));
    }
  });
  return endsMs.map((_, k) => byFamily.reduce((sum, row) => sum + (row[k] ?? 0), 0));
}

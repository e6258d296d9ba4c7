/** So little gained is as good as nothing; what else speaks for a line still orders it. */
const leastGain = 0.001;

/**
 * Claim: what a line of Today is worth: gained per minute, times how much the firm looks after it now and how useful such
 * lines were to this reader. Range >= 0, rising in gain, weight and factor, falling in minutes. Source: design.
 * Test: act-worth.test.ts.
 */
export function computeActWorth(rank: {
  readonly gain: number;
  readonly minutes: number;
  readonly weight: number;
  readonly learned: { readonly factor: number };
}): number {
  return (Math.max(leastGain, rank.gain) / rank.minutes) * rank.weight * rank.learned.factor;
}

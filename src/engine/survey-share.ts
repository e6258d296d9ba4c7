/** What a share of answers says, and from when on it says anything. */

/** Half the width of a 95 % interval, in standard deviations. */
const z = 1.96;
/** Fewer answers give no verdict (model.md 1.4). */
export const fewestForVerdict = 30;
/** From this share on a firm would be missed: Ellis's rule of thumb, which Wu's question is asked by (model.md 1.4). */
export const missedShare = 0.4;

export interface SurveyShare {
  readonly n: number;
  readonly share: number | null;
  /** Bounds of the 95 % interval, in [0,1]; null without answers. */
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: 'too-few' | 'missed' | 'not-missed' | 'unsure';
}

/**
 * Claim: the share of `yes` among `n` answers with Wilson's interval, and a verdict only where n and the interval allow it:
 * missed when the whole interval lies at or above .4, not missed when it lies below, unsure between.
 * Range: 0 <= low <= share <= high <= 1. Source: Wilson 1927 (score interval); model.md 1.4 and 1.14 (40 %, n >= 30).
 * Limit: who answers chose to answer. Test: survey-share.test.ts.
 */
export function computeSurveyShare({ yes, n }: { yes: number; n: number }): SurveyShare {
  if (n === 0) return { n, share: null, low: null, high: null, verdict: 'too-few' };
  const share = yes / n;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
  const low = Math.min(share, Math.max(0, middle - half));
  const high = Math.max(share, Math.min(1, middle + half));
  if (n < fewestForVerdict) return { n, share, low, high, verdict: 'too-few' };
  if (low >= missedShare) return { n, share, low, high, verdict: 'missed' };
  return { n, share, low, high, verdict: high < missedShare ? 'not-missed' : 'unsure' };
}

/** What a reader finds useful: learned per kind of line and reader, slowly, and forgotten again. */
import { computeDecay, dayMs } from './trace.ts';

export interface Verdict {
  readonly useful: boolean;
  readonly atMs: number;
}

export interface Usefulness {
  /** Decayed counts. */
  readonly useful: number;
  readonly notUseful: number;
  /** How many verdicts there were, undecayed. */
  readonly n: number;
  /** (0, 1]: what the rank of such a line is multiplied by; 1 while nobody said anything. */
  readonly factor: number;
}

/** Half of a verdict is forgotten in so many days (D): a season later somebody may think otherwise. */
export const verdictHalfLifeDays = 90;
/** Weight of "as useful as others find it" before anybody spoke, and that share (D). */
const priorWeight = 4;
const priorShare = 0.8;

/**
 * Claim: how useful a kind of line is to one reader, as a factor on its rank. Formula: Beta posterior mean
 * (u + 4 x .8)/(u + n + 4) over the prior .8, at most 1; u, n are verdicts decayed at 90 days.
 * Range (0,1]; down with every "not useful", up with every "done", back to 1 as both fade. Nothing but the reader's own
 * word counts: a line that was left standing says nothing. Source: Beta-binomial shrinkage as in model.md 1.9.
 * Test: usefulness.test.ts.
 */
export function readUsefulness(verdicts: readonly Verdict[], nowMs: number): Usefulness {
  let useful = 0;
  let notUseful = 0;
  for (const verdict of verdicts) {
    const left = computeDecay(Math.max(0, nowMs - verdict.atMs), verdictHalfLifeDays);
    if (verdict.useful) useful += left;
    else notUseful += left;
  }
  const mean = (useful + priorWeight * priorShare) / (useful + notUseful + priorWeight);
  return { useful, notUseful, n: verdicts.length, factor: Math.min(1, mean / priorShare) };
}

/** Claim: an instant beyond which a verdict weighs less than a hundredth. Test: usefulness.test.ts. */
export function forgottenBeforeMs(nowMs: number): number {
  return nowMs - 7 * verdictHalfLifeDays * dayMs;
}

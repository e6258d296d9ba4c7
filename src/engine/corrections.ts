/** People outrank the model: a user's own word over a block or a reason. */
import type { BlockName, Correction } from './reading.ts';

/**
 * Claim: the value a user gave a block, as it stood at an instant; null when nobody did. Range [0,1].
 * The latest word on the block counts. Source: model.md, "How the engine is built" 7. Test: corrections.test.ts.
 */
export function correctedValue(corrections: readonly Correction[], block: BlockName, atMs: number): number | null {
  let latest: Correction | null = null;
  for (const correction of corrections) {
    if (correction.block !== block || correction.value === null || correction.atMs > atMs) continue;
    if (latest === null || correction.atMs >= latest.atMs) latest = correction;
  }
  return latest?.value ?? null;
}

/** Claim: whether a reason or alarm was muted by that instant. Test: corrections.test.ts. */
export function isMuted(corrections: readonly Correction[], code: string, atMs: number): boolean {
  return corrections.some((correction) => correction.mutedCode === code && correction.atMs <= atMs);
}

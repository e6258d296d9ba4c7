/** Stel dat, where people go: what of an organisation's tie is left without one of ours, or one of theirs. */
import { computeNoisyOr } from './organisation.ts';
import type { ModelParameters } from './parameters.ts';

export type Leaving =
  /** `carried`: what other colleagues who already come there take over, in [0,1]; null = the parameter. */
  | { readonly kind: 'colleague-away'; readonly colleagueId: string; readonly carried: number | null }
  | { readonly kind: 'contact-leaves'; readonly contactId: string };

export interface ShockStrand {
  /** Null: the firm itself, which cannot go away. */
  readonly colleagueId: string | null;
  readonly contactId: string;
  readonly bond: number;
}

/**
 * Claim: what is left of Q when somebody goes. Formula: the noisy-or of the others' strands; a colleague who is only away
 * leaves carried x s behind where another already comes. As (1 - c s) >= (1 - s), never more than before.
 * Test: shock.test.ts.
 */
export function leaveOut(
  shock: Leaving,
  strands: readonly ShockStrand[],
  parameters: ModelParameters,
): { whole: number; left: number; carried: number } {
  const best = bestOfEach(strands);
  const whole = computeNoisyOr(best.map(({ bond }) => bond));
  if (shock.kind === 'contact-leaves') {
    const others = strands.filter(({ contactId }) => contactId !== shock.contactId);
    return { whole, left: computeNoisyOr(bestOfEach(others).map(({ bond }) => bond)), carried: 0 };
  }
  const others = best.filter(({ colleagueId }) => colleagueId !== shock.colleagueId);
  const gone = best.find(({ colleagueId }) => colleagueId === shock.colleagueId);
  const isKnown = others.some(({ colleagueId, bond }) => colleagueId !== null && bond > 0);
  const carried = gone && isKnown ? Math.min(1, Math.max(0, shock.carried ?? parameters.shockCarried)) : 0;
  const left = computeNoisyOr([...others.map(({ bond }) => bond), carried * (gone?.bond ?? 0)]);
  return { whole, left, carried };
}

/** A colleague counts once, by the best strand (details 9). */
function bestOfEach(strands: readonly ShockStrand[]): ShockStrand[] {
  const best = new Map<string | null, ShockStrand>();
  for (const strand of strands) {
    const known = best.get(strand.colleagueId);
    if (known === undefined || strand.bond > known.bond) best.set(strand.colleagueId, strand);
  }
  return [...best.values()];
}

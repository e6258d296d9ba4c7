/** The silence rule: saying nothing never makes a bond stronger. */
import { computeBond } from './bond.ts';
import { computeFigures, type Figures, type TieInput } from './figures.ts';
import { isOverdue } from './trust.ts';

export interface SilentFigures {
  /** The figures at the instant itself. */
  readonly now: Figures;
  /** The figures S is computed from: those of now, or of an earlier instant of this silence where S was lower. */
  readonly used: Figures;
  readonly bond: number;
  /** The earlier instants of this silence that were compared, without pressure. */
  readonly earlier: readonly Figures[];
}

/**
 * Claim: the instant of the last thing that happened to a tie (contact, evidence, fault, remedy, settling), <= atMs.
 * Range: -Infinity for a tie in which nothing happened. Source: details 7. Test: silence.test.ts.
 */
export function findLastHappening(input: TieInput, atMs: number): number {
  let lastMs = Math.max(input.state.ab.tauMs, input.state.ba.tauMs);
  const note = (instantMs: number | null) => {
    if (instantMs !== null && instantMs <= atMs && instantMs > lastMs) lastMs = instantMs;
  };
  for (const fault of input.context.faults) {
    note(fault.atMs);
    note(fault.madeGoodMs);
  }
  for (const expectation of input.context.expectations) note(expectation.settledMs);
  return lastMs;
}

/**
 * Claim: S never rises while nothing happens. Formula: S = min(S(now), S(last event) and S(each due time passed since),
 * the latter without pressure): V drifts back to its base rate and pressure relaxes, both without anybody's doing.
 * Range [0,1]. Source: details 7 (binding). Limit: between the two it may come back up to, never above, the lower of those earlier
 * values, while V drifts; a user's corrections hold at every instant compared.
 * Test: silence.test.ts.
 */
export function computeSilentFigures(input: TieInput, atMs: number, wordAtMs = atMs): SilentFigures {
  const now = computeFigures(input, atMs, true, wordAtMs);
  let used = now;
  let bond = computeBond(now.values);
  const lastMs = findLastHappening(input, atMs);
  if (lastMs === -Infinity || lastMs >= atMs) return { now, used, bond, earlier: [] };
  const instants = [lastMs];
  for (const expectation of input.context.expectations) {
    if (expectation.dueMs > lastMs && isOverdue(expectation, atMs)) instants.push(expectation.dueMs);
  }
  const earlier = instants.map((instantMs) => computeFigures(input, instantMs, false, wordAtMs));
  for (const then of earlier) {
    const bondThen = computeBond(then.values);
    if (bondThen < bond) {
      used = then;
      bond = bondThen;
    }
  }
  return { now, used, bond, earlier };
}

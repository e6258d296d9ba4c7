/** Block V: trust as a Beta reputation with base rate, forgetting and uncertainty. */
import type { DirectionState } from './direction-state.ts';
import type { ModelParameters } from './parameters.ts';
import type { Expectation, TieContext } from './reading.ts';
import { type TrustFacet, trustFacets } from './tie-event.ts';
import { computeDecay } from './trace.ts';

/** Decayed evidence for and against, in weights. */
export interface Evidence {
  readonly good: number;
  readonly bad: number;
}

export interface TrustFigure {
  /** (0,1): expected share of good conduct. */
  readonly value: number;
  /** W/(r+s+W) in (0,1]: 1 = nothing known. */
  readonly uncertainty: number;
}

/**
 * Claim: trust from decayed evidence. Formula: V = (r + aW)/(r + s + W), u = W/(r + s + W).
 * Range: V in (0,1), up in r, down in s; V = a and u = 1 without evidence.
 * Source: Josang & Ismail 2002 (unverified citation), model.md 1.2. Limit: binary evidence, one dimension; collusion.
 * Test: trust.test.ts (golden Beta means).
 */
export function computeTrust(evidence: Evidence, baseRate: number, parameters: ModelParameters): TrustFigure {
  const weight = parameters.trustPriorWeight;
  const bad = evidence.bad * parameters.trustNegativity;
  const total = evidence.good + bad + weight;
  return { value: (evidence.good + baseRate * weight) / total, uncertainty: weight / total };
}

/** The side that is trusted in a direction: 'b' in a->b (a trusts b). */
export type Actor = 'a' | 'b';

/** What stands outside the traces and counts as evidence at an instant, for one actor. */
export interface StandingEvidence {
  readonly facet: TrustFacet;
  /** Weight at the start, what is left of it at the instant, and whether time takes from it at all. */
  readonly weight: number;
  readonly bad: number;
  readonly fades: boolean;
  readonly code: 'fault-open' | 'fault-made-good' | 'overdue';
  readonly sinceMs: number;
}

/**
 * Claim: faults and overdue expectations of one actor as evidence at an instant.
 * Formula: an open fault of weight w counts w; made good at m it counts w x 2^(-(t - m)/90 d). An expectation counts
 * from its due time while open: ours at full weight, the other's fading from the due time.
 * Source: details 6, seeds' correction 6. Limit: a promise marked broken must be settled, else it counts twice.
 * Test: trust.test.ts.
 */
export function listStandingEvidence(
  context: TieContext,
  actor: Actor,
  atMs: number,
  parameters: ModelParameters,
): StandingEvidence[] {
  const found: StandingEvidence[] = [];
  const halfLifeDays = parameters.halfLifeTrustDays;
  for (const fault of context.faults) {
    if (fault.by !== actor || fault.atMs > atMs) continue;
    const madeGood = fault.madeGoodMs !== null && fault.madeGoodMs <= atMs;
    const fading = madeGood ? computeDecay(atMs - (fault.madeGoodMs ?? atMs), halfLifeDays) : 1;
    const code = madeGood ? 'fault-made-good' : 'fault-open';
    const { facet, weight, atMs: sinceMs } = fault;
    found.push({ facet, weight, bad: weight * fading, fades: madeGood, code, sinceMs });
  }
  for (const expectation of context.expectations) {
    if (expectation.owedBy !== actor || !isOverdue(expectation, atMs)) continue;
    const { facet, weight } = overdueTraits(expectation, parameters);
    const fades = context.ours !== actor;
    const fading = fades ? computeDecay(atMs - expectation.dueMs, halfLifeDays) : 1;
    found.push({ facet, weight, bad: weight * fading, fades, code: 'overdue', sinceMs: expectation.dueMs });
  }
  return found;
}

/** Claim: whether an expectation is open and past its due time at an instant. Test: trust.test.ts. */
export function isOverdue(expectation: Expectation, atMs: number): boolean {
  const open = expectation.settledMs === null || expectation.settledMs > atMs;
  return open && expectation.dueMs <= atMs;
}

function overdueTraits(expectation: Expectation, parameters: ModelParameters): { facet: TrustFacet; weight: number } {
  if (expectation.kind === 'promise') return { facet: 'integrity', weight: parameters.overduePromise };
  if (expectation.kind === 'answer') return { facet: 'ability', weight: parameters.overdueAnswer };
  return { facet: 'benevolence', weight: parameters.overdueComplaint };
}

/**
 * Claim: evidence per facet in one direction at an instant >= tau: the traces faded, and what stands beside them.
 * Source: model.md 1.2; facets after Mayer, Davis & Schoorman 1995 (unverified citation). Test: trust.test.ts.
 */
export function readEvidence(
  state: DirectionState,
  standing: readonly StandingEvidence[],
  atMs: number,
  parameters: ModelParameters,
): Record<TrustFacet, Evidence> {
  const decay = state.tauMs === -Infinity ? 0 : computeDecay(atMs - state.tauMs, parameters.halfLifeTrustDays);
  const read = (facet: TrustFacet, at: number): Evidence => {
    const extra = standing.reduce((sum, item) => sum + (item.facet === facet ? item.bad : 0), 0);
    return { good: (state.traces[at] as number) * decay, bad: (state.traces[at + 1] as number) * decay + extra };
  };
  return { ability: read('ability', 8), benevolence: read('benevolence', 10), integrity: read('integrity', 12) };
}

/** Claim: the pooled pair that S uses. Test: trust.test.ts. */
export function poolEvidence(facets: Record<TrustFacet, Evidence>): Evidence {
  let good = 0;
  let bad = 0;
  for (const facet of trustFacets) {
    good += facets[facet].good;
    bad += facets[facet].bad;
  }
  return { good, bad };
}

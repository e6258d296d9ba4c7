/** Where trust starts before two parties have evidence of their own: what is known of each from everybody else. */
import type { ModelParameters } from './parameters.ts';
import type { TrustFacet } from './tie-event.ts';
import { computeDecay, smallestTrace } from './trace.ts';
import type { Evidence } from './trust.ts';

/** Evidence about one party (or the firm as a whole), pooled over all its ties: two traces at the half-life of trust. */
export interface EvidencePool {
  tauMs: number;
  good: number;
  bad: number;
}

/** Beyond these log-odds (1 in 500 million) a base rate would be taken for certainty, and it never is. */
const widestLogOdds = 20;

/** Claim: a pool in which nothing happened. Test: base-rate.test.ts. */
export function emptyPool(): EvidencePool {
  return { tauMs: -Infinity, good: 0, bad: 0 };
}

/**
 * Claim: the pool after one more piece of evidence, whatever the order of arrival. Mutates `pool`; O(1).
 * Formula: as foldEvent, at halfLifeTrustDays. Source: model.md 1.0. Limit: the caller decides whose pool it is.
 * Test: base-rate.test.ts.
 */
export function addToPool(
  pool: EvidencePool,
  event: Evidence & { readonly atMs: number },
  parameters: ModelParameters,
): void {
  const lateMs = pool.tauMs - event.atMs;
  if (lateMs <= 0) {
    const now = readPool(pool, event.atMs, parameters);
    pool.tauMs = event.atMs;
    pool.good = now.good + event.good;
    pool.bad = now.bad + event.bad;
    return;
  }
  const factor = computeDecay(lateMs, parameters.halfLifeTrustDays);
  pool.good += event.good * factor;
  pool.bad += event.bad * factor;
}

/**
 * Claim: what a pool still holds at a later instant. Formula: trace x 2^(-elapsed/h), 0 below 1e-100.
 * Range: >= 0. Source: model.md 1.0. Limit: `atMs` not before the pool's own. Test: base-rate.test.ts.
 */
export function readPool(pool: EvidencePool, atMs: number, parameters: ModelParameters): Evidence {
  if (pool.tauMs === -Infinity || pool.tauMs === atMs) return { good: pool.good, bad: pool.bad };
  const factor = computeDecay(atMs - pool.tauMs, parameters.halfLifeTrustDays);
  return { good: dropTraces(pool.good * factor), bad: dropTraces(pool.bad * factor) };
}

/** Facets whose evidence says something to others. Written down both when it is good and when it is bad. */
export const sharedFacets = ['benevolence', 'integrity'] as const satisfies readonly TrustFacet[];

/**
 * Claim: the part of one direction's evidence that goes into pools: benevolence and integrity, not ability.
 * Why: ability is mostly answers in time, of which a mailbox shows hundreds good and hardly ever one bad. Pooled, they put
 * the base rate of nearly everybody above .98, strangers too (measured on the logs of V1); the AUC of S lost .001.
 * Range: >= 0. Limit: in its own tie an answer in time counts as it always did. Test: base-rate.test.ts.
 */
export function pickSharedEvidence(facets: Readonly<Record<TrustFacet, Evidence>>): Evidence {
  let good = 0;
  let bad = 0;
  for (const facet of sharedFacets) {
    good += facets[facet].good;
    bad += facets[facet].bad;
  }
  return { good, bad };
}

/**
 * Claim: a pool without the part that came from one tie, so that no evidence counts twice: once as what everybody else
 * saw and once as one's own. Range: >= 0 (rounding is cut off). Limit: both read at the same instant. Test: base-rate.test.ts.
 */
export function evidenceWithout(pooled: Evidence, own: Evidence): Evidence {
  return { good: Math.max(0, pooled.good - own.good), bad: Math.max(0, pooled.bad - own.bad) };
}

/**
 * Claim: the base rate of trust of one direction truster -> actor, from what is known outside that direction: how others
 * found the actor, how easily the truster trusts others, and how the actor in turn trusts the truster (trust answers trust).
 * Range: (0, 1); all three empty = the tenant's rate. Rising in every good, falling in every bad.
 * Formula: logit a = logit t + sum over the three of [logit V(evidence, t) - logit t]. Odds multiply, as in the
 * Rasch model, where the item and the person each shift the log-odds.
 * Measured (bench V3, Bitcoin OTC, AUC of the sign of the next rating, last 30 %, prequential, O(1) per event): actor
 * alone .851, + the truster's own habit .917, + the other direction .928; no coefficient was fitted.
 * Limit: people who rate strangers for money, not customers; each part is shrunk by the same W. Test: base-rate.test.ts.
 */
export function readBaseRate(
  known: {
    /** The firm's own rate of good evidence; without one, parameters.trustBaseRate. */
    readonly tenantRate: number;
    /** Evidence about the actor, from others than this truster. */
    readonly actor: Evidence;
    /** Evidence the truster gave about others than this actor. */
    readonly truster: Evidence;
    /** Evidence in the opposite direction of this same tie. */
    readonly opposite: Evidence;
  },
  parameters: ModelParameters,
): number {
  const { tenantRate } = known;
  if (!(tenantRate > 0 && tenantRate < 1))
    throw new RangeError(`a base rate lies between 0 and 1, not at ${tenantRate}`);
  const start = Math.log(tenantRate / (1 - tenantRate));
  let logOdds = start;
  for (const evidence of [known.actor, known.truster, known.opposite]) {
    logOdds += logOddsOf(evidence, tenantRate, parameters) - start;
  }
  const bounded = Math.min(widestLogOdds, Math.max(-widestLogOdds, logOdds));
  return 1 / (1 + Math.exp(-bounded));
}

/** logit of computeTrust's value, written so that it stays finite when one kind of evidence dwarfs the other. */
function logOddsOf(evidence: Evidence, tenantRate: number, parameters: ModelParameters): number {
  const weight = parameters.trustPriorWeight;
  const bad = evidence.bad * parameters.trustNegativity;
  return Math.log((evidence.good + weight * tenantRate) / (bad + weight * (1 - tenantRate)));
}

function dropTraces(value: number): number {
  return value < smallestTrace ? 0 : value;
}

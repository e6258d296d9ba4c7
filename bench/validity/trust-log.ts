/** V3: the sign of the next rating, foretold before it is seen; the engine learns from each rating after it. */
import {
  addToPool,
  type DirectionState,
  dayMs,
  defaultParameters,
  type EvidencePool,
  emptyPool,
  emptyState,
  evidenceWithout,
  foldEvent,
  plainContext,
  readBaseRate,
  readPool,
  readTie,
  type TieState,
  traceNames,
} from '#engine/index.ts';
import type { LoggedRating } from './log-reader.ts';
import { computeAuc } from './ranking.ts';

export interface TrustOutcome {
  readonly file: string;
  readonly ratings: number;
  readonly tested: number;
  readonly positives: number;
  /** a = .5, W = 2, nothing forgotten: what a textbook would do. */
  readonly baselineTextbook: number;
  /** The engine with only what others know of the one who is rated. */
  readonly aucActorOnly: number;
  /** And with how easily the rater trusts. */
  readonly aucActorAndTruster: number;
  /** The engine as shipped: also the other direction, and the tie's own evidence. */
  readonly auc: number;
  readonly brier: number;
}

const trainShare = 0.7;
/** The one pair of traces that is fed here. */
const goodAt = traceNames.indexOf('integrityGood');
const badAt = traceNames.indexOf('integrityBad');
const noEvidence = { good: 0, bad: 0 };

interface Memory {
  /** Evidence about a party, and evidence a party gave. */
  readonly received: Map<string, EvidencePool>;
  readonly given: Map<string, EvidencePool>;
  readonly ties: Map<string, TieState>;
  readonly plain: Map<string, { good: number; bad: number }>;
  readonly all: { good: number; bad: number };
}

interface Foretold {
  readonly textbook: number;
  readonly actorOnly: number;
  readonly actorAndTruster: number;
  readonly shipped: number;
}

/** Prequential: every rating is foretold from the earlier ones only, in O(1); the last 30 % is scored. */
export function measureTrust(file: string, ratings: readonly LoggedRating[]): TrustOutcome {
  const memory: Memory = {
    received: new Map(),
    given: new Map(),
    ties: new Map(),
    plain: new Map(),
    all: { good: 0, bad: 0 },
  };
  const firstTested = Math.floor(ratings.length * trainShare);
  const foretold: Foretold[] = [];
  const outcomes: boolean[] = [];
  ratings.forEach((rating, index) => {
    if (index >= firstTested) {
      foretold.push(foretell(rating, memory));
      outcomes.push(rating.rating > 0);
    }
    learn(rating, memory);
  });
  const aucOf = (name: keyof Foretold) =>
    computeAuc(
      foretold.map((one) => one[name]),
      outcomes,
    );
  const misses = foretold.map((one, index) => (one.shipped - (outcomes[index] ? 1 : 0)) ** 2);
  return {
    file,
    ratings: ratings.length,
    tested: outcomes.length,
    positives: outcomes.filter(Boolean).length,
    baselineTextbook: aucOf('textbook'),
    aucActorOnly: aucOf('actorOnly'),
    aucActorAndTruster: aucOf('actorAndTruster'),
    auc: aucOf('shipped'),
    brier: misses.reduce((sum, miss) => sum + miss, 0) / misses.length,
  };
}

function foretell(rating: LoggedRating, memory: Memory): Foretold {
  const { from, to, atMs } = rating;
  const tie = memory.ties.get(keyOf(from, to));
  const [own, opposite] = tie
    ? [evidenceIn(tie[directionOf(from, to)], atMs), evidenceIn(tie[directionOf(to, from)], atMs)]
    : [noEvidence, noEvidence];
  const pooled = (pool: EvidencePool | undefined) => (pool ? readPool(pool, atMs, defaultParameters) : noEvidence);
  const actor = evidenceWithout(pooled(memory.received.get(to)), own);
  const truster = evidenceWithout(pooled(memory.given.get(from)), own);
  // The firm's own rate so far, as the monthly job would propose it: never forgetting, shrunk to the shipped rate.
  const { trustBaseRate, trustPriorWeight } = defaultParameters;
  const { good, bad } = memory.all;
  const tenantRate = (good + trustPriorWeight * trustBaseRate) / (good + bad + trustPriorWeight);
  const rateOf = (known: { truster: typeof own; opposite: typeof own }) =>
    readBaseRate({ tenantRate, actor, ...known }, defaultParameters);
  const shipped = rateOf({ truster, opposite });
  const seen = memory.plain.get(to) ?? noEvidence;
  return {
    textbook: (seen.good + 1) / (seen.good + seen.bad + 2),
    actorOnly: rateOf({ truster: noEvidence, opposite: noEvidence }),
    actorAndTruster: rateOf({ truster, opposite: noEvidence }),
    shipped: tie ? readTrust(tie, { from, to, atMs, baseRate: shipped }) : shipped,
  };
}

/** Trust of this very direction as a page would show it, starting from its base rate. */
function readTrust(tie: TieState, at: { from: string; to: string; atMs: number; baseRate: number }): number {
  const baseRates = { ab: at.baseRate, ba: at.baseRate };
  const context = { ...plainContext, baseRates };
  const reading = readTie({ state: tie, context, parameters: defaultParameters, nowMs: at.atMs });
  return reading.trustWays[directionOf(at.from, at.to)];
}

function learn(rating: LoggedRating, memory: Memory): void {
  const { from, to, atMs } = rating;
  const good = rating.rating > 0 ? 1 : 0;
  const evidence = { atMs, good, bad: 1 - good };
  addToPool(getOrAdd(memory.received, to, emptyPool), evidence, defaultParameters);
  addToPool(getOrAdd(memory.given, from, emptyPool), evidence, defaultParameters);
  const tie = getOrAdd(memory.ties, keyOf(from, to), () => ({ ab: emptyState(), ba: emptyState() }));
  foldEvent(tie[directionOf(from, to)], eventOf(evidence), defaultParameters);
  const plain = getOrAdd(memory.plain, to, () => ({ good: 0, bad: 0 }));
  for (const count of [plain, memory.all]) {
    count.good += good;
    count.bad += 1 - good;
  }
}

function eventOf(evidence: { atMs: number; good: number; bad: number }): Parameters<typeof foldEvent>[1] {
  return {
    atMs: evidence.atMs,
    day: Math.floor(evidence.atMs / dayMs),
    family: 'mail',
    contact: 0,
    benefit: 0,
    trustFacet: 'integrity',
    trustGood: evidence.good,
    trustBad: evidence.bad,
    pressureChannel: null,
    unasked: 0,
    surveyWeight: 0,
    surveyValue: 0,
    sourceNumber: 0,
  };
}

function evidenceIn(state: DirectionState, atMs: number): { good: number; bad: number } {
  if (state.tauMs === -Infinity) return noEvidence;
  const [good = 0, bad = 0] = [state.traces[goodAt], state.traces[badAt]];
  return readPool({ tauMs: state.tauMs, good, bad }, atMs, defaultParameters);
}

function directionOf(from: string, to: string): 'ab' | 'ba' {
  return from < to ? 'ab' : 'ba';
}

function keyOf(one: string, other: string): string {
  return one < other ? `${one}\t${other}` : `${other}\t${one}`;
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

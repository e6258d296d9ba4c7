/** V2: how somebody will rate whom they never dealt with, from chains of two ratings; the engine learns from each rating after it. */
import {
  addToPool,
  averageChains,
  defaultParameters,
  type EvidencePool,
  emptyPool,
  foretellByChains,
  readBaseRate,
  readPool,
} from '#engine/index.ts';
import type { LoggedRating } from './log-reader.ts';
import { computeAuc, computeMean } from './ranking.ts';

export interface ChainScore {
  /** Of the rating, on -1..1. */
  readonly rmse: number;
  /** Of its sign. */
  readonly auc: number;
}

export interface ChainOutcome {
  readonly file: string;
  readonly ratings: number;
  readonly tested: number;
  readonly positives: number;
  /** The links of a chain multiplied, and the mean over the chains. */
  readonly baselineProduct: ChainScore;
  /** Each chain as strong as its weakest link, and the mean over the chains. */
  readonly minima: ChainScore;
  /** Only what is known of the two without any chain. */
  readonly baseRateOnly: ChainScore;
  /** The engine: the chains, and what is known of the two as one chain more. */
  readonly shipped: ChainScore;
}

const trainShare = 0.7;
const mostStars = 10;
const noEvidence = { good: 0, bad: 0 };

interface Memory {
  readonly out: Map<string, Map<string, number>>;
  readonly in: Map<string, Map<string, number>>;
  readonly received: Map<string, EvidencePool>;
  readonly given: Map<string, EvidencePool>;
  /** How many were good and bad so far, and what those were on average. */
  readonly good: { count: number; sum: number };
  readonly bad: { count: number; sum: number };
}

type Foretold = Record<'product' | 'minima' | 'baseRate' | 'shipped', number>;

/**
 * Prequential: each rating of the last 30 % is foretold from the earlier ones alone, where a chain of two leads from the
 * rater to the rated one and the latter has not rated the former (that answer would tell most of it).
 */
export function measureChains(file: string, ratings: readonly LoggedRating[]): ChainOutcome {
  const memory: Memory = {
    out: new Map(),
    in: new Map(),
    received: new Map(),
    given: new Map(),
    good: { count: 0, sum: 0 },
    bad: { count: 0, sum: 0 },
  };
  const firstTested = Math.floor(ratings.length * trainShare);
  const foretold: Foretold[] = [];
  const outcomes: number[] = [];
  ratings.forEach((rating, index) => {
    if (index >= firstTested && memory.out.get(rating.to)?.has(rating.from) !== true) {
      const chains = listChains(rating, memory);
      if (chains.length > 0) {
        foretold.push(foretell(rating, chains, memory));
        outcomes.push(rating.rating / mostStars);
      }
    }
    learn(rating, memory);
  });
  if (outcomes.length === 0) throw new Error(`${file}: no rating here has a chain of two before it`);
  const scoreOf = (name: keyof Foretold): ChainScore => {
    const values = foretold.map((one) => one[name]);
    const squares = values.map((value, index) => (value - (outcomes[index] as number)) ** 2);
    const signs = outcomes.map((outcome) => outcome > 0);
    return { rmse: Math.sqrt(computeMean(squares)), auc: computeAuc(values, signs) };
  };
  return {
    file,
    ratings: ratings.length,
    tested: outcomes.length,
    positives: outcomes.filter((outcome) => outcome > 0).length,
    baselineProduct: scoreOf('product'),
    minima: scoreOf('minima'),
    baseRateOnly: scoreOf('baseRate'),
    shipped: scoreOf('shipped'),
  };
}

function listChains({ from, to }: LoggedRating, memory: Memory): [number, number][] {
  const chains: [number, number][] = [];
  const last = memory.in.get(to);
  if (!last) return chains;
  for (const [between, first] of memory.out.get(from) ?? []) {
    const second = last.get(between);
    if (second !== undefined) chains.push([first, second]);
  }
  return chains;
}

function foretell(rating: LoggedRating, chains: [number, number][], memory: Memory): Foretold {
  const baseRate = expectRating(rating, memory);
  return {
    product: computeMean(chains.map(([first, second]) => first * second)),
    minima: averageChains(chains),
    baseRate,
    shipped: foretellByChains(chains, baseRate),
  };
}

/** The chance that it is good, as V3 has it, between what good and bad ratings were on average so far. */
function expectRating({ from, to, atMs }: LoggedRating, memory: Memory): number {
  const { good, bad } = memory;
  const { trustBaseRate, trustPriorWeight } = defaultParameters;
  const tenantRate = (good.count + trustPriorWeight * trustBaseRate) / (good.count + bad.count + trustPriorWeight);
  const pooled = (pool: EvidencePool | undefined) => (pool ? readPool(pool, atMs, defaultParameters) : noEvidence);
  const actor = pooled(memory.received.get(to));
  const truster = pooled(memory.given.get(from));
  const chance = readBaseRate({ tenantRate, actor, truster, opposite: noEvidence }, defaultParameters);
  const meanOf = ({ count, sum }: { count: number; sum: number }) => (count === 0 ? 0 : sum / count);
  return chance * meanOf(good) + (1 - chance) * meanOf(bad);
}

function learn({ from, to, rating, atMs }: LoggedRating, memory: Memory): void {
  const value = rating / mostStars;
  getOrAdd(memory.out, from, () => new Map<string, number>()).set(to, value);
  getOrAdd(memory.in, to, () => new Map<string, number>()).set(from, value);
  const good = rating > 0 ? 1 : 0;
  const evidence = { atMs, good, bad: 1 - good };
  addToPool(getOrAdd(memory.received, to, emptyPool), evidence, defaultParameters);
  addToPool(getOrAdd(memory.given, from, emptyPool), evidence, defaultParameters);
  const seen = rating > 0 ? memory.good : memory.bad;
  seen.count += 1;
  seen.sum += value;
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Whether somebody still buys, and how often in the weeks to come: two models, of which the one that foretells better is used. */
import {
  type BetaGeometric,
  chanceAliveBetaGeometric,
  expectBetaGeometric,
  logLikelihoodBetaGeometric,
  tailsOfBetaGeometric,
} from './beta-geometric.ts';
import type { BuyingHistory, CountedHistory } from './buying-history.ts';
import { minimise } from './minimise.ts';
import { chanceAlivePareto, expectPareto, logLikelihoodPareto, type Pareto, tailsOfPareto } from './pareto.ts';

export type BuyingModel =
  | ({ readonly kind: 'beta-geometric' } & BetaGeometric)
  | ({ readonly kind: 'pareto' } & Pareto);
export type BuyingKind = BuyingModel['kind'];
export const buyingKinds = ['beta-geometric', 'pareto'] as const satisfies readonly BuyingKind[];

/** Fitted on CDNOW (model.md 1.14), in weeks: where a firm begins that has too few customers of its own. */
export const shippedBuying: BuyingModel = { kind: 'beta-geometric', r: 0.52, alpha: 6.2, a: 0.89, b: 1.61 };

/** Parameters are looked for between these: beyond them the likelihood is flat. */
const edges = { low: Math.log(1e-3), high: Math.log(1e4) };
const starts = { 'beta-geometric': [0, 1, 0, 0], pareto: [0, 1, 0, 1] } as const;

export interface Fitted {
  readonly model: BuyingModel;
  readonly logLikelihood: number;
}

/**
 * Claim: the parameters under which what was seen is likeliest. Formula: maximum likelihood by `minimise` over the logs
 * of the four. Deterministic. Source: model.md 1.11. Limit: Poisson while alive, no seasons. Test: buying.test.ts.
 */
export function fitBuying(kind: BuyingKind, histories: readonly CountedHistory[]): Fitted {
  const compute = (at: readonly number[]) => {
    if (at.some((value) => value < edges.low || value > edges.high)) return Infinity;
    const model = modelOf(kind, at.map(Math.exp));
    return -histories.reduce((sum, history) => sum + history.customers * logLikelihoodOf(model, history), 0);
  };
  const { at, value } = minimise({ start: starts[kind], compute });
  return { model: modelOf(kind, at.map(Math.exp)), logLikelihood: -value };
}

export function logLikelihoodOf(model: BuyingModel, history: BuyingHistory): number {
  return model.kind === 'pareto'
    ? logLikelihoodPareto(model, history)
    : logLikelihoodBetaGeometric(model, history, 'every');
}

export function chanceAlive(model: BuyingModel, history: BuyingHistory): number {
  return model.kind === 'pareto'
    ? chanceAlivePareto(model, history)
    : chanceAliveBetaGeometric(model, history, 'every');
}

/** How many days of purchase to expect in the coming weeks. */
export function expectPurchases(model: BuyingModel, history: BuyingHistory, weeks: number): number {
  if (weeks <= 0) return 0;
  return model.kind === 'pareto'
    ? expectPareto(model, history, weeks)
    : expectBetaGeometric(model, history, { weeks, drops: 'every' });
}

export interface BuyingReading {
  readonly alive: number;
  readonly expected: number;
  /** Nine times in ten it is no more than `high`, nine in ten no fewer than `low`. */
  readonly low: number;
  readonly high: number;
  /** The chance of at least one. */
  readonly any: number;
}

const outside = 0.1;

/** Claim: what to expect of one customer, with the interval that holds four fifths. Test: buying.test.ts. */
export function readBuying(model: BuyingModel, history: BuyingHistory, weeks: number): BuyingReading {
  const tails =
    model.kind === 'pareto'
      ? tailsOfPareto(model, history, weeks)
      : tailsOfBetaGeometric(model, history, { weeks, drops: 'every' });
  return {
    alive: chanceAlive(model, history),
    expected: expectPurchases(model, history, weeks),
    low: countAbove(tails, 1 - outside),
    high: countAbove(tails, outside),
    any: tails[0] ?? 0,
  };
}

/** The largest count that is reached with at least this chance. */
function countAbove(tails: readonly number[], chance: number): number {
  const at = tails.findIndex((tail) => tail < chance);
  return at === -1 ? tails.length : at;
}

function modelOf(kind: BuyingKind, [one = 1, two = 1, three = 1, four = 1]: readonly number[]): BuyingModel {
  return kind === 'pareto'
    ? { kind, r: one, alpha: two, s: three, beta: four }
    : { kind, r: one, alpha: two, a: three, b: four };
}

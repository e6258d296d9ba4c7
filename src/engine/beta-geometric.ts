/** BG/NBD and MBG/NBD: who buys at a rate of their own, and after a purchase may stay away for good. */
import type { BuyingHistory } from './buying-history.ts';
import { negativeBinomialTails } from './negative-binomial.ts';
import { addLogs, computeLogBeta, computeLogGamma, computeLogHypergeometric } from './special-functions.ts';

/** Rates over customers are Gamma(r, alpha) per week; the chance to stay away after a purchase is Beta(a, b). */
export interface BetaGeometric {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** `first` too: one may stay away right after the first purchase (Batislam et al. 2007), otherwise only after repeats. */
export type DropsAfter = 'every' | 'repeats';

/**
 * Claim: ln of the likelihood of one history. Source: Fader, Hardie & Lee 2005 (BG/NBD, 'repeats'); Batislam, Denizel &
 * Filiztekin 2007 (MBG/NBD, 'every'); model.md 1.11. Test: beta-geometric.test.ts (published figures of CDNOW).
 */
export function logLikelihoodBetaGeometric(model: BetaGeometric, history: BuyingHistory, drops: DropsAfter): number {
  const { r, alpha, a, b } = model;
  const { repeats: x, lastWeek, weeks } = history;
  const rate = computeLogGamma(r + x) - computeLogGamma(r) + r * Math.log(alpha);
  const chances = drops === 'every' ? x + 1 : x;
  const stayed = computeLogBeta(a, b + chances) - computeLogBeta(a, b) - (r + x) * Math.log(alpha + weeks);
  if (chances === 0) return rate + stayed;
  const left = computeLogBeta(a + 1, b + chances - 1) - computeLogBeta(a, b) - (r + x) * Math.log(alpha + lastWeek);
  return rate + addLogs(stayed, left);
}

/** Claim: the chance that they still buy. Range (0, 1]; falls with silence. Source and test: as above. */
export function chanceAliveBetaGeometric(model: BetaGeometric, history: BuyingHistory, drops: DropsAfter): number {
  const { r, alpha, a, b } = model;
  const { repeats: x, lastWeek, weeks } = history;
  const chances = drops === 'every' ? x + 1 : x;
  if (chances === 0) return 1;
  const logOdds = Math.log(a / (b + chances - 1)) + (r + x) * Math.log((alpha + weeks) / (alpha + lastWeek));
  return 1 / (1 + Math.exp(logOdds));
}

/**
 * Claim: how many purchases to expect in the coming weeks. Formula: the posterior rate is Gamma(r + x, alpha + T), the
 * posterior chance to leave Beta(a, b + x (+1)); E = (1 - e^(-lambda p t)) / p taken over both. Range >= 0, rises with
 * the weeks. Source and test: as above.
 */
export function expectBetaGeometric(model: BetaGeometric, history: BuyingHistory, { weeks, drops }: Coming): number {
  const { shape, kept, share } = posteriorOf(model, history, { weeks, drops });
  // At a = 1 the closed form is 0/0; beside it it is as near as a number can tell.
  const a = Math.abs(model.a - 1) < 1e-6 ? 1 + 2e-6 : model.a;
  const logSeries = computeLogHypergeometric(shape, kept, a + kept - 1, share);
  const ifAlive = ((a + kept - 1) / (a - 1)) * -Math.expm1(shape * Math.log1p(-share) + logSeries);
  return Math.max(0, ifAlive) * chanceAliveBetaGeometric(model, history, drops);
}

/**
 * Claim: the chance of at least 1, 2, ... purchases in the coming weeks, until it is next to nothing. Formula: given that
 * they are alive P(Y >= n) = P(N >= n) B(a, k + n - 1) / B(a, k), with N negative binomial. Range [0,1], falling; its sum
 * is the expectation. Test: beta-geometric.test.ts.
 */
export function tailsOfBetaGeometric(model: BetaGeometric, history: BuyingHistory, coming: Coming): number[] {
  const { shape, kept, share } = posteriorOf(model, history, coming);
  const alive = chanceAliveBetaGeometric(model, history, coming.drops);
  const all = computeLogBeta(model.a, kept);
  return negativeBinomialTails(shape, share).map(
    (tail, at) => alive * tail * Math.exp(computeLogBeta(model.a, kept + at) - all),
  );
}

interface Coming {
  readonly weeks: number;
  readonly drops: DropsAfter;
}

function posteriorOf({ r, alpha, b }: BetaGeometric, { repeats, weeks }: BuyingHistory, coming: Coming) {
  return {
    shape: r + repeats,
    kept: b + repeats + (coming.drops === 'every' ? 1 : 0),
    share: coming.weeks / (alpha + weeks + coming.weeks),
  };
}

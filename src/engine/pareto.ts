/** Pareto/NBD: who buys at a rate of their own, and may stop at any moment. */
import type { BuyingHistory } from './buying-history.ts';
import { negativeBinomialTails } from './negative-binomial.ts';
import { addLogs, computeLogGamma } from './special-functions.ts';

/** Rates over customers are Gamma(r, alpha) per week, the rate of stopping Gamma(s, beta). */
export interface Pareto {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/**
 * Claim: ln of the likelihood of one history. Source: Schmittlein, Morrison & Colombo 1987; model.md 1.11. The part of
 * those who stopped is an integral over when; Gauss-Legendre takes it where the closed form subtracts two nearly equal
 * 2F1. Test: pareto.test.ts (published figures of CDNOW; the closed form).
 */
export function logLikelihoodPareto(model: Pareto, history: BuyingHistory): number {
  const { r, alpha, s, beta } = model;
  const { repeats: x, weeks } = history;
  const shared = computeLogGamma(r + x) - computeLogGamma(r) + r * Math.log(alpha) + s * Math.log(beta);
  const alive = -(r + x) * Math.log(alpha + weeks) - s * Math.log(beta + weeks);
  return shared + addLogs(alive, logStopped(model, history));
}

/** Claim: the chance that they still buy. Range (0, 1]; falls with silence. Source and test: as above. */
export function chanceAlivePareto(model: Pareto, history: BuyingHistory): number {
  const { r, alpha, s, beta } = model;
  const alive = -(r + history.repeats) * Math.log(alpha + history.weeks) - s * Math.log(beta + history.weeks);
  return 1 / (1 + Math.exp(logStopped(model, history) - alive));
}

/**
 * Claim: how many purchases to expect in the coming weeks. Formula: (r + x)(beta + T) / ((alpha + T)(s - 1)) *
 * (1 - ((beta + T)/(beta + T + t))^(s - 1)) * P(alive). Range >= 0. Source and test: as above.
 */
export function expectPareto(model: Pareto, history: BuyingHistory, weeks: number): number {
  const { r, alpha, s, beta } = model;
  const rate = (r + history.repeats) / (alpha + history.weeks);
  const from = beta + history.weeks;
  const ratio = Math.log1p(weeks / from);
  // (1 - e^(-(s-1) ratio)) / (s - 1), which at s = 1 is the ratio itself.
  const power = s - 1;
  const lasting = Math.abs(power) < 1e-9 ? ratio : -Math.expm1(-power * ratio) / power;
  return rate * from * lasting * chanceAlivePareto(model, history);
}

/** So finely the moment of stopping is looked at. */
const slices = 72;

/**
 * Claim: the chance of at least 1, 2, ... purchases in the coming weeks, until it is next to nothing. Formula: given that
 * they are alive, negative binomial up to the moment of stopping, which is Pareto; taken in slices. Range [0,1], falling;
 * its sum is the expectation. Test: pareto.test.ts.
 */
export function tailsOfPareto(model: Pareto, history: BuyingHistory, weeks: number): number[] {
  const { r, alpha, s, beta } = model;
  const shape = r + history.repeats;
  const stays = (until: number) => Math.exp(-s * Math.log1p(until / (beta + history.weeks)));
  const tailsUntil = (until: number) => negativeBinomialTails(shape, until / (alpha + history.weeks + until));
  const tails = tailsUntil(weeks).map((tail) => tail * stays(weeks));
  // Even steps of ln(beta + T + u): fine where stopping is likeliest.
  const edge = beta + history.weeks;
  const at = (slice: number) => edge * Math.expm1((slice / slices) * Math.log1p(weeks / edge));
  for (let slice = 0; slice < slices; slice += 1) {
    const stops = stays(at(slice)) - stays(at(slice + 1));
    tailsUntil(at(slice + 0.5)).forEach((tail, count) => {
      tails[count] = (tails[count] ?? 0) + stops * tail;
    });
  }
  const alive = chanceAlivePareto(model, history);
  return tails.map((tail) => alive * tail);
}

/** ln s * integral over [t_x, T] of (alpha + u)^-(r + x) (beta + u)^-(s + 1). */
function logStopped({ r, alpha, s, beta }: Pareto, { repeats: x, lastWeek, weeks }: BuyingHistory): number {
  if (weeks <= lastWeek) return -Infinity;
  // In v = ln(edge + u) the integrand is smooth also where one of the two is nearly 0.
  const edge = Math.min(alpha, beta);
  const [from, until] = [Math.log(edge + lastWeek), Math.log(edge + weeks)];
  const pieces = Math.max(1, Math.ceil((until - from) / 1.2));
  const half = (until - from) / pieces / 2;
  const logAt = (v: number) => {
    const u = Math.exp(v) - edge;
    return v - (r + x) * Math.log(alpha + u) - (s + 1) * Math.log(beta + u);
  };
  const highest = Math.max(logAt(from), logAt(until));
  let sum = 0;
  for (let piece = 0; piece < pieces; piece += 1) {
    const middle = from + (2 * piece + 1) * half;
    for (const [at, weight] of legendre) {
      sum += weight * (Math.exp(logAt(middle + half * at) - highest) + Math.exp(logAt(middle - half * at) - highest));
    }
  }
  return Math.log(s) + highest + Math.log(sum * half);
}

/** Sixteen points of Gauss-Legendre on [-1, 1]: the positive half with its weights (Abramowitz & Stegun 25.4). */
const legendre = [
  [0.09501250983763744, 0.1894506104550685],
  [0.2816035507792589, 0.18260341504492358],
  [0.45801677765722737, 0.16915651939500254],
  [0.6178762444026438, 0.14959598881657674],
  [0.755404408355003, 0.12462897125553388],
  [0.8656312023878318, 0.09515851168249279],
  [0.9445750230732326, 0.06225352393864789],
  [0.9894009349916499, 0.02715245941175409],
] as const;

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chanceAlivePareto, expectPareto, logLikelihoodPareto, tailsOfPareto } from './pareto.ts';
import { computeLogGamma, computeLogHypergeometric } from './special-functions.ts';

const near = (value: number, expected: number, within: number) =>
  assert.ok(Math.abs(value - expected) <= within, `${value} is not ${expected}`);

/** CDNOW, in weeks: Fader, Hardie & Lee 2005, Marketing Science 24(2), table 2. */
const published = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };

test('golden: a published customer of CDNOW under the published Pareto/NBD', () => {
  // The package BTYD, customer 1516: 25.46 in a year, alive .9979.
  const frequent = { repeats: 26, lastWeek: 30.86, weeks: 31 };
  near(expectPareto(published, frequent, 52), 25.46, 5e-3);
  near(chanceAlivePareto(published, frequent), 0.9979, 5e-5);
});

const size = (max: number) => fc.double({ min: 0.05, max, noNaN: true });
const models = fc.record({ r: size(4), alpha: size(20), s: size(4), beta: size(20) });
const histories = fc
  .record({ repeats: fc.nat(20), lastWeek: size(40), since: size(40) })
  .map(({ repeats, lastWeek, since }) =>
    repeats === 0 ? { repeats, lastWeek: 0, weeks: since } : { repeats, lastWeek, weeks: lastWeek + since },
  );

/** As printed: two terms of 2F1, of which the difference is taken. */
function logLikelihoodAsPrinted(
  { r, alpha, s, beta }: typeof published,
  { repeats: x, lastWeek, weeks }: { repeats: number; lastWeek: number; weeks: number },
) {
  const all = r + s + x;
  const [edge, other] = [Math.max(alpha, beta), alpha >= beta ? s + 1 : r + x];
  const term = (until: number) =>
    Math.exp(
      computeLogHypergeometric(all, other, all + 1, Math.abs(alpha - beta) / (edge + until)) -
        all * Math.log(edge + until),
    );
  const stopped = (s / all) * (term(lastWeek) - term(weeks));
  const alive = (alpha + weeks) ** -(r + x) * (beta + weeks) ** -s;
  return (
    computeLogGamma(r + x) - computeLogGamma(r) + r * Math.log(alpha) + s * Math.log(beta) + Math.log(alive + stopped)
  );
}

test('the integral is what the closed form says', () => {
  const tame = fc.record({
    r: fc.double({ min: 0.2, max: 2, noNaN: true }),
    alpha: fc.double({ min: 2, max: 15, noNaN: true }),
    s: fc.double({ min: 0.2, max: 2, noNaN: true }),
    beta: fc.double({ min: 2, max: 15, noNaN: true }),
  });
  fc.assert(
    fc.property(tame, histories, (model, history) => {
      near(logLikelihoodPareto(model, history), logLikelihoodAsPrinted(model, history), 1e-6);
    }),
    { numRuns: 80 },
  );
});

test('silence never makes it likelier that they still buy; the tails fall and add up to the expectation', () => {
  fc.assert(
    fc.property(models, histories, (model, history) => {
      const [now, then] = [history, { ...history, weeks: history.weeks + 10 }].map((one) =>
        chanceAlivePareto(model, one),
      );
      assert.ok((then as number) <= (now as number) + 1e-12 && (now as number) <= 1);
      const tails = tailsOfPareto(model, history, 13);
      tails.forEach((tail, at) => {
        assert.ok(tail <= (tails[at - 1] ?? 1) + 1e-9 && tail >= 0);
      });
      const expected = expectPareto(model, history, 13);
      near(
        tails.reduce((total, tail) => total + tail, 0),
        expected,
        0.02 * (0.05 + expected),
      );
    }),
    { numRuns: 40 },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  chanceAliveBetaGeometric,
  expectBetaGeometric,
  logLikelihoodBetaGeometric,
  tailsOfBetaGeometric,
} from './beta-geometric.ts';

const near = (value: number, expected: number, within: number) =>
  assert.ok(Math.abs(value - expected) <= within, `${value} is not ${expected}`);

/** CDNOW, in weeks: Fader, Hardie & Lee 2005, Marketing Science 24(2), table 2. */
const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

test('golden: published customers of CDNOW under the published BG/NBD', () => {
  // Fader, Hardie & Lee 2005 (the note on a spreadsheet): x = 2, t_x = 30.43, T = 38.86 buys 1.226 times in 39 weeks.
  const example = { repeats: 2, lastWeek: 30.43, weeks: 38.86 };
  near(expectBetaGeometric(published, example, { weeks: 39, drops: 'repeats' }), 1.226, 5e-4);
  // The package BTYD, customer 1516: 25.76 in a year, alive .9688.
  const frequent = { repeats: 26, lastWeek: 30.86, weeks: 31 };
  near(expectBetaGeometric(published, frequent, { weeks: 52, drops: 'repeats' }), 25.76, 5e-3);
  near(chanceAliveBetaGeometric(published, frequent, 'repeats'), 0.9688, 2e-4);
  assert.equal(chanceAliveBetaGeometric(published, { repeats: 0, lastWeek: 0, weeks: 30 }, 'repeats'), 1);
});

test('golden: MBG/NBD alive as in closed form, also for who never came back', () => {
  const model = { r: 0.52, alpha: 6.2, a: 0.89, b: 1.61 };
  const history = { repeats: 0, lastWeek: 0, weeks: 20 };
  near(chanceAliveBetaGeometric(model, history, 'every'), 1 / (1 + (0.89 / 1.61) * (26.2 / 6.2) ** 0.52), 1e-12);
});

const size = (max: number) => fc.double({ min: 0.05, max, noNaN: true });
const models = fc.record({ r: size(4), alpha: size(20), a: size(3), b: fc.double({ min: 1, max: 6, noNaN: true }) });
const histories = fc
  .record({ repeats: fc.nat(30), lastWeek: size(60), since: size(60) })
  .map(({ repeats, lastWeek, since }) =>
    repeats === 0 ? { repeats, lastWeek: 0, weeks: since } : { repeats, lastWeek, weeks: lastWeek + since },
  );

test('silence never makes it likelier that they still buy, and more weeks never expect less', () => {
  fc.assert(
    fc.property(models, histories, (model, history) => {
      const later = { ...history, weeks: history.weeks + 10 };
      const [now, then] = [history, later].map((one) => chanceAliveBetaGeometric(model, one, 'every'));
      assert.ok((then as number) <= (now as number) + 1e-12 && (now as number) <= 1 && (then as number) > 0);
      const [short, long] = [4, 8].map((weeks) => expectBetaGeometric(model, history, { weeks, drops: 'every' }));
      assert.ok((long as number) >= (short as number) - 1e-9 && (short as number) >= 0);
    }),
    { numRuns: 60 },
  );
});

test('the chances of 1, 2, ... purchases fall and add up to the expectation', () => {
  fc.assert(
    fc.property(models, histories, (model, history) => {
      const coming = { weeks: 13, drops: 'every' } as const;
      const tails = tailsOfBetaGeometric(model, history, coming);
      tails.forEach((tail, at) => {
        assert.ok(tail <= (tails[at - 1] ?? 1) + 1e-12 && tail >= 0);
      });
      const expected = expectBetaGeometric(model, history, coming);
      const sum = tails.reduce((total, tail) => total + tail, 0);
      // At a near 1 the closed form loses digits.
      if (Math.abs(model.a - 1) > 1e-3) near(sum, expected, 1e-3 * (1 + expected));
    }),
    { numRuns: 60 },
  );
});

test('a likelihood is a chance: all that can happen in a while comes to one', () => {
  // With no time passed only "never again" can have been seen.
  const model = { r: 0.5, alpha: 6, a: 0.9, b: 1.6 };
  near(logLikelihoodBetaGeometric(model, { repeats: 0, lastWeek: 0, weeks: 0 }, 'every'), 0, 1e-12);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ActFigures, type ActName, actTable, computeActGain, computeSpreadGain } from './act-gain.ts';
import { computeBond, computeMarginalGain } from './bond.ts';
import { computeNoisyOr } from './organisation.ts';
import { resolveParameters } from './parameters.ts';

const parameters = resolveParameters();
const acts = Object.keys(actTable) as ActName[];
const share = fc.double({ min: 0, max: 1, noNaN: true });
const figures: fc.Arbitrary<ActFigures> = fc.record({
  values: fc.record({ trust: share, reciprocity: share, intensity: share, time: share }),
  givingOurs: fc.double({ min: 0, max: 0.999, noNaN: true }),
  givingTheirs: fc.double({ min: 0, max: 0.999, noNaN: true }),
  silenceDays: fc.double({ min: 0, max: 40_000, noNaN: true }),
  gapDays: fc.option(fc.double({ min: 1, max: 4_000, noNaN: true })),
  pressure: fc.double({ min: 0, max: 1_000, noNaN: true }),
});
const plain: ActFigures = {
  values: { trust: 0.7, reciprocity: 0.5, intensity: 0.6, time: 0.2 },
  ...{ givingOurs: 0.5, givingTheirs: 0.5, silenceDays: 42, gapDays: 14, pressure: 0 },
};

test('no act lowers a block, leaves [0,1] or promises more than there is room for', () => {
  fc.assert(
    fc.property(figures, fc.constantFrom(...acts), (given, act) => {
      const { after, gain, minutes } = computeActGain({ act, figures: given, parameters });
      for (const name of ['trust', 'reciprocity', 'intensity', 'time'] as const) {
        assert.ok(after[name] >= given.values[name] - 1e-9 && after[name] <= 1, `${act} ${name} ${after[name]}`);
      }
      assert.ok(gain >= 0 && gain <= 1 - computeBond(given.values) + 1e-9 && Number.isFinite(gain));
      assert.ok(minutes > 0);
    }),
    { numRuns: 300 },
  );
});

test('the gain is the sum of the exact slopes times what moves, by hand', () => {
  const { after, gain, block } = computeActGain({ act: 'write', figures: plain, parameters });
  // Three gaps of silence at five gaps a half-life: 2^(3/5) fresher. One mail of depth .5 over 2 kappa.
  assert.ok(Math.abs(after.time - 0.2 * 2 ** 0.6) < 1e-12);
  assert.ok(Math.abs(after.intensity - (1 - 0.4 * Math.exp(-0.25))) < 1e-12);
  const byHand =
    computeMarginalGain(plain.values, 'time') * (after.time - 0.2) +
    computeMarginalGain(plain.values, 'intensity') * (after.intensity - 0.6);
  assert.ok(Math.abs(gain - byHand) < 1e-12);
  assert.equal(block, 'time');
});

test('each act moves what it is for: thanks what we give, a remedy trust, rest the time of who was pressed', () => {
  const block = (act: ActName, given: Partial<ActFigures> = {}) =>
    computeActGain({ act, figures: { ...plain, silenceDays: 0, ...given }, parameters }).block;
  const values = { trust: 0.4, reciprocity: 0.2, intensity: 0.9, time: 0.6 };
  assert.equal(block('thank', { values, givingOurs: 0.1, givingTheirs: 0.9 }), 'reciprocity');
  assert.equal(block('make-good', { values: { ...values, trust: 0.2, reciprocity: 0.9 } }), 'trust');
  assert.equal(block('leave', { pressure: 4 }), 'time');
  assert.equal(block('leave', { pressure: 0.5 }), null);
});

test('a second person lowers what hangs on the first, never below nothing, and most where most hangs', () => {
  fc.assert(
    fc.property(share, share, (bond, dependency) => {
      const gain = computeSpreadGain({ bond, dependency, parameters });
      assert.ok(gain >= 0 && gain <= bond * dependency + 1e-12);
    }),
  );
  const all = computeSpreadGain({ bond: 0.6, dependency: 1, parameters });
  assert.ok(all > computeSpreadGain({ bond: 0.6, dependency: 0.5, parameters }));
  // The same by the noisy-or itself: at risk before less at risk after.
  const second = all / 0.6;
  const atRiskThen = computeNoisyOr([0.6, second]) - second;
  assert.ok(Math.abs(0.6 - atRiskThen - all) < 1e-12);
});

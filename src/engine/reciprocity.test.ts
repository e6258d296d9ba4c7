import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { resolveParameters } from './parameters.ts';
import { computeGiving, computeReciprocity, isBenefitKnown, saturate } from './reciprocity.ts';

const parameters = resolveParameters({ kappaBenefit: 1, kappaContact: 1, assumedShare: 0.5, knownBenefitShare: 0.05 });
const near = (value: number, expected: number) => assert.ok(Math.abs(value - expected) < 1e-12, `${value} ${expected}`);
const amount = fc.oneof(fc.constant(0), fc.double({ min: 1e-100, max: 50, noNaN: true }));

test('golden: saturation 1 - 1/e at kappa, exact for the tiniest trace', () => {
  near(saturate(1, 1), 1 - 1 / Math.E);
  near(saturate(4, 2), 1 - Math.exp(-2));
  assert.equal(saturate(1e-100, 1), 1e-100);
  assert.equal(saturate(0, 1), 0);
});

test('golden: harmonic mean (.5 and 1 give 2/3; equal sides give themselves; one-sided gives 0)', () => {
  near(computeReciprocity(0.5, 1), 2 / 3);
  near(computeReciprocity(0.3, 0.3), 0.3);
  assert.equal(computeReciprocity(0, 1), 0);
  assert.equal(computeReciprocity(1, 0), 0);
  assert.equal(computeReciprocity(0, 0), 0);
  assert.ok(computeReciprocity(1e-200, 1e-200) > 0);
});

test('golden: where benefit is not known, contact stands in for half', () => {
  near(computeGiving(0, 1, parameters), 0.5 * (1 - 1 / Math.E));
  near(computeGiving(1, 1, parameters), 1 - 1 / Math.E);
  near(computeGiving(0, 1, { ...parameters, assumedShare: 0.2 }), 0.2 * (1 - 1 / Math.E));
});

test('golden: a benefit is known while it is at least .05 kappa', () => {
  assert.equal(isBenefitKnown(0.05, parameters), true);
  assert.equal(isBenefitKnown(0.0499, parameters), false);
  assert.equal(isBenefitKnown(0.0999, { ...parameters, kappaBenefit: 2 }), false);
  assert.equal(isBenefitKnown(0, { ...parameters, knownBenefitShare: 0 }), false);
});

test('property: no reciprocity without giving on both sides; up in each, symmetric, in [0,1]', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, share, (a, b, more) => {
      const value = computeReciprocity(a, b);
      assert.equal(value, computeReciprocity(b, a));
      assert.ok(value >= 0 && value <= 1);
      assert.equal(value === 0, a === 0 || b === 0);
      assert.ok(computeReciprocity(Math.max(a, more), b) >= value - 1e-15);
      assert.ok(value <= 2 * Math.min(a, b) + 1e-15);
    }),
  );
});

test('property: giving rises in benefit and in contact, and contact alone never passes its share', () => {
  fc.assert(
    fc.property(amount, amount, amount, (benefit, contact, more) => {
      const value = computeGiving(benefit, contact, parameters);
      assert.ok(computeGiving(benefit + more, contact, parameters) >= value);
      assert.ok(computeGiving(benefit, contact + more, parameters) >= value);
      assert.ok(computeGiving(0, contact, parameters) <= 0.5);
      assert.equal(value === 0, benefit === 0 && contact === 0);
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { computeSpread, computeUncertainty, isClearlyLower } from './uncertainty.ts';

test('golden: nothing seen 1, two things seen .5, eighteen .1', () => {
  assert.equal(computeUncertainty(0), 1);
  assert.equal(computeUncertainty(2), 0.5);
  assert.equal(computeUncertainty(18), 0.1);
  assert.equal(computeUncertainty(-3), 1);
});

test('golden: the sd of Beta(1,1) is 1/sqrt(12), of Beta(7,3) sqrt(21/1100)', () => {
  assert.ok(Math.abs(computeSpread(0.5, 1) - 1 / Math.sqrt(12)) < 1e-12);
  assert.ok(Math.abs(computeSpread(0.7, 0.2) - Math.sqrt(21 / 1100)) < 1e-12);
  assert.equal(computeSpread(0, 0.5), 0);
  assert.equal(computeSpread(0.4, 0), 0);
});

test('golden: two figures are told apart at the sd of their difference, not sooner', () => {
  const at = (value: number, uncertainty = 0.2) => ({ value, uncertainty });
  assert.equal(isClearlyLower(at(0.3), at(0.6)), true);
  assert.equal(isClearlyLower(at(0.3), at(0.4)), false);
  assert.equal(isClearlyLower(at(0.3, 0), at(0.4, 0)), true);
  assert.equal(isClearlyLower(at(0.4, 0), at(0.4, 0)), false);
  // sds .1382 and .1382 at v = .3 and .7: together .1954.
  assert.equal(isClearlyLower(at(0.4), at(0.6)), false);
});

test('property: surer means a narrower spread', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, share, (value, x, y) => {
      assert.ok(computeSpread(value, Math.min(x, y)) <= computeSpread(value, Math.max(x, y)));
      assert.ok(computeSpread(value, x) <= 0.2887);
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readContinuationChance } from './continuation.ts';
import { defaultParameters, resolveParameters } from './parameters.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

test('Golden: at steepness 2 and half .5 a figure of 3/4 has odds 9, a figure of 1/4 odds 1/9', () => {
  const parameters = resolveParameters({ continuationHalf: 0.5, continuationSteepness: 2 });
  assert.ok(Math.abs(readContinuationChance(0.75, parameters) - 0.9) < 1e-12);
  assert.ok(Math.abs(readContinuationChance(0.25, parameters) - 0.1) < 1e-12);
});

test('Golden: the half is where the chance is a half, also away from the middle', () => {
  const parameters = resolveParameters({ continuationHalf: 0.2 });
  assert.ok(Math.abs(readContinuationChance(0.2, parameters) - 0.5) < 1e-12);
  assert.ok(readContinuationChance(0.5, parameters) > 0.5);
});

test('No two-sided contact, no chance; and never outside [0, 1]', () => {
  assert.equal(readContinuationChance(0, defaultParameters), 0);
  fc.assert(
    fc.property(share, share, (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const [less, more] = [
        readContinuationChance(low, defaultParameters),
        readContinuationChance(high, defaultParameters),
      ];
      assert.ok(less >= 0 && less <= more && more <= 1);
    }),
  );
});

test('A figure that is no share is refused', () => {
  for (const figure of [-0.01, 1.01, Number.NaN]) {
    assert.throws(() => readContinuationChance(figure, defaultParameters), RangeError);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { computeDecay, dayMs, findTraceCrossing, lowestExponent } from './trace.ts';

test('golden: a trace halves every half-life (2^-1, 2^-2, 2^-0.5; model.md 1.0)', () => {
  assert.equal(computeDecay(45 * dayMs, 45), 0.5);
  assert.ok(Math.abs(computeDecay(90 * dayMs, 45) - 0.25) < 1e-15);
  assert.ok(Math.abs(computeDecay(15 * dayMs, 30) - Math.SQRT1_2) < 1e-15);
  assert.equal(computeDecay(0, 5), 1);
});

test('golden: the exponent is clamped at -500, so a thousand years are still a number', () => {
  assert.equal(lowestExponent, -500);
  assert.equal(computeDecay(365_000 * dayMs, 1), Math.exp(-500));
});

test('golden: 8 falls to 1 in three half-lives; what is already under answers now', () => {
  assert.equal(findTraceCrossing({ value: 8, threshold: 1, halfLifeDays: 10, atMs: 5 * dayMs }), 35 * dayMs);
  assert.equal(findTraceCrossing({ value: 1, threshold: 2, halfLifeDays: 10, atMs: 5 }), 5);
  assert.equal(findTraceCrossing({ value: 1, threshold: 0, halfLifeDays: 10, atMs: 5 }), Infinity);
});

test('property: decaying twice is decaying once over the sum, and never rises', () => {
  const days = fc.integer({ min: 0, max: 2000 });
  fc.assert(
    fc.property(days, days, fc.integer({ min: 5, max: 400 }), (first, second, halfLife) => {
      const once = computeDecay((first + second) * dayMs, halfLife);
      const twice = computeDecay(first * dayMs, halfLife) * computeDecay(second * dayMs, halfLife);
      if (once > 1e-200) assert.ok(Math.abs(once - twice) <= 1e-9 * once);
      assert.ok(once <= computeDecay(first * dayMs, halfLife) && once > 0);
    }),
  );
});

test('property: the crossing is where the trace meets the threshold', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 100, noNaN: true }),
      fc.integer({ min: 1, max: 365 }),
      (value, halfLifeDays) => {
        const atMs = findTraceCrossing({ value, threshold: 0.05, halfLifeDays, atMs: 0 });
        assert.ok(Math.abs(value * computeDecay(atMs, halfLifeDays) - 0.05) < 1e-12);
      },
    ),
  );
});

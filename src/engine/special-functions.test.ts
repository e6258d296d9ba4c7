import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addLogs, computeLogBeta, computeLogGamma, computeLogHypergeometric } from './special-functions.ts';

const near = (value: number, expected: number, within = 1e-12) =>
  assert.ok(Math.abs(value - expected) <= within * Math.max(1, Math.abs(expected)), `${value} is not ${expected}`);

test('golden: Gamma of halves and wholes, and far out by Stirling', () => {
  near(computeLogGamma(0.5), Math.log(Math.sqrt(Math.PI)));
  near(computeLogGamma(1), 0);
  near(computeLogGamma(6), Math.log(120));
  near(computeLogGamma(0.1), 2.252712651734206);
  near(computeLogGamma(1e4), 82099.71749644238);
  near(computeLogBeta(2, 3), Math.log(1 / 12));
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), (x) =>
      near(computeLogGamma(x + 1), computeLogGamma(x) + Math.log(x), 1e-11),
    ),
  );
});

test('golden: 2F1 where it is a function with a name of its own', () => {
  near(Math.exp(computeLogHypergeometric(1, 1, 2, 0.5)), 2 * Math.log(2));
  near(Math.exp(computeLogHypergeometric(0.5, 1, 1.5, 0.81)), Math.atanh(0.9) / 0.9);
  near(computeLogHypergeometric(3, 7, 7, 0.4), -3 * Math.log(0.6));
  // Larger than a number can hold is still known by its logarithm.
  near(computeLogHypergeometric(2_000, 5, 5, 0.5), 2_000 * Math.log(2));
  near(computeLogHypergeometric(2, 3, 4, 0), 0);
  assert.throws(() => computeLogHypergeometric(1, 1, 1, 1), RangeError);
});

test('Euler: 2F1(a, b; c; z) = (1 - z)^(c - a - b) 2F1(c - a, c - b; c; z)', () => {
  const size = fc.double({ min: 0.1, max: 8, noNaN: true });
  fc.assert(
    fc.property(
      size,
      size,
      fc.double({ min: 0.1, max: 30, noNaN: true }),
      fc.double({ min: 0, max: 0.95, noNaN: true }),
      (a, b, more, z) => {
        const c = Math.max(a, b) + more;
        near(
          computeLogHypergeometric(a, b, c, z),
          (c - a - b) * Math.log1p(-z) + computeLogHypergeometric(c - a, c - b, c, z),
          1e-9,
        );
      },
    ),
  );
});

test('logs are added without overflow', () => {
  near(addLogs(1_000, 1_000), 1_000 + Math.log(2));
  assert.equal(addLogs(-3, -Infinity), -3);
  assert.equal(addLogs(-Infinity, -Infinity), -Infinity);
});

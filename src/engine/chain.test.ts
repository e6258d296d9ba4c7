import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { averageChains, computeChainStrength, foretellByChains } from './chain.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

test('property: a chain is never stronger than its weakest link, and exactly as strong', () => {
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 8 }), (links) => {
      const strength = computeChainStrength(links);
      assert.ok(links.every((link) => strength <= link));
      assert.ok(links.includes(strength));
    }),
  );
});

test('golden: several chains count by the mean of their weakest links', () => {
  assert.equal(averageChains([[0.9, 0.2], [0.5, 0.6, 0.7], [0.8]]), 0.5);
  assert.equal(averageChains([]), 0);
  assert.equal(computeChainStrength([]), 0);
});

test('what else is known weighs as one chain more', () => {
  assert.equal(foretellByChains([], 0.3), 0.3);
  assert.equal(foretellByChains([[0.9, 0.5]], 0.1), 0.3);
  assert.equal(foretellByChains([[0.8], [0.8], [0.8, 0.9]], 0), 0.8 * 0.75);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { computeActWorth } from './act-worth.ts';

const plain = { gain: 0.05, minutes: 10, weight: 6, learned: { factor: 0.8 } };

test('golden: gained per minute, times the weight, times what was learned', () => {
  assert.ok(Math.abs(computeActWorth(plain) - 0.024) < 1e-12);
  // Nothing to gain is worth next to nothing, yet what presses more still comes first.
  assert.equal(computeActWorth({ ...plain, gain: 0 }), computeActWorth({ ...plain, gain: 0.001 }));
});

test('more gained, in less time, more looked after or found more useful is never worth less', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(part, part, (low, more) => {
      const worth = computeActWorth({ ...plain, gain: low });
      assert.ok(computeActWorth({ ...plain, gain: low + more }) >= worth);
      assert.ok(computeActWorth({ ...plain, gain: low, minutes: plain.minutes + more }) <= worth);
      assert.ok(computeActWorth({ ...plain, gain: low, weight: plain.weight + more }) >= worth);
      assert.ok(computeActWorth({ ...plain, gain: low, learned: { factor: plain.learned.factor + more } }) >= worth);
    }),
  );
});

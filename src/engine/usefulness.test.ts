import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayMs } from './trace.ts';
import { forgottenBeforeMs, readUsefulness } from './usefulness.ts';

const nowMs = 1_000 * dayMs;
const verdict = fc.record({ useful: fc.boolean(), atMs: fc.integer({ min: 0, max: nowMs }) });

test('nobody spoke: as useful as ever; by hand: three times no is (0 + 3.2)/(3 + 4) over .8', () => {
  assert.equal(readUsefulness([], nowMs).factor, 1);
  const three = [1, 2, 3].map(() => ({ useful: false, atMs: nowMs }));
  assert.ok(Math.abs(readUsefulness(three, nowMs).factor - 3.2 / 7 / 0.8) < 1e-12);
  // Half of it is forgotten after 90 days.
  const later = readUsefulness(three, nowMs + 90 * dayMs);
  assert.ok(Math.abs(later.factor - 3.2 / 5.5 / 0.8) < 1e-12);
  assert.ok(readUsefulness(three, nowMs + 3_000 * dayMs).factor > 0.999_999);
});

test('a no never helps, a yes never harms, and the order of verdicts makes no difference', () => {
  fc.assert(
    fc.property(fc.array(verdict, { maxLength: 20 }), (verdicts) => {
      const { factor } = readUsefulness(verdicts, nowMs);
      assert.ok(factor > 0 && factor <= 1);
      assert.ok(readUsefulness([...verdicts, { useful: false, atMs: nowMs }], nowMs).factor <= factor);
      assert.ok(readUsefulness([...verdicts, { useful: true, atMs: nowMs }], nowMs).factor >= factor);
      assert.ok(Math.abs(readUsefulness(verdicts.toReversed(), nowMs).factor - factor) < 1e-12);
    }),
  );
});

test('what is forgotten weighs less than a hundredth', () => {
  const old = [{ useful: false, atMs: forgottenBeforeMs(nowMs) }];
  assert.ok(readUsefulness(old, nowMs).notUseful < 0.01);
});

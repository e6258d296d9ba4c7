import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day, everyDays, twoWay } from '#test/tie-events.ts';
import { findBondCrossing } from './bond-crossing.ts';
import { plainContext } from './context.ts';
import { resolveParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import { emptyTie, tieStateOf } from './tie-log.ts';

const parameters = resolveParameters();
const context = plainContext;

test('property: just before the crossing S is above the threshold, just after it is under', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0.05, max: 0.7, noNaN: true }), (gap, threshold) => {
      const state = tieStateOf(twoWay(everyDays(gap, 12, 0), { benefit: 2, contact: 2 }), parameters);
      const crossesMs = findBondCrossing({ state, context, parameters, nowMs: 0, threshold });
      assert.ok(crossesMs !== null);
      const bond = (nowMs: number) => readTie({ state, context, parameters, nowMs }).bond;
      if (crossesMs > 0) assert.ok(bond(crossesMs - 2000) >= threshold);
      assert.ok(bond(crossesMs + 2000) < threshold);
    }),
  );
});

test('already under answers now; what a user holds up never crosses; the end of coverage plays no part', () => {
  assert.equal(findBondCrossing({ state: emptyTie(), context, parameters, nowMs: 5, threshold: 0.5 }), 5);
  const state = tieStateOf(twoWay(everyDays(7, 12, 0), { benefit: 2 }), parameters);
  const blocks = ['trust', 'reciprocity', 'intensity', 'time'] as const;
  const corrections = blocks.map((block) => ({ block, value: 0.9, mutedCode: null, atMs: 0 }));
  const held = { ...context, corrections };
  assert.equal(findBondCrossing({ state, context: held, parameters, nowMs: 0, threshold: 0.5 }), null);
  const covered = { ...context, coveredUntilMs: 1 };
  const input = { state, parameters, nowMs: 10 * day, threshold: 0.3 };
  assert.equal(findBondCrossing({ ...input, context: covered }), findBondCrossing({ ...input, context }));
});

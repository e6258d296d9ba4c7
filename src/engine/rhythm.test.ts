import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day, everyDays } from '#test/tie-events.ts';
import { resolveParameters } from './parameters.ts';
import { computeGapDays, computeQuantile, computeQuietAfterDays, listGaps, readRhythm } from './rhythm.ts';

const parameters = resolveParameters();
const newestFirst = (days: number[]) => [...days].reverse();

function read(days: number[], atDay: number, closures: { fromMs: number; untilMs: number }[] = []) {
  const last = Math.max(...days);
  return readRhythm({ days: newestFirst(days), lastMs: last * day, closures, parameters }, atDay * day);
}

test('golden: before three gaps the usual gap leans on the prior: (last - first + 14)/n', () => {
  assert.equal(computeGapDays([], 1, parameters), 14);
  assert.equal(computeGapDays([4], 2, parameters), 9);
  assert.equal(computeGapDays([4, 6], 3, parameters), 8);
});

test('golden: from three gaps on it is exactly its own, whether 9 or 365 days, and never under one day', () => {
  assert.equal(computeGapDays([9, 9, 9], 4, parameters), 9);
  assert.equal(computeGapDays([365, 365, 365], 4, parameters), 365);
  assert.equal(computeGapDays([0.2, 0.2, 0.2], 4, parameters), 1);
});

test('golden: quiet after 3 gaps while few are known; from 8 gaps the own 90th percentile, at least 1.5 gaps', () => {
  assert.equal(computeQuietAfterDays([10, 10, 10, 10, 10, 10, 10], 10, parameters), 30);
  assert.equal(computeQuietAfterDays(Array(8).fill(10), 10, parameters), 15);
  const irregular = [1, 2, 3, 4, 5, 6, 7, 8, 9, 55];
  // Linear between order statistics: position .9 x 9 = 8.1, so 9 + .1 x (55 - 9).
  assert.ok(Math.abs(computeQuietAfterDays(irregular, 5, parameters) - 13.6) < 1e-12);
});

test('golden: quantiles of 1..5 (type 7: position q (n - 1))', () => {
  assert.equal(computeQuantile([5, 1, 3, 2, 4], 0.5), 3);
  assert.equal(computeQuantile([5, 1, 3, 2, 4], 0), 1);
  assert.equal(computeQuantile([5, 1, 3, 2, 4], 1), 5);
  assert.ok(Math.abs(computeQuantile([5, 1, 3, 2, 4], 0.9) - 4.6) < 1e-12);
});

test('golden: the dates of quiet and gone in closed form', () => {
  const rhythm = read(everyDays(9, 5, 100), 131);
  assert.equal(rhythm.gapDays, 9);
  assert.equal(rhythm.knownGaps, 4);
  assert.equal(rhythm.silenceDays, 31);
  assert.equal(rhythm.quietAfterDays, 27);
  assert.equal(rhythm.goneAfterDays, 72);
  assert.equal(rhythm.quietAtMs, 127 * day);
  assert.equal(rhythm.goneAtMs, 172 * day);
});

test('a tie is never gone before it is quiet, also where a firm sets its alarms oddly', () => {
  const odd = resolveParameters({ quietQuantile: 0.99, goneGaps: 3 });
  const days = [...everyDays(1, 20, 20), 420];
  const input = { days: newestFirst(days), lastMs: 420 * day, closures: [], parameters: odd };
  const rhythm = readRhythm(input, 500 * day);
  assert.ok(rhythm.quietAfterDays > 3 * rhythm.gapDays);
  assert.equal(rhythm.goneAfterDays, rhythm.quietAfterDays);
});

test('no contact, no dates', () => {
  const rhythm = readRhythm({ days: [], lastMs: -Infinity, closures: [], parameters }, 5 * day);
  assert.deepEqual([rhythm.quietAtMs, rhythm.goneAtMs, rhythm.silenceDays, rhythm.knownGaps], [null, null, 0, 0]);
  assert.equal(rhythm.gapDays, 14);
});

test('seasons: a winter closing is neither gap nor silence, and the dates skip it', () => {
  const closures = [{ fromMs: 60.5 * day, untilMs: 210.5 * day }];
  const days = [...everyDays(10, 6, 60), 220, 230];
  assert.deepEqual(listGaps(newestFirst(days), closures), [10, 10, 10, 10, 10, 10, 10]);
  const rhythm = readRhythm(
    { days: newestFirst(everyDays(10, 6, 60)), lastMs: 60.5 * day, closures, parameters },
    212.5 * day,
  );
  assert.equal(rhythm.silenceDays, 2);
  assert.equal(rhythm.quietAtMs, 240.5 * day);
});

test('property: everything scales with the gap, without upper clamp below two years', () => {
  const gap = fc.integer({ min: 2, max: 700 });
  fc.assert(
    fc.property(gap, fc.integer({ min: 4, max: 30 }), fc.double({ min: 0, max: 20, noNaN: true }), (days, n, phase) => {
      const one = read(everyDays(days, n, 0), phase * days);
      const other = read(everyDays(1, n, 0), phase);
      assert.ok(Math.abs(one.silenceDays / one.gapDays - other.silenceDays / other.gapDays) < 1e-6);
      assert.ok(Math.abs(one.quietAfterDays / days - other.quietAfterDays) < 1e-9);
      assert.ok(Math.abs(one.goneAfterDays / days - other.goneAfterDays) < 1e-9);
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LoggedMessage } from './log-reader.ts';
import { measureCut } from './tie-cut.ts';

const dayMs = 86_400_000;
const plan = { channel: 'mail', cutDay: 30, windowDays: 20, horizonDays: 10 } as const;

function rowsOf(...rows: [from: string, to: string, day: number][]): LoggedMessage[] {
  return rows.map(([from, to, day]) => ({ from, to, atMs: day * dayMs })).sort((one, other) => one.atMs - other.atMs);
}

const lively: [string, string, number][] = [12, 15, 18, 21, 24, 27].flatMap((day) => [
  ['a', 'b', day],
  ['b', 'a', day + 1],
]);
const fading: [string, string, number][] = [
  ['c', 'd', 11],
  ['d', 'c', 12],
];

test('Candidates were two-sided in the window; a positive is two-sided again in the horizon', () => {
  const rows = rowsOf(
    ['z', 'y', 0],
    ...lively,
    ...fading,
    // Two-sided, but one side before the window: no candidate.
    ['e', 'f', 5],
    ['f', 'e', 20],
    // a-b goes on; c-d is one-sided in the horizon, and answers only after it.
    ['a', 'b', 31],
    ['b', 'a', 39],
    ['c', 'd', 33],
    ['d', 'c', 41],
  );
  const found = measureCut('log', rows, plan);
  assert.equal(found.candidates, 2);
  assert.equal(found.positives, 1);
  assert.equal(found.auc, 1);
  assert.equal(found.aucContact, 1);
  assert.equal(found.baselineRfm, 1);
  assert.deepEqual(
    found.forecasts.map((one) => one.happened),
    [false, true],
  );
  // In the order in which the ties first appear: c-d, then a-b.
  const [ending, going] = found.forecasts.map((one) => one.chance) as [number, number];
  assert.ok(going > ending);
});

test('A cut where nothing or everything goes on is refused, not scored', () => {
  const rows = rowsOf(['z', 'y', 0], ...lively);
  assert.throws(() => measureCut('log', rows, plan), /nothing to rank/);
  assert.throws(() => measureCut('log', [], plan), /no messages/);
});

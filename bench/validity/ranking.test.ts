import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeAuc, rankInOrder, rankMiddle } from './ranking.ts';

test('Equals share the mean of their places, or keep their order', () => {
  assert.deepEqual(rankMiddle([5, 1, 5, 3]), [3.5, 1, 3.5, 2]);
  assert.deepEqual(rankInOrder([5, 1, 5, 3]), [3, 1, 4, 2]);
});

test('AUC by hand: of the six pairs four are right, one is even, one is wrong', () => {
  // Positives .9, .4; negatives .4, .1, .7: .9 beats all three; .4 evens .4, beats .1, loses to .7.
  const figures = [0.9, 0.4, 0.4, 0.1, 0.7];
  const outcomes = [true, true, false, false, false];
  assert.equal(computeAuc(figures, outcomes), 4.5 / 6);
});

test('AUC: perfect is 1, reversed is 0, all equal is a half, no positives is no number', () => {
  assert.equal(computeAuc([1, 2, 3], [false, false, true]), 1);
  assert.equal(computeAuc([3, 2, 1], [false, false, true]), 0);
  assert.equal(computeAuc([7, 7, 7, 7], [true, false, true, false]), 0.5);
  assert.ok(Number.isNaN(computeAuc([1, 2], [false, false])));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureTrust } from './trust-log.ts';

const dayMs = 86_400_000;

/** Seven ratings to learn from, three to foretell. */
function ratingsOf(...rows: [from: string, to: string, rating: number][]) {
  return rows.map(([from, to, rating], index) => ({ from, to, rating, atMs: index * dayMs }));
}

test('Only the last 30 % is scored, each from what came before it', () => {
  const found = measureTrust(
    'log',
    ratingsOf(
      ['a', 'good', 5],
      ['b', 'good', 5],
      ['c', 'good', 5],
      ['a', 'bad', -5],
      ['b', 'bad', -5],
      ['c', 'bad', -5],
      ['d', 'good', 5],
      ['e', 'good', 5],
      ['e', 'bad', -5],
      ['f', 'good', 1],
    ),
  );
  assert.equal(found.tested, 3);
  assert.equal(found.positives, 2);
  assert.equal(found.baselineTextbook, 1);
  assert.equal(found.auc, 1);
});

test('What the other direction showed, and the rater’s own habit, tell strangers apart', () => {
  const found = measureTrust(
    'log',
    ratingsOf(
      ['sour', 'p', -5],
      ['kind', 'q', 5],
      ['sour', 'r', -5],
      ['kind', 's', 5],
      ['x', 'kind', 5],
      ['y', 'sour', 5],
      ['y', 'z', 5],
      // Nobody has rated these two: textbook cannot tell, the habits of the raters can.
      ['kind', 'new-1', 5],
      ['sour', 'new-2', -5],
      ['kind', 'x', 5],
    ),
  );
  assert.equal(found.aucActorAndTruster, 1);
  assert.equal(found.auc, 1);
  assert.ok(found.baselineTextbook < 1);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureChains } from './chain-log.ts';

const ratingsOf = (...rows: [from: string, to: string, rating: number][]) =>
  rows.map(([from, to, rating], index) => ({ from, to, rating, atMs: index * 86_400_000 }));

test('Only what has a chain of two before it, in the last 30 %, and no answer yet, is scored', () => {
  const found = measureChains(
    'log',
    ratingsOf(
      ['a', 'good', 8],
      ['b', 'good', 6],
      ['a', 'bad', -8],
      ['b', 'bad', -6],
      ['me', 'a', 5],
      ['me', 'b', 9],
      ['bad', 'me', -3],
      // Foretold: by two chains of minima .5 and .6; answered before; no chain.
      ['me', 'good', 6],
      ['me', 'bad', -7],
      ['me', 'stranger', 1],
    ),
  );
  assert.deepEqual([found.tested, found.positives], [1, 1]);
  assert.ok(Math.abs(found.minima.rmse - 0.05) < 1e-12, `${found.minima.rmse}`);
  assert.ok(Math.abs(found.baselineProduct.rmse - Math.abs((0.4 + 0.54) / 2 - 0.6)) < 1e-12);
});

test('A log without chains says so', () => {
  assert.throws(() => measureChains('log', ratingsOf(['a', 'b', 1], ['c', 'd', 1])), /no rating here/);
});

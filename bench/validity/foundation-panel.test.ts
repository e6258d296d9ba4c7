import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureFoundation, parsePanel } from './foundation-panel.ts';

const head = 'rownames,"id",price.a,price.b,feat.a,feat.b,choice';
const row = (index: number, id: number, choice: string) =>
  `${index},${id},${index % 2 ? '10,20' : '20,10'},0,0,"${choice}"`;
/** Two who always take the same brand, and one who takes the cheapest. */
const lines = Array.from({ length: 30 }, (_, index) => [
  row(index, 1, 'a'),
  row(index, 2, 'b'),
  row(index, 3, index % 2 ? 'a' : 'b'),
]).flat();
const text = [head, ...lines].join('\n');

test('a panel is read by the names of its columns; a missing column or a bad number is told', () => {
  const buyers = parsePanel(text, ['a', 'b']);
  assert.deepEqual([...buyers.keys()], ['1', '2', '3']);
  assert.deepEqual(buyers.get('1')?.[1], { prices: [10, 20], displays: [0, 0], features: [0, 0], chosen: 0 });
  assert.throws(() => parsePanel(text, ['a', 'c']), /price\.c/);
  assert.throws(() => parsePanel(`${head}\n1,1,x,2,0,0,a`, ['a', 'b']), /line 2/);
});

test('the last fifth of each is foretold, better than by the shares of the market', () => {
  const { tested, learnt, logLoss, logLossShares, aucLeaves } = measureFoundation('x', text, ['a', 'b']);
  assert.deepEqual([learnt, tested], [72, 18]);
  assert.ok(logLoss < logLossShares / 2, `${logLoss} ${logLossShares}`);
  assert.ok(aucLeaves > 0.8, String(aucLeaves));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { binOfChance, calibrate, computeAuc, computeMean, rankMiddle, readShare } from './calibration.ts';

test('by hand: AUC, Brier, bins', () => {
  // Positives .9, .4; negatives .4, .1, .7: of six pairs four are right, one even, one wrong.
  assert.equal(computeAuc([0.9, 0.4, 0.4, 0.1, 0.7], [true, true, false, false, false]), 4.5 / 6);
  assert.deepEqual(rankMiddle([5, 1, 5, 3]), [3.5, 1, 3.5, 2]);
  const found = calibrate([
    { chance: 0.25, happened: false },
    { chance: 0.25, happened: true },
    { chance: 1, happened: true },
  ]);
  assert.ok(Math.abs(found.brier - (0.0625 + 0.5625) / 3) < 1e-12);
  assert.deepEqual([found.bins[2]?.count, found.bins[2]?.observed, found.bins[9]?.observed], [2, 0.5, 1]);
  assert.deepEqual([binOfChance(0), binOfChance(0.7), binOfChance(1)], [0, 7, 9]);
  assert.ok(Number.isNaN(computeMean([])));
});

test('Wilson at 90 %: 9 of 10 lies between .65 and .98; 5 of 9 between .30 and .78; so the two overlap', () => {
  const [told, silent] = [readShare({ happened: 9, of: 10 }), readShare({ happened: 5, of: 9 })];
  assert.ok(Math.abs(told.low - 0.652) < 0.002 && Math.abs(told.high - 0.978) < 0.002, JSON.stringify(told));
  assert.ok(Math.abs(silent.low - 0.304) < 0.003 && Math.abs(silent.high - 0.781) < 0.003, JSON.stringify(silent));
  assert.deepEqual(readShare({ happened: 0, of: 0 }), { share: 0, low: 0, high: 1 });
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (happened, more) => {
      const { share, low, high } = readShare({ happened, of: happened + more });
      assert.ok(low >= 0 && low <= share && share <= high && high <= 1);
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calibrate } from './calibration.ts';

test('By hand: four forecasts, Brier .246, and a chance of 1 in the last bin', () => {
  const found = calibrate([
    { chance: 0.1, happened: false },
    { chance: 0.15, happened: true },
    { chance: 1, happened: true },
    { chance: 0.5, happened: false },
  ]);
  // (.01 + .7225 + 0 + .25) / 4
  assert.ok(Math.abs(found.brier - 0.245625) < 1e-12);
  assert.equal(found.brierOfRate, 0.25);
  assert.deepEqual(
    found.bins.map((bin) => bin.count),
    [0, 2, 0, 0, 0, 1, 0, 0, 0, 1],
  );
  assert.equal(found.bins[1]?.observed, 0.5);
  assert.equal(found.bins[0]?.observed, null);
  // Gaps .375 (two ties), .5, 0 over four ties.
  assert.ok(Math.abs(found.meanGap - (2 * 0.375 + 0.5) / 4) < 1e-12);
});

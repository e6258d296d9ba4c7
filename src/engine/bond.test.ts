import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type BlockValues, computeBond, computeGeometricMean, computeMarginalGain, computePotential } from './bond.ts';
import { type BlockName, blockNames } from './reading.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const positive = fc.double({ min: 0.001, max: 1, noNaN: true });
const blocksOf = (arbitrary: fc.Arbitrary<number>): fc.Arbitrary<BlockValues> =>
  fc.record({ trust: arbitrary, reciprocity: arbitrary, intensity: arbitrary, time: arbitrary });
const list = (blocks: BlockValues) => blockNames.map((name) => blocks[name]);
const near = (value: number, expected: number) => assert.ok(Math.abs(value - expected) < 1e-12, `${value} ${expected}`);

test('golden: (V R I T)^(1/4): .81, .16, 1, 1 give .6', () => {
  near(computeBond({ trust: 0.81, reciprocity: 0.16, intensity: 1, time: 1 }), 0.6);
  assert.equal(computeBond({ trust: 1, reciprocity: 0, intensity: 1, time: 1 }), 0);
  near(computeGeometricMean([2, 8]), 4);
});

test('golden: dS/dblock = S/(4 block)', () => {
  const blocks = { trust: 0.81, reciprocity: 0.16, intensity: 1, time: 1 };
  near(computeMarginalGain(blocks, 'reciprocity'), 0.6 / 0.64);
  near(computeMarginalGain(blocks, 'time'), 0.15);
  assert.equal(computeMarginalGain({ ...blocks, reciprocity: 0 }, 'reciprocity'), Number.MAX_VALUE);
  assert.equal(computeMarginalGain({ ...blocks, reciprocity: 0, time: 0 }, 'reciprocity'), 0);
  assert.equal(computeMarginalGain({ ...blocks, reciprocity: 0 }, 'time'), 0);
});

test('golden: potential is the cube root of V I T, only where nothing comes from one side', () => {
  near(computePotential({ trust: 0.5, reciprocity: 0, intensity: 0.5, time: 0.108 }), 0.3);
  assert.equal(computePotential({ trust: 0.5, reciprocity: 0.1, intensity: 0.5, time: 0.108 }), 0);
});

test('property: S lies between the minimum and the mean of its blocks', () => {
  fc.assert(
    fc.property(blocksOf(share), (blocks) => {
      const bond = computeBond(blocks);
      const values = list(blocks);
      assert.ok(bond >= Math.min(...values) - 1e-12);
      assert.ok(bond <= values.reduce((sum, value) => sum + value, 0) / 4 + 1e-12);
      assert.equal(bond === 0, values.includes(0));
    }),
  );
});

test('property: the marginal gain is the derivative, and largest for the smallest block', () => {
  fc.assert(
    fc.property(
      blocksOf(fc.double({ min: 0.05, max: 0.9, noNaN: true })),
      fc.constantFrom(...blockNames),
      (blocks, name) => {
        const step = 1e-6;
        const up = computeBond({ ...blocks, [name]: blocks[name] + step });
        const down = computeBond({ ...blocks, [name]: blocks[name] - step });
        const gain = computeMarginalGain(blocks, name);
        assert.ok(Math.abs((up - down) / (2 * step) - gain) < 1e-5 * gain);
        const weakest = blockNames.reduce((low: BlockName, other) => (blocks[other] < blocks[low] ? other : low));
        assert.ok(computeMarginalGain(blocks, weakest) >= gain - 1e-12);
      },
    ),
  );
});

test('property: at the same sum the balanced profile is higher; S rises in each block', () => {
  fc.assert(
    fc.property(blocksOf(positive), fc.double({ min: 0, max: 1, noNaN: true }), (blocks, pull) => {
      const mean = list(blocks).reduce((sum, value) => sum + value, 0) / 4;
      const balanced = Object.fromEntries(
        blockNames.map((name) => [name, blocks[name] + pull * (mean - blocks[name])]),
      ) as unknown as BlockValues;
      assert.ok(computeBond(balanced) >= computeBond(blocks) - 1e-12);
      for (const name of blockNames) {
        assert.ok(computeBond({ ...blocks, [name]: Math.min(1, blocks[name] + 0.1) }) >= computeBond(blocks) - 1e-15);
      }
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { computeDependency, computeNoisyOr, readOrganisation, type Strand } from './organisation.ts';

const values = { trust: 0.5, reciprocity: 0.5, intensity: 0.5, time: 0.5 };
const strand = (personId: string | null, bond: number, trust = 0.5): Strand => ({
  personId,
  bond,
  values: { ...values, trust },
});
const near = (value: number | null | undefined, expected: number) =>
  assert.ok(Math.abs((value ?? Number.NaN) - expected) < 1e-12, `${value} ${expected}`);

test('golden: two contacts of .5 make .75; losing one costs a third', () => {
  near(computeNoisyOr([0.5, 0.5]), 0.75);
  near(computeDependency([0.5, 0.5], 0), 1 / 3);
  near(computeNoisyOr([1, 0.3]), 1);
  near(computeNoisyOr([]), 0);
  assert.equal(computeDependency([0, 0], 0), null);
});

test('golden: everything through one person is dependency 1, bus factor 1, one effective contact', () => {
  const reading = readOrganisation([strand('lotte', 0.6)]);
  near(reading.bond, 0.6);
  assert.deepEqual(
    [reading.busFactor, reading.effectiveContacts, reading.herfindahl, reading.people[0]?.dependency],
    [1, 1, 1, 1],
  );
});

test('golden: four equal contacts are four effective ones; two must go to halve the bond', () => {
  const reading = readOrganisation(['a', 'b', 'c', 'd'].map((id) => strand(id, 0.2)));
  near(reading.herfindahl, 0.25);
  near(reading.effectiveContacts, 4);
  // 1 - .8^4 = .5904, without one .488, without two .36, without three .2.
  assert.equal(reading.busFactor, 3);
  near(reading.people[0]?.dependency, (0.5904 - 0.488) / 0.5904);
});

test('a colleague counts once, by the best strand', () => {
  const reading = readOrganisation([strand('karin', 0.2), strand('karin', 0.5), strand('bram', 0.3)]);
  assert.deepEqual(
    reading.people.map(({ personId, strength }) => [personId, strength]),
    [
      ['karin', 0.5],
      ['bram', 0.3],
    ],
  );
  near(reading.bond, 1 - 0.5 * 0.7);
});

test('petals are means weighted by strength', () => {
  const reading = readOrganisation([strand('karin', 0.6, 0.9), strand('bram', 0.2, 0.1)]);
  near(reading.values?.trust, 0.7);
  near(reading.values?.time, 0.5);
});

test('the strand of the firm itself counts, but cannot leave', () => {
  const reading = readOrganisation([strand(null, 0.5), strand('karin', 0.1)]);
  assert.equal(reading.people.find(({ personId }) => personId === null)?.dependency, null);
  assert.equal(reading.busFactor, null);
  near(reading.bond, 0.55);
});

test('no bond, no dependency figure', () => {
  const reading = readOrganisation([strand('karin', 0)]);
  assert.deepEqual(
    [
      reading.bond,
      reading.values,
      reading.busFactor,
      reading.herfindahl,
      reading.effectiveContacts,
      reading.people[0]?.dependency,
    ],
    [0, null, null, null, null, null],
  );
  assert.equal(readOrganisation([]).bond, 0);
});

test('property: removing a person never raises an organisation; Q lies between the best strand and 1', () => {
  const strands = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(strands, fc.nat(), (strengths, pick) => {
      const all = readOrganisation(strengths.map((bond, index) => strand(`p${index}`, bond)));
      const left = strengths.filter((_, index) => index !== pick % strengths.length);
      const without = readOrganisation(left.map((bond, index) => strand(`q${index}`, bond)));
      assert.ok(without.bond <= all.bond + 1e-12);
      assert.ok(all.bond >= Math.max(...strengths) - 1e-12 && all.bond <= 1);
      for (const { dependency, share } of all.people) {
        assert.ok(dependency === null || (dependency >= 0 && dependency <= 1));
        assert.ok(share >= 0 && share <= 1);
      }
    }),
  );
});

test('property: the fewest who halve the bond are found', () => {
  const strands = fc.array(fc.double({ min: 0.05, max: 0.95, noNaN: true }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(strands, (strengths) => {
      const all = computeNoisyOr(strengths);
      let fewest = strengths.length;
      for (let mask = 0; mask < 2 ** strengths.length; mask += 1) {
        const left = strengths.filter((_, index) => (mask & (1 << index)) === 0);
        if (computeNoisyOr(left) <= all / 2) fewest = Math.min(fewest, strengths.length - left.length);
      }
      assert.equal(readOrganisation(strengths.map((bond, index) => strand(`p${index}`, bond))).busFactor, fewest);
    }),
  );
});

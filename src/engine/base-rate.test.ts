import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addToPool, emptyPool, evidenceWithout, pickSharedEvidence, readBaseRate, readPool } from './base-rate.ts';
import { defaultParameters, resolveParameters } from './parameters.ts';
import { dayMs } from './trace.ts';
import { computeTrust } from './trust.ts';

const nothing = { good: 0, bad: 0 };
const weight = fc.double({ min: 0, max: 1e6, noNaN: true });
const evidence = fc.record({ good: weight, bad: weight });
const rate = fc.double({ min: 0.05, max: 0.95, noNaN: true });

function baseRateOf(known: Partial<Parameters<typeof readBaseRate>[0]>): number {
  const rest = { tenantRate: 0.7, actor: nothing, truster: nothing, opposite: nothing };
  return readBaseRate({ ...rest, ...known }, defaultParameters);
}

test('Golden: at a tenant rate of .7 (W = 2) one good about the actor gives .8, one bad .4667', () => {
  assert.ok(Math.abs(baseRateOf({ actor: { good: 1, bad: 0 } }) - 2.4 / 3) < 1e-12);
  assert.ok(Math.abs(baseRateOf({ actor: { good: 0, bad: 1 } }) - 1.4 / 3) < 1e-12);
});

test('Golden: at an even tenant rate the odds multiply: 2 for the actor and 3 for the truster make 6 to 1', () => {
  // (good + 1) / (bad + 1) with W = 2 and t = .5.
  const found = baseRateOf({ tenantRate: 0.5, actor: { good: 1, bad: 0 }, truster: { good: 2, bad: 0 } });
  assert.ok(Math.abs(found - 6 / 7) < 1e-12);
});

test('The three parts weigh the same, and each counts', () => {
  fc.assert(
    fc.property(evidence, rate, (known, tenantRate) => {
      const actor = baseRateOf({ tenantRate, actor: known });
      assert.equal(baseRateOf({ tenantRate, truster: known }), actor);
      assert.equal(baseRateOf({ tenantRate, opposite: known }), actor);
    }),
  );
});

test('Golden: where bad weighs double, one bad at .7 counts as two: 1.4 / 4', () => {
  const known = { tenantRate: 0.7, actor: { good: 0, bad: 1 }, truster: nothing, opposite: nothing };
  const found = readBaseRate(known, resolveParameters({ trustNegativity: 2 }));
  assert.ok(Math.abs(found - 1.4 / 4) < 1e-12);
});

test('One part alone is plain trust with the tenant rate as prior', () => {
  fc.assert(
    fc.property(evidence, rate, (actor, tenantRate) => {
      const plain = computeTrust(actor, tenantRate, defaultParameters).value;
      assert.ok(Math.abs(baseRateOf({ tenantRate, actor }) - plain) < 1e-8);
    }),
  );
});

test('Nothing known: the tenant rate', () => {
  fc.assert(fc.property(rate, (tenantRate) => assert.ok(Math.abs(baseRateOf({ tenantRate }) - tenantRate) < 1e-12)));
});

test('More good never lowers it, more bad never raises it, and it stays strictly between 0 and 1', () => {
  const part = fc.constantFrom('actor', 'truster', 'opposite');
  fc.assert(
    fc.property(part, evidence, evidence, rate, weight, (name, first, second, tenantRate, more) => {
      const known = { tenantRate, actor: first, truster: second, opposite: first };
      const before = baseRateOf(known);
      const better = baseRateOf({
        ...known,
        [name]: { ...known[name as 'actor'], good: known[name as 'actor'].good + more },
      });
      const worse = baseRateOf({
        ...known,
        [name]: { ...known[name as 'actor'], bad: known[name as 'actor'].bad + more },
      });
      assert.ok(worse <= before && before <= better);
      assert.ok(worse > 0 && better < 1);
    }),
  );
});

test('A tenant rate of 0, 1 or no number is refused', () => {
  for (const tenantRate of [0, 1, Number.NaN, -1]) assert.throws(() => baseRateOf({ tenantRate }), RangeError);
});

test('A pool halves in the half-life of trust and does not mind the order of arrival', () => {
  const pool = emptyPool();
  addToPool(pool, { atMs: 0, good: 1, bad: 4 }, defaultParameters);
  const later = readPool(pool, defaultParameters.halfLifeTrustDays * dayMs, defaultParameters);
  assert.ok(Math.abs(later.good - 0.5) < 1e-12 && Math.abs(later.bad - 2) < 1e-12);
  const events = fc.array(fc.record({ atMs: fc.integer({ min: 0, max: 400 * dayMs }), good: weight, bad: weight }), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(events, (list) => {
      const read = (ordered: typeof list) => {
        const filled = emptyPool();
        for (const event of ordered) addToPool(filled, event, defaultParameters);
        return readPool(filled, 500 * dayMs, defaultParameters);
      };
      const [one, other] = [read(list), read([...list].reverse())];
      assert.ok(Math.abs(one.good - other.good) <= 1e-9 * Math.max(1e-9, one.good));
      assert.ok(Math.abs(one.bad - other.bad) <= 1e-9 * Math.max(1e-9, one.bad));
    }),
  );
});

test('A century of silence leaves no evidence, not a rounding ghost', () => {
  const pool = emptyPool();
  addToPool(pool, { atMs: 0, good: 1e6, bad: 1e6 }, defaultParameters);
  assert.deepEqual(readPool(pool, 36_525 * dayMs, defaultParameters), nothing);
});

test('Own evidence is taken out of the pool and never below nothing', () => {
  assert.deepEqual(evidenceWithout({ good: 3, bad: 1 }, { good: 1, bad: 1.0000001 }), { good: 2, bad: 0 });
});

test('Answers in time (ability) stay in their own tie; kept promises and referrals go round', () => {
  const facets = {
    ability: { good: 100, bad: 7 },
    benevolence: { good: 1, bad: 2 },
    integrity: { good: 3, bad: 0.5 },
  };
  assert.deepEqual(pickSharedEvidence(facets), { good: 4, bad: 2.5 });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day, evidenceAt } from '#test/tie-events.ts';
import { plainContext } from './context.ts';
import { stateOf } from './fold.ts';
import { resolveParameters } from './parameters.ts';
import { computeTrust, isOverdue, listStandingEvidence, poolEvidence, readEvidence } from './trust.ts';

const parameters = resolveParameters();
const near = (value: number, expected: number) => assert.ok(Math.abs(value - expected) < 1e-12, `${value} ${expected}`);

test('golden: Beta means (Josang & Ismail: (r + 1)/(r + s + 2) for a = .5, W = 2)', () => {
  near(computeTrust({ good: 0, bad: 0 }, 0.5, parameters).value, 0.5);
  near(computeTrust({ good: 8, bad: 1 }, 0.5, parameters).value, 9 / 11);
  near(computeTrust({ good: 0, bad: 3 }, 0.5, parameters).value, 1 / 5);
});

test('golden: with base rate .7 the prior is .7 and its weight is two items', () => {
  const none = computeTrust({ good: 0, bad: 0 }, 0.7, parameters);
  assert.deepEqual(none, { value: 0.7, uncertainty: 1 });
  const some = computeTrust({ good: 1, bad: 1 }, 0.7, parameters);
  near(some.value, 0.6);
  near(some.uncertainty, 0.5);
});

test('golden: a negativity factor weighs bad evidence more', () => {
  const harsh = resolveParameters({ trustNegativity: 2 });
  near(computeTrust({ good: 1, bad: 1 }, 0.7, harsh).value, 2.4 / 5);
});

test('property: in (0,1), up in good, down in bad, surer with either', () => {
  const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(amount, amount, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (good, bad, base) => {
      const figure = computeTrust({ good, bad }, base, parameters);
      const better = computeTrust({ good: good + 1, bad }, base, parameters);
      const worse = computeTrust({ good, bad: bad + 1 }, base, parameters);
      assert.ok(figure.value > 0 && figure.value < 1);
      assert.ok(better.value > figure.value && worse.value < figure.value);
      assert.ok(better.uncertainty < figure.uncertainty && worse.uncertainty < figure.uncertainty);
    }),
  );
});

test('golden: evidence halves in 90 days and keeps its facet', () => {
  const state = stateOf(
    [
      evidenceAt(0, { trustFacet: 'ability', trustGood: 4 }),
      evidenceAt(0, { trustFacet: 'benevolence', trustBad: 2 }),
      evidenceAt(0, { trustFacet: 'integrity', trustGood: 1, trustBad: 3 }),
    ],
    parameters,
  );
  const facets = readEvidence(state, [], 90 * day, parameters);
  assert.deepEqual(facets, {
    ability: { good: 2, bad: 0 },
    benevolence: { good: 0, bad: 1 },
    integrity: { good: 0.5, bad: 1.5 },
  });
  assert.deepEqual(poolEvidence(facets), { good: 2.5, bad: 2.5 });
});

test('our fault does not fade by time alone; made good, it fades from then on', () => {
  const fault = { by: 'b', atMs: 0, madeGoodMs: null, weight: 1, facet: 'integrity' } as const;
  const badAt = (days: number, madeGoodMs: number | null) =>
    listStandingEvidence({ ...plainContext, faults: [{ ...fault, madeGoodMs }] }, 'b', days * day, parameters);
  assert.equal(badAt(3650, null)[0]?.bad, 1);
  assert.equal(badAt(3650, null)[0]?.code, 'fault-open');
  assert.equal(badAt(100, 100 * day)[0]?.bad, 1);
  assert.equal(badAt(190, 100 * day)[0]?.bad, 0.5);
  assert.equal(badAt(190, 100 * day)[0]?.code, 'fault-made-good');
  assert.equal(badAt(99, 100 * day)[0]?.code, 'fault-open');
  assert.deepEqual(badAt(-1, null), []);
  assert.deepEqual(
    listStandingEvidence({ ...plainContext, faults: [fault] }, 'a', 5 * day, parameters),
    [],
    'a fault is held against the one who made it',
  );
});

test('a remedy counts from when it was done, however late it is written down', () => {
  const context = (madeGoodMs: number | null) => ({
    ...plainContext,
    faults: [{ by: 'a', atMs: 0, madeGoodMs, weight: 1, facet: 'integrity' } as const],
  });
  const badAt200 = (madeGoodMs: number | null) =>
    listStandingEvidence(context(madeGoodMs), 'a', 200 * day, parameters)[0]?.bad ?? Number.NaN;
  near(badAt200(null), 1);
  near(badAt200(50 * day), 2 ** (-150 / 90));
});

test('time creates evidence: nothing before the due time, then counted, then settled', () => {
  const promise = { kind: 'promise', owedBy: 'b', dueMs: 10 * day, settledMs: 30 * day } as const;
  assert.equal(isOverdue(promise, 10 * day - 1), false);
  assert.equal(isOverdue(promise, 10 * day), true);
  assert.equal(isOverdue(promise, 30 * day - 1), true);
  assert.equal(isOverdue(promise, 30 * day), false);
  const context = { ...plainContext, expectations: [{ ...promise, settledMs: null }] };
  assert.equal(listStandingEvidence(context, 'b', 100 * day, parameters)[0]?.bad, 0.5);
  assert.equal(listStandingEvidence({ ...context, ours: 'b' }, 'b', 100 * day, parameters)[0]?.bad, 1);
  assert.deepEqual(listStandingEvidence(context, 'a', 100 * day, parameters), []);
});

test('golden: an unanswered question weighs .25 on ability, a complaint left open 1 on benevolence', () => {
  const at = (kind: 'answer' | 'complaint' | 'promise') =>
    listStandingEvidence(
      { ...plainContext, expectations: [{ kind, owedBy: 'a', dueMs: 0, settledMs: null }] },
      'a',
      0,
      parameters,
    ).map(({ facet, bad }) => ({ facet, bad }));
  assert.deepEqual(at('answer'), [{ facet: 'ability', bad: 0.25 }]);
  assert.deepEqual(at('complaint'), [{ facet: 'benevolence', bad: 1 }]);
  assert.deepEqual(at('promise'), [{ facet: 'integrity', bad: 1 }]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEvent, day, eventAt, evidenceAt } from '#test/tie-events.ts';
import { type DirectionState, keptDays, traceNames } from './direction-state.ts';
import { copyState, emptyState, foldEvent, stateOf } from './fold.ts';
import { mergeDays, mergeStates } from './merge.ts';
import { defaultParameters as parameters } from './parameters.ts';
import type { TieEvent } from './tie-event.ts';
import { computeDecay } from './trace.ts';

const range = { minDay: 1, maxDay: 3000 };
const log = fc.array(arbitraryEvent(range), { maxLength: 40 });

function assertSame(one: DirectionState, other: DirectionState): void {
  assert.equal(one.tauMs, other.tauMs);
  const { traces: left, ...restOne } = one;
  const { traces: right, ...restOther } = other;
  assert.deepEqual(restOne, restOther);
  left.forEach((value, index) => {
    const beside = right[index] ?? Number.NaN;
    assert.ok(Math.abs(value - beside) <= 1e-9 * Math.max(value, beside) + 1e-90, `${traceNames[index]}`);
  });
}

/** The definition itself, with no incremental step in it. */
function sumDirectly(events: readonly TieEvent[], atMs: number): Record<string, number> {
  const halfLives = { chat: 5, mail: 45, live: 30, purchase: 365 };
  const ideals = { call: 'pressureCall', mail: 'pressureMail', post: 'pressurePost' } as const;
  const sums: Record<string, number> = Object.fromEntries(traceNames.map((name) => [name, 0]));
  const add = (name: string, weight: number, event: TieEvent, halfLife: number) => {
    sums[name] = (sums[name] ?? 0) + weight * 2 ** (-(atMs - event.atMs) / (halfLife * day));
  };
  for (const event of events) {
    add(`${event.family}Contact`, event.contact, event, halfLives[event.family]);
    add(`${event.family}Benefit`, event.benefit, event, halfLives[event.family]);
    if (event.trustFacet) add(`${event.trustFacet}Good`, event.trustGood, event, 90);
    if (event.trustFacet) add(`${event.trustFacet}Bad`, event.trustBad, event, 90);
    add('surveyWeight', event.surveyWeight, event, 180);
    add('surveySum', event.surveyWeight * event.surveyValue, event, 180);
    if (event.pressureChannel) add(ideals[event.pressureChannel], event.unasked, event, 62.4);
  }
  return sums;
}

test('golden: two mails 45 days apart leave 1.5; a late third adds its faded weight', () => {
  const state = stateOf([eventAt(0), eventAt(45)], parameters);
  assert.equal(state.traces[2], 1.5);
  foldEvent(state, eventAt(-45), parameters);
  assert.ok(Math.abs((state.traces[2] ?? 0) - 1.75) < 1e-15);
  assert.equal(state.tauMs, 45 * day);
  assert.equal(state.firstMs, -45 * day);
  assert.equal(state.lastMs, 45 * day);
  assert.equal(state.contactCount, 3);
});

test('property: the incremental state equals the sum of the definition, trace by trace', () => {
  fc.assert(
    fc.property(log, (events) => {
      const state = stateOf(events, parameters);
      const direct = sumDirectly(events, state.tauMs);
      traceNames.forEach((name, index) => {
        const expected = direct[name] ?? 0;
        assert.ok(Math.abs((state.traces[index] ?? 0) - expected) <= 1e-9 * expected + 1e-90, name);
      });
    }),
  );
});

test('property: any permutation of the same events gives the same state', () => {
  const shuffled = log.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
  );
  fc.assert(
    fc.property(shuffled, ([events, other]) => assertSame(stateOf(events, parameters), stateOf(other, parameters))),
  );
});

test('property: any batching gives the same state; merging is commutative and associative', () => {
  fc.assert(
    fc.property(log, log, log, (first, second, third) => {
      const [x, y, z] = [first, second, third].map((events) => stateOf(events, parameters));
      assert.ok(x && y && z);
      const merged = mergeStates(mergeStates(x, y, parameters), z, parameters);
      assertSame(merged, stateOf([...first, ...second, ...third], parameters));
      assertSame(merged, mergeStates(z, mergeStates(y, x, parameters), parameters));
    }),
  );
});

test('property: a party merged and un-merged (re-derived from the log) has its old states back', () => {
  fc.assert(
    fc.property(log, log, (own, others) => {
      const before = stateOf(own, parameters);
      const kept = copyState(before);
      mergeStates(before, stateOf(others, parameters), parameters);
      assert.deepEqual(before, kept);
      assert.deepEqual(stateOf(own, parameters), kept);
    }),
  );
});

test('property: the choice of time origin does not matter', () => {
  fc.assert(
    fc.property(log, fc.integer({ min: -20_000, max: 20_000 }), (events, shift) => {
      const moved = events.map((event) => ({ ...event, atMs: event.atMs + shift * day, day: event.day + shift }));
      const one = stateOf(events, parameters);
      const other = stateOf(moved, parameters);
      assertSame(
        {
          ...one,
          tauMs: one.tauMs + shift * day,
          firstMs: one.firstMs + shift * day,
          lastMs: one.lastMs + shift * day,
          days: one.days.map((value) => value + shift),
        },
        other,
      );
    }),
  );
});

test('evidence alone moves tau, and is no activity', () => {
  const state = stateOf(
    [eventAt(10), evidenceAt(20, { trustFacet: 'integrity', trustGood: 1, sourceNumber: 9 })],
    parameters,
  );
  assert.equal(state.tauMs, 20 * day);
  assert.equal(state.lastMs, 10 * day);
  assert.equal(state.firstMs, 10 * day);
  assert.equal(state.contactCount, 1);
  assert.equal(state.integrityCount, 1);
  assert.deepEqual(state.days, [10]);
  assert.deepEqual(state.sources, [1]);
});

test('a benefit without contact is activity; a facet without weight is no item', () => {
  const state = stateOf([eventAt(3, { contact: 0, benefit: 2, trustFacet: 'ability' })], parameters);
  assert.equal(state.contactCount, 1);
  assert.equal(state.abilityCount, 0);
  assert.deepEqual(state.days, [3]);
});

test('the 32 latest distinct days are kept, newest first, whatever the order', () => {
  const days = Array.from({ length: 40 }, (_, index) => index * 2);
  const events = [...days, ...days].map((at) => eventAt(at));
  const expected = days.slice(-keptDays).reverse();
  assert.equal(keptDays, 32);
  assert.deepEqual(stateOf(events, parameters).days, expected);
  assert.deepEqual(stateOf(events.reverse(), parameters).days, expected);
  assert.deepEqual(mergeDays(days.slice(0, 20).reverse(), days.slice(10).reverse()), expected);
});

test('sources are a sorted set', () => {
  const events = [3, 1, 3, 2, 1, 5].map((sourceNumber) => eventAt(1, { sourceNumber }));
  assert.deepEqual(stateOf(events, parameters).sources, [1, 2, 3, 5]);
});

test('a hundred years of silence leave exactly 0 in a fast trace and a number in a slow one', () => {
  const state = stateOf([eventAt(0, { family: 'chat' }), eventAt(0, { family: 'purchase' })], parameters);
  foldEvent(state, evidenceAt(36_525, {}), parameters);
  assert.equal(state.traces[0], 0);
  const left = computeDecay(36_525 * day, 365);
  assert.ok(left > 1e-100 && Math.abs((state.traces[6] ?? 0) - left) < 1e-9 * left);
  foldEvent(state, eventAt(0, { family: 'chat' }), parameters);
  assert.equal(state.traces[0], 0);
});

test('a million events in one second add up to a million', () => {
  const state = emptyState();
  const event = eventAt(7, { trustFacet: 'ability', trustGood: 1 });
  for (let index = 0; index < 1_000_000; index += 1) foldEvent(state, event, parameters);
  assert.equal(state.traces[2], 1_000_000);
  assert.equal(state.contactCount, 1_000_000);
  assert.equal(state.abilityCount, 1_000_000);
  assert.deepEqual(state.days, [7]);
});

test('other half-lives give other traces, also when sets of parameters alternate', () => {
  const slow = { ...parameters, halfLifeMailDays: 90 };
  const events = [eventAt(0), eventAt(90)];
  assert.equal(stateOf(events, parameters).traces[2], 1.25);
  assert.equal(stateOf(events, slow).traces[2], 1.5);
  assert.equal(stateOf(events, parameters).traces[2], 1.25);
});

test('a copy is independent', () => {
  const state = stateOf([eventAt(1)], parameters);
  const copy = copyState(state);
  foldEvent(copy, eventAt(2, { sourceNumber: 4 }), parameters);
  assert.deepEqual(state, stateOf([eventAt(1)], parameters));
});

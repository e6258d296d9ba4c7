import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryContext, arbitraryDirected, day, eventAt, everyDays, twoWay } from '#test/tie-events.ts';
import { plainContext } from './context.ts';
import { resolveParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import { blockNames, type Correction, type TieContext, type TieReading } from './reading.ts';
import { reasonCodes } from './reason-codes.ts';
import type { DirectedEvent } from './tie-log.ts';
import { emptyTie, tieStateOf } from './tie-log.ts';

const parameters = resolveParameters({ continuityDays: 3, assumedShare: 0.5 });
const log = fc.array(arbitraryDirected({ minDay: 1, maxDay: 600 }), { maxLength: 25 });

function read(events: DirectedEvent[], nowDay: number, context: Partial<TieContext> = {}): TieReading {
  return readTie({
    state: tieStateOf(events, parameters),
    context: { ...plainContext, ...context },
    parameters,
    nowMs: nowDay * day,
  });
}

function listNumbers(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(listNumbers);
}

test('property: no NaN, no Infinity, every share in [0,1], also after a hundred years of silence', () => {
  fc.assert(
    fc.property(log, arbitraryContext(600), fc.constantFrom(600, 700, 4000, 37_000), (events, context, nowDay) => {
      const reading = read(events, nowDay, context);
      assert.ok(listNumbers(reading).every(Number.isFinite));
      const shares = [reading.bond, reading.potential, reading.contactFigure, reading.giving.ab, reading.giving.ba];
      for (const name of blockNames) {
        const { value, low, high, uncertainty, computed } = reading[name];
        shares.push(value, low, high, uncertainty, computed, reading.used[name]);
        assert.ok(low <= value && value <= high, name);
        assert.ok(reading[name].marginalGain >= 0);
      }
      assert.ok(shares.every((share) => share >= 0 && share <= 1));
      assert.ok(reading.pressure >= 0);
    }),
  );
});

test('property: S = 0 if and only if one side has neither contact nor benefit; then there is potential', () => {
  fc.assert(
    fc.property(log, arbitraryContext(600), (events, context) => {
      const reading = read(events, 600, context);
      const given = (direction: 'ab' | 'ba') => reading.contact[direction] + reading.benefit[direction];
      assert.equal(reading.bond === 0, given('ab') === 0 || given('ba') === 0);
      const oneSided = (given('ab') === 0) !== (given('ba') === 0);
      assert.equal(reading.potential > 0, oneSided);
      if (oneSided) assert.ok(reading.reasons.some((reason) => reason.code === 'one-sided'));
    }),
  );
});

test('property: S lies between the minimum and the mean of the four values used', () => {
  fc.assert(
    fc.property(log, arbitraryContext(600), fc.integer({ min: 600, max: 1500 }), (events, context, nowDay) => {
      const { bond, used } = read(events, nowDay, context);
      const values = blockNames.map((name) => used[name]);
      assert.ok(bond >= Math.min(...values) - 1e-12);
      assert.ok(bond <= values.reduce((sum, value) => sum + value, 0) / 4 + 1e-12);
    }),
  );
});

test('property: a non-negative event at now never lowers S, except through pressure', () => {
  const extra = arbitraryDirected({ minDay: 600, maxDay: 600 }).map(({ direction, event }) => ({
    direction,
    event: { ...event, trustBad: 0, pressureChannel: null, unasked: 0, surveyWeight: 0 },
  }));
  fc.assert(
    fc.property(log, arbitraryContext(600), extra, (events, drawn, added) => {
      const context = { ...drawn, ours: null };
      const before = read(events, 600, context).bond;
      const after = read([...events, added], 600, context).bond;
      assert.ok(after >= before - 1e-12, `${before} -> ${after}`);
    }),
  );
});

test('property: swapping the two parties leaves S as it is and turns every directed figure', () => {
  fc.assert(
    fc.property(log, arbitraryContext(600), (events, context) => {
      const turn = { ab: 'ba', ba: 'ab' } as const;
      const other = { a: 'b', b: 'a' } as const;
      const swapped = events.map(({ direction, event }) => ({ direction: turn[direction], event }));
      const reading = read(events, 700, context);
      const back = read(swapped, 700, {
        ...context,
        ours: context.ours && other[context.ours],
        faults: context.faults.map((fault) => ({ ...fault, by: other[fault.by] })),
        expectations: context.expectations.map((one) => ({ ...one, owedBy: other[one.owedBy] })),
        baseRates: context.baseRates && { ab: context.baseRates.ba, ba: context.baseRates.ab },
      });
      const near = (one: number, two: number) => assert.ok(Math.abs(one - two) <= 1e-12 * Math.max(1, Math.abs(one)));
      near(back.bond, reading.bond);
      near(back.potential, reading.potential);
      near(back.balance, -reading.balance);
      for (const name of ['contact', 'benefit', 'giving', 'trustWays'] as const) {
        near(back[name].ab, reading[name].ba);
        near(back[name].ba, reading[name].ab);
      }
      assert.equal(back.level, reading.level);
      assert.equal(back.alarm, reading.alarm);
      assert.equal(back.weakest, reading.weakest);
    }),
  );
});

test('property: the order of events does not reach the reading', () => {
  fc.assert(
    fc.property(log, (events) => {
      const one = read(events, 700);
      const other = read([...events].reverse(), 700);
      assert.ok(Math.abs(one.bond - other.bond) < 1e-9);
      assert.equal(one.level, other.level);
      assert.equal(one.alarm, other.alarm);
    }),
  );
});

test('property: every reason has a known code with its own numbers', () => {
  fc.assert(
    fc.property(log, arbitraryContext(600), (events, context) => {
      const reading = read(events, 900, { ...context, coveredUntilMs: 650 * day });
      const reasons = [...reading.reasons, ...blockNames.flatMap((name) => reading[name].reasons)];
      for (const reason of reasons) {
        assert.ok(reason.code in reasonCodes, reason.code);
        const names: readonly string[] = reasonCodes[reason.code as keyof typeof reasonCodes];
        assert.deepEqual(Object.keys(reason.numbers).sort(), [...names].sort(), reason.code);
      }
    }),
  );
});

test('nothing known is said as such, never as 0 or 50', () => {
  const reading = readTie({ state: emptyTie(), context: plainContext, parameters, nowMs: 5 * day });
  for (const name of blockNames) assert.equal(reading[name].knowledge, 'unknown', name);
  assert.equal(reading.trust.value, 0.7);
  assert.equal(reading.trust.uncertainty, 1);
  assert.deepEqual([reading.bond, reading.weakest, reading.level, reading.alarm], [0, null, 'unknown', 'none']);
  assert.equal(reading.rhythm.quietAtMs, null);
});

test('a state that holds something later than now is refused', () => {
  assert.throws(() => read(twoWay([10]), 9), RangeError);
  assert.throws(() => read([], Number.NaN), RangeError);
});

test('contact is not benefit: writing back and forth leaves reciprocity assumed, and the tie a conversation', () => {
  const reading = read(twoWay(everyDays(7, 20, 200)), 201);
  assert.equal(reading.reciprocity.knowledge, 'assumed');
  assert.ok(reading.reciprocity.uncertainty >= 0.8);
  assert.ok(reading.reciprocity.value > 0);
  assert.equal(reading.level, 'conversation');
  assert.deepEqual(
    reading.reciprocity.reasons.map((reason) => reason.code),
    ['gives-assumed', 'gives-assumed'],
  );
});

test('golden: one tie read by hand', () => {
  const events = [
    ...twoWay([100], { benefit: 1 }),
    { direction: 'ab' as const, event: eventAt(100, { trustFacet: 'ability', trustGood: 2 }) },
  ];
  const reading = read(events, 100);
  const near = (value: number, expected: number) =>
    assert.ok(Math.abs(value - expected) < 1e-12, `${value} ${expected}`);
  near(reading.trust.value, Math.sqrt((3.4 / 4) * 0.7));
  near(reading.reciprocity.value, 1 - 1 / Math.E);
  near(reading.intensity.value, 1 - Math.exp(-1.5));
  near(reading.time.value, 1 - Math.exp(-1 / 3));
  near(
    reading.bond,
    (reading.trust.value * reading.reciprocity.value * reading.intensity.value * reading.time.value) ** 0.25,
  );
  near(reading.time.marginalGain, reading.bond / (4 * reading.time.value));
  near(reading.balance, 0);
  near(reading.trustWays.ab, 0.85);
  near(reading.trustWays.ba, 0.7);
});

test('a yearly, a quarterly and a weekly customer, on time, have the same T at the same phase and raise no alarm', () => {
  for (const n of [4, 5, 9, 20]) {
    for (const phase of [0, 0.25, 0.5, 1]) {
      const readings = [7, 91, 365].map((gap) =>
        read(twoWay(everyDays(gap, n, 20_000), { family: 'purchase' }), 20_000 + phase * gap),
      );
      const [weekly, quarterly, yearly] = readings.map((reading) => reading.time.value);
      assert.ok(weekly !== undefined && quarterly !== undefined && yearly !== undefined);
      assert.ok(Math.abs(quarterly - weekly) < 1e-12 && Math.abs(yearly - weekly) < 1e-12);
      assert.ok(readings.every(({ alarm, alarmSilencedBy }) => alarm === 'none' && alarmSilencedBy === null));
    }
  }
});

test('the balance is what a gave more than b', () => {
  assert.equal(read([{ direction: 'ab', event: eventAt(100, { benefit: 2 }) }], 100).balance, 2);
  assert.equal(read([{ direction: 'ba', event: eventAt(100, { benefit: 2 }) }], 100).balance, -2);
});

test('the weakest block is said when it is clearly the lowest, never when it is unknown', () => {
  const lopsided = [
    ...twoWay(everyDays(7, 30, 300), { contact: 5 }),
    ...everyDays(7, 30, 300).map((at) => ({ direction: 'ab' as const, event: eventAt(at, { benefit: 5 }) })),
    { direction: 'ba' as const, event: eventAt(300, { benefit: 0.06 }) },
  ];
  assert.equal(read(lopsided, 301).weakest, 'reciprocity');
  assert.equal(read(twoWay(everyDays(7, 30, 300), { contact: 5, benefit: 5 }), 301).trust.knowledge, 'unknown');
  assert.notEqual(read(twoWay(everyDays(7, 30, 300), { contact: 5, benefit: 5 }), 300).weakest, 'trust');
  assert.equal(read(twoWay([300]), 300).weakest, null);
});

test('a one-sided tie is held back by reciprocity, and has potential', () => {
  const reading = read(
    everyDays(7, 20, 200).map((at) => ({ direction: 'ab', event: eventAt(at) })),
    201,
  );
  assert.equal(reading.weakest, 'reciprocity');
  assert.ok(reading.potential > 0);
  assert.equal(reading.level, 'contact');
});

test('people outrank the model: a corrected block is used, shown as such, and survives', () => {
  const word: Correction = { block: 'trust', value: 0.1, mutedCode: null, atMs: 150 * day };
  const events = twoWay(everyDays(7, 20, 200), { benefit: 2 });
  const reading = read(events, 201, { corrections: [word] });
  const plain = read(events, 201);
  assert.deepEqual([reading.trust.value, reading.trust.corrected, reading.trust.knowledge], [0.1, true, 'known']);
  assert.equal(reading.trust.computed, plain.trust.value);
  assert.ok(Math.abs(reading.bond - plain.bond * (0.1 / plain.trust.value) ** 0.25) < 1e-12);
  assert.equal(reading.weakest, 'trust');
  assert.ok(reading.trust.reasons.some((reason) => reason.code === 'corrected'));
  assert.equal(read([...events, ...twoWay([210])], 211, { corrections: [word] }).trust.value, 0.1);
});

test('a muted reason stays, flagged', () => {
  const mute: Correction = { block: null, value: null, mutedCode: 'contact-level', atMs: 1 };
  const { intensity, time } = read(twoWay([10, 20]), 30, { corrections: [mute] });
  assert.ok(intensity.reasons.every((reason) => reason.muted));
  assert.ok(time.reasons.every((reason) => !reason.muted));
});

test('coverage: the tie is read as of the end of what was listened to, but never before the last thing known', () => {
  const events = twoWay(everyDays(7, 20, 200), { benefit: 1 });
  const reading = read(events, 400, { coveredUntilMs: 205 * day });
  assert.equal(reading.asOfMs, 205 * day);
  assert.equal(reading.bond, read(events, 205).bond);
  assert.equal(read(events, 400, { coveredUntilMs: 100 * day }).asOfMs, 200 * day);
  assert.equal(read(events, 203, { coveredUntilMs: 300 * day }).asOfMs, 203 * day);
  const ended = reading.reasons.find((reason) => reason.code === 'coverage-ended');
  assert.deepEqual(ended?.numbers, { coveredUntilMs: 205 * day, unreadDays: 195 });
});

test('our fault shows in the customer trusting us, and not the other way round', () => {
  const fault = { by: 'a', atMs: 100 * day, madeGoodMs: null, weight: 1, facet: 'integrity' } as const;
  const events = twoWay(everyDays(7, 20, 200), { benefit: 1 });
  const reading = read(events, 201, { faults: [fault], ours: 'a' });
  assert.ok(Math.abs(reading.trustWays.ba - 1.4 / 3) < 1e-12);
  assert.equal(reading.trustWays.ab, 0.7);
  assert.ok(read(events, 201, { faults: [{ ...fault, madeGoodMs: 110 * day }], ours: 'a' }).bond > reading.bond);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryDirected, day, eventAt, everyDays, evidenceAt } from '#test/tie-events.ts';
import { plainContext } from './context.ts';
import { explainBlock, type LoggedEvent } from './explain.ts';
import { resolveParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import { type BlockName, blockNames, type TieContext } from './reading.ts';
import { tieStateOf } from './tie-log.ts';

const parameters = resolveParameters();
const arbitraryLog = fc
  .array(arbitraryDirected({ minDay: 1, maxDay: 300 }), { maxLength: 20 })
  .map((events) => events.map((item, index) => ({ ...item, ref: `i${index}` })));

function explain(events: LoggedEvent<string>[], block: BlockName, nowDay: number, context: Partial<TieContext> = {}) {
  return explainBlock({ events, block, context: { ...plainContext, ...context }, parameters, nowMs: nowDay * day });
}

const sumOf = (items: { remaining: number }[]) => items.reduce((sum, item) => sum + item.remaining, 0);

test('property: what is left of the events adds up to what the block is computed from', () => {
  fc.assert(
    fc.property(arbitraryLog, (events) => {
      const reading = readTie({
        state: tieStateOf(events, parameters),
        context: plainContext,
        parameters,
        nowMs: 400 * day,
      });
      for (const direction of ['ab', 'ba'] as const) {
        const part = (block: BlockName, code: string) =>
          sumOf(explain(events, block, 400).filter((item) => item.direction === direction && item.code === code));
        const near = (value: number, expected: number) =>
          assert.ok(Math.abs(value - expected) <= 1e-9 * (1 + expected));
        near(part('intensity', 'contact'), reading.contact[direction]);
        near(part('reciprocity', 'benefit'), reading.benefit[direction]);
        const stated = reading.trust.reasons.find(
          (one) => one.code === 'trust-evidence' && one.direction === direction,
        );
        near(part('trust', 'trust-good'), stated?.numbers.good ?? 0);
        near(part('trust', 'trust-bad'), stated?.numbers.bad ?? 0);
      }
    }),
  );
});

test('property: shares add up to 1, heaviest first, and every item points to its event', () => {
  fc.assert(
    fc.property(arbitraryLog, fc.constantFrom(...blockNames), (events, block) => {
      const items = explain(events, block, 400);
      if (items.length === 0) return;
      assert.ok(Math.abs(items.reduce((sum, item) => sum + item.share, 0) - 1) < 1e-9);
      items.forEach((item, index) => {
        assert.ok(item.remaining > 0 && item.remaining <= item.weight * (1 + 1e-12));
        if (index > 0) assert.ok(item.remaining <= (items[index - 1]?.remaining ?? 0));
        const source = events.find(({ ref }) => ref === item.ref);
        assert.equal(source?.event.atMs, item.atMs);
      });
    }),
  );
});

const logged = (ref: string, days: number, change: Parameters<typeof eventAt>[1] = {}): LoggedEvent<string> => ({
  ref,
  direction: 'ab',
  event: eventAt(days, change),
});

test('golden: age, half-life and what is left, per family', () => {
  const events = [
    logged('chat', 90, { family: 'chat' }),
    logged('mail', 55),
    logged('live', 70, { family: 'live' }),
    logged('order', 100 - 365, { family: 'purchase' }),
    logged('later', 101),
  ];
  const items = explain(events, 'intensity', 100).map(({ ref, ageDays, halfLifeDays, remaining }) => [
    ref,
    ageDays,
    halfLifeDays,
    remaining,
  ]);
  assert.deepEqual(items, [
    ['live', 30, 30, 0.5],
    ['mail', 45, 45, 0.5],
    ['order', 365, 365, 0.5],
    ['chat', 10, 5, 0.25],
  ]);
});

test('where a benefit is not known the contact that stands in for it is shown', () => {
  const codes = (events: LoggedEvent<string>[]) => explain(events, 'reciprocity', 100).map(({ code }) => code);
  assert.deepEqual(codes([logged('x', 100)]), ['contact']);
  assert.deepEqual(codes([logged('x', 100, { benefit: 1 })]), ['benefit']);
});

test('time shows its distinct days, at most 32, and what pressed', () => {
  const events = everyDays(1, 40, 100).map((at) => logged(`d${at}`, at, { pressureChannel: 'mail', unasked: 1 }));
  assert.equal(explain([...events, logged('again', 100.5)], 'time', 101).length, 32);
  const pressed = explain(events, 'time', 100, { ours: 'a' });
  assert.equal(pressed.filter(({ code }) => code === 'unasked').length, 40);
  assert.equal(explain(events, 'time', 100, { ours: 'b' }).length, 32);
  assert.equal(pressed.find(({ code }) => code === 'active-day')?.halfLifeDays, null);
});

test('faults and overdue promises stand among the evidence, without an event of their own', () => {
  const fault = { by: 'b', atMs: 0, madeGoodMs: null, weight: 1, facet: 'integrity' } as const;
  const promise = { kind: 'promise', owedBy: 'a', dueMs: 10 * day, settledMs: null } as const;
  const items = explain([], 'trust', 100, { faults: [fault], expectations: [promise], ours: 'b' });
  assert.deepEqual(
    items.map(({ ref, code, direction, halfLifeDays, remaining }) => [ref, code, direction, halfLifeDays, remaining]),
    [
      [null, 'fault-open', 'ab', null, 1],
      [null, 'overdue', 'ba', 90, 0.5],
    ],
  );
});

test('a survey answer is part of intensity', () => {
  const answer = { ref: 's', direction: 'ab' as const, event: evidenceAt(0, { surveyWeight: 2, surveyValue: 1 }) };
  assert.deepEqual(
    explain([answer], 'intensity', 180).map(({ code, remaining }) => [code, remaining]),
    [['survey', 1]],
  );
});

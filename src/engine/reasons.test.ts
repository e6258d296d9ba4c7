import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, eventAt, everyDays, evidenceAt, twoWay } from '#test/tie-events.ts';
import { plainContext } from './context.ts';
import { resolveParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import type { BlockName, TieContext } from './reading.ts';
import { type DirectedEvent, tieStateOf } from './tie-log.ts';

const parameters = resolveParameters({ continuityDays: 3, freshnessGaps: 3 });

function read(events: DirectedEvent[], nowDay: number, context: Partial<TieContext> = {}) {
  const state = tieStateOf(events, parameters);
  return readTie({ state, context: { ...plainContext, ...context }, parameters, nowMs: nowDay * day });
}

const codes = (events: DirectedEvent[], block: BlockName, context: Partial<TieContext> = {}) =>
  read(events, 100, context)[block].reasons.map(({ code, direction }) => (direction ? `${code} ${direction}` : code));

test('trust says per direction what it rests on, or that nothing is known', () => {
  const good = { direction: 'ab' as const, event: evidenceAt(100, { trustFacet: 'ability', trustGood: 1 }) };
  assert.deepEqual(codes([good], 'trust'), ['trust-evidence ab', 'trust-unknown ba']);
  const faults = [{ by: 'a', atMs: 0, madeGoodMs: 50 * day, weight: 1, facet: 'integrity' } as const];
  assert.deepEqual(codes([good], 'trust', { faults }), [
    'trust-evidence ab',
    'trust-evidence ba',
    'fault-made-good ba',
  ]);
  const numbers = read([good], 190).trust.reasons[0]?.numbers;
  assert.deepEqual(numbers, { good: 0.5, bad: 0, baseRate: 0.7, value: 1.9 / 2.5, uncertainty: 0.8, halfLifeDays: 90 });
});

test('reciprocity says who gives what is known, what is assumed, and who gives nothing', () => {
  const known = [{ direction: 'ab' as const, event: eventAt(100, { benefit: 1 }) }];
  assert.deepEqual(codes(known, 'reciprocity'), ['gives-known ab', 'gives-nothing ba']);
  assert.deepEqual(codes(twoWay([100]), 'reciprocity'), ['gives-assumed ab', 'gives-assumed ba']);
});

test('intensity says each side of the contact, and the answer to "what if it vanished"', () => {
  const events = [
    ...[1, 2, 3].map(() => ({ direction: 'ab' as const, event: eventAt(100) })),
    { direction: 'ba' as const, event: eventAt(100) },
    { direction: 'ba' as const, event: evidenceAt(100, { surveyWeight: 2, surveyValue: 0.5 }) },
  ];
  assert.deepEqual(codes(events, 'intensity'), ['contact-level ab', 'contact-level ba', 'survey']);
  const [ab, ba, survey] = read(events, 100).intensity.reasons;
  assert.deepEqual(
    [ab?.numbers, ba?.numbers],
    [
      { contact: 3, share: 0.75 },
      { contact: 1, share: 0.25 },
    ],
  );
  assert.deepEqual(survey?.numbers, { weight: 2, mean: 0.5 });
  assert.deepEqual(codes([], 'intensity'), []);
});

test('time says days, freshness, whether the gap is its own, and what presses', () => {
  assert.deepEqual(codes(twoWay([80, 90]), 'time'), ['active-days', 'freshness', 'gap-assumed']);
  assert.deepEqual(codes(twoWay(everyDays(10, 4, 90)), 'time'), ['active-days', 'freshness']);
  const mailings = everyDays(10, 7, 95).map((at) => ({
    direction: 'ab' as const,
    event: eventAt(at, { pressureChannel: 'mail', unasked: 1 }),
  }));
  const reading = read(mailings, 100, { ours: 'a' });
  const pressing = reading.time.reasons.find(({ code }) => code === 'pressing');
  assert.ok(reading.pressure > 1);
  assert.equal(pressing?.numbers.pressure, reading.pressure);
  assert.ok(reading.reasons.some(({ code, block }) => code === 'pressing' && block === 'pressure'));
  assert.equal(read(mailings, 100, { ours: 'b' }).pressure, 0);
  assert.equal(read(mailings, 100).pressure, 0);
});

test('the tie as a whole says quiet or gone with its numbers, and why it says nothing', () => {
  const nine = twoWay(everyDays(9, 5, 100));
  const stated = (nowDay: number, context: Partial<TieContext> = {}) =>
    read(nine, nowDay, context).reasons.map(({ code }) => code);
  assert.deepEqual(stated(110), []);
  assert.deepEqual(stated(131), ['quiet']);
  assert.deepEqual(read(nine, 131).reasons[0]?.numbers, { silenceDays: 31, gapDays: 9, quietAfterDays: 27 });
  assert.deepEqual(stated(190), ['gone']);
  assert.deepEqual(stated(131, { wish: 'rather-not' }), ['wish-rather-not']);
  assert.deepEqual(stated(190, { coveredUntilMs: 101 * day }), ['coverage-ended']);
  const closures = [{ fromMs: 101 * day, untilMs: 189 * day }];
  assert.deepEqual(stated(190, { closures }), ['closure-skipped']);
  assert.deepEqual(read(nine, 190, { closures }).reasons[0]?.numbers, { closedDays: 88 });
  assert.deepEqual(
    read(twoWay([0]), 100).reasons.map(({ code }) => code),
    ['too-few'],
  );
});

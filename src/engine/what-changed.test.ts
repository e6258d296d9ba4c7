import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryContext, arbitraryDirected, day, eventAt, everyDays, twoWay } from '#test/tie-events.ts';
import { plainContext } from './context.ts';
import { resolveParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import { tieStateOf } from './tie-log.ts';
import { explainChange } from './what-changed.ts';

const parameters = resolveParameters();
const fromMs = 300 * day;
const nowMs = 330 * day;
const named = (events: ReturnType<typeof twoWay>) => events.map((item) => ({ ...item, ref: `day ${item.event.day}` }));

test('from plus all effects is to, whatever happened, and both ends are what readTie says', () => {
  const run = fc.property(
    fc.array(arbitraryDirected({ minDay: 1, maxDay: 329 }), { minLength: 1, maxLength: 30 }),
    arbitraryContext(330),
    fc.integer({ min: 1, max: 5 }),
    (events, context, most) => {
      const { from, to, causes } = explainChange({ events: named(events), context, parameters, fromMs, nowMs, most });
      const sum = causes.reduce((total, cause) => total + cause.effect, 0);
      assert.ok(Math.abs(from.reading.bond + sum - to.reading.bond) < 1e-9);
      const state = tieStateOf(events, parameters);
      assert.ok(Math.abs(to.reading.bond - readTie({ state, context, parameters, nowMs }).bond) < 1e-9);
      assert.ok(causes.every(({ effect }) => effect >= -1 && effect <= 1));
    },
  );
  fc.assert(run, { numRuns: 60 });
});

test('one order after silence is named with what the bond would lack without it; silence is named where nothing was', () => {
  const before = twoWay(everyDays(10, 8, 290), { benefit: 0.5 });
  const order = [{ direction: 'ab' as const, event: eventAt(320, { contact: 2, benefit: 1 }) }];
  const events = [...named(before), ...named(order)];
  const { causes, to } = explainChange({ events, context: plainContext, parameters, fromMs, nowMs });
  const [first, second] = causes;
  assert.deepEqual([first?.code, second?.code].sort(), ['event', 'time']);
  const found = causes.find(({ code }) => code === 'event');
  const without = readTie({ state: tieStateOf(before, parameters), context: plainContext, parameters, nowMs });
  assert.equal(found?.ref, 'day 320');
  assert.ok(Math.abs((found?.effect ?? 0) - (to.reading.bond - without.bond)) < 1e-12);
  const silent = explainChange({ events: named(before), context: plainContext, parameters, fromMs, nowMs });
  assert.equal(silent.causes[0]?.code, 'time');
  assert.ok((silent.causes[0]?.effect ?? 0) < 0);
});

test('a fault of ours since then, and one made good, are causes; a promise past its date too', () => {
  const events = named(twoWay(everyDays(10, 8, 295), { benefit: 0.5 }));
  const fault = { by: 'b' as const, atMs: 310 * day, madeGoodMs: null, weight: 1, facet: 'integrity' as const };
  const context = {
    ...plainContext,
    ours: 'b' as const,
    faults: [fault, { ...fault, atMs: 200 * day, madeGoodMs: 312 * day }],
    expectations: [{ kind: 'promise' as const, owedBy: 'b' as const, dueMs: 315 * day, settledMs: null }],
  };
  const { causes } = explainChange({ events, context, parameters, fromMs, nowMs });
  const effect = (code: string) => causes.find((cause) => cause.code === code)?.effect ?? 0;
  assert.ok(effect('fault') < 0 && effect('overdue') < 0, JSON.stringify(causes));
  assert.ok(effect('made-good') > 0);
  assert.equal(causes.find(({ code }) => code === 'fault')?.block, 'trust');
});

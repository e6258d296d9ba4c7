import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryContext, arbitraryDirected, day, everyDays, twoWay } from '#test/tie-events.ts';
import { contextAsOf, forgetHindsight } from './as-of.ts';
import { backTestTie, enoughForecasts, type Observation, summariseBackTest } from './back-test.ts';
import { plainContext } from './context.ts';
import { readContinuationChance } from './continuation.ts';
import { resolveParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import { tieStateOf } from './tie-log.ts';

const parameters = resolveParameters();
const range = { minDay: 1, maxDay: 400 };

test('what comes after a cut changes nothing of what is said at it', () => {
  const cutMs = 200 * day;
  const run = fc.property(
    fc.array(arbitraryDirected({ minDay: 1, maxDay: 199 }), { maxLength: 25 }),
    fc.array(arbitraryDirected({ minDay: 200, maxDay: 400 }), { maxLength: 25 }),
    arbitraryContext(400),
    (before, after, context) => {
      const said = (events: typeof before, beside: typeof context) =>
        backTestTie({ events, context: beside, parameters, cutsMs: [cutMs], heardUntilMs: 900 * day }).map(
          ({ continuation, alarm, status }) => [
            continuation?.chance,
            alarm?.said,
            alarm?.phase,
            status?.said,
            status?.bond,
          ],
        );
      const known = forgetHindsight(contextAsOf(context, cutMs - 1));
      assert.deepEqual(said([...before, ...after], context), said(before, { ...known, closures: context.closures }));
    },
  );
  fc.assert(run, { numRuns: 60 });
});

test('by hand: every four days both ways goes on, and is said as readTie says it; then it stops', () => {
  const days = everyDays(4, 20, 100);
  const events = twoWay(days, { benefit: 1 });
  const asked = { events, context: plainContext, parameters, heardUntilMs: 400 * day };
  const [going, stopped] = backTestTie({ ...asked, cutsMs: [70 * day, 101 * day] });
  const state = tieStateOf(
    events.filter(({ event }) => event.atMs < 70 * day),
    parameters,
  );
  const { contactFigure, bond } = readTie({ state, context: plainContext, parameters, nowMs: 70 * day });
  const chance = readContinuationChance(contactFigure, parameters);
  assert.deepEqual(going?.continuation, { chance, happened: true });
  assert.deepEqual([going?.alarm?.said, going?.alarm?.happened, going?.status?.bond], ['none', false, bond]);
  assert.deepEqual(
    [stopped?.continuation?.happened, stopped?.alarm?.happened, stopped?.status?.happened],
    [false, true, false],
  );
  // What is not heard yet is not judged.
  const [unheard] = backTestTie({ ...asked, cutsMs: [101 * day], heardUntilMs: 120 * day });
  assert.equal(unheard, undefined);
});

test('a context as of an instant holds nothing later, and reads as the whole one does then', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryDirected(range), { minLength: 1, maxLength: 15 }),
      arbitraryContext(400),
      (events, context) => {
        const state = tieStateOf(events, parameters);
        const nowMs = 401 * day;
        const then = contextAsOf(context, nowMs);
        assert.ok(then.faults.every((fault) => fault.atMs <= nowMs && (fault.madeGoodMs ?? 0) <= nowMs));
        const reading = readTie({ state, context: then, parameters, nowMs });
        assert.ok(Math.abs(reading.bond - readTie({ state, context, parameters, nowMs }).bond) < 1e-12);
      },
    ),
    { numRuns: 60 },
  );
});

test('too few say nothing; enough say AUC, calibration and what followed each alarm', () => {
  const one = (happened: boolean, chance: number): Observation => ({
    cutMs: 0,
    continuation: { chance, happened },
    alarm: { said: happened ? 'quiet' : 'none', phase: happened ? 4 : 1, happened },
    status: { said: 'bond', bond: chance, happened },
  });
  const few = Array.from({ length: enoughForecasts.all - 1 }, (_, at) => one(at % 2 === 0, 0.5));
  const early = summariseBackTest(few);
  assert.deepEqual([early.continuation.isEnough, early.continuation.auc, early.alarm.auc], [false, null, null]);
  const found = summariseBackTest([...few, one(true, 0.9)]);
  assert.deepEqual([found.continuation.count, found.continuation.calibration?.bins[9]?.observed], [100, 1]);
  assert.equal(found.alarm.auc, 1);
  assert.deepEqual(
    found.alarm.rows.map(({ said, count, happened }) => [said, count, happened]),
    [
      ['none', 49, 0],
      ['quiet', 51, 51],
      ['gone', 0, 0],
    ],
  );
  assert.deepEqual(summariseBackTest([...few, one(true, 0.9)].reverse()).alarm, found.alarm);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day, everyDays, twoWay } from '#test/tie-events.ts';
import { plainContext } from './context.ts';
import { resolveParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import type { TieContext } from './reading.ts';
import { tieStateOf } from './tie-log.ts';

const parameters = resolveParameters();

function alarmAt(days: number[], nowDay: number, context: Partial<TieContext> = {}): [string, string | null] {
  const state = tieStateOf(twoWay(days), parameters);
  const reading = readTie({ state, context: { ...plainContext, ...context }, parameters, nowMs: nowDay * day });
  return [reading.alarm, reading.alarmSilencedBy];
}

test('golden: a tie of every 9 days is quiet after 27 and gone after 72', () => {
  const days = everyDays(9, 5, 100);
  assert.deepEqual(alarmAt(days, 127), ['none', null]);
  assert.deepEqual(alarmAt(days, 127.1), ['quiet', null]);
  assert.deepEqual(alarmAt(days, 172), ['quiet', null]);
  assert.deepEqual(alarmAt(days, 172.1), ['gone', null]);
});

test('a yearly, a quarterly and a weekly customer, each on time, raise no alarm', () => {
  for (const gap of [7, 91, 365]) {
    for (const n of [4, 6, 12]) {
      for (const phase of [0, 0.5, 1, 1.4]) {
        assert.deepEqual(alarmAt(everyDays(gap, n, 0), phase * gap), ['none', null], `${gap} ${n} ${phase}`);
      }
    }
  }
});

test('property: the alarm is where the closed-form date says it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 3, max: 32 }), (gap, n) => {
      const state = tieStateOf(twoWay(everyDays(gap, n, 0)), parameters);
      const read = (nowMs: number) => readTie({ state, context: plainContext, parameters, nowMs });
      const { quietAtMs, goneAtMs } = read(0).rhythm;
      assert.ok(quietAtMs !== null && goneAtMs !== null);
      assert.equal(read(quietAtMs).alarm, 'none');
      assert.equal(read(quietAtMs + 1000).alarm, 'quiet');
      assert.equal(read(goneAtMs).alarm, 'quiet');
      assert.equal(read(goneAtMs + 1000).alarm, 'gone');
    }),
  );
});

test('one or two contacts are too few to miss anybody', () => {
  assert.deepEqual(alarmAt([0], 30), ['none', null]);
  assert.deepEqual(alarmAt([0], 100), ['none', 'too-few']);
  assert.deepEqual(alarmAt([0, 5], 100), ['none', 'too-few']);
  assert.deepEqual(alarmAt([0, 5, 10], 100), ['gone', null]);
});

test('who would rather not be called is not missed', () => {
  assert.deepEqual(alarmAt(everyDays(9, 5, 100), 150, { wish: 'rather-not' }), ['none', 'wish']);
  assert.deepEqual(alarmAt(everyDays(9, 5, 100), 150, { wish: 'when-needed' }), ['quiet', null]);
  assert.deepEqual(alarmAt(everyDays(9, 5, 100), 110, { wish: 'rather-not' }), ['none', null]);
});

test('a muted alarm stays away at its own level', () => {
  const corrections = [{ block: null, value: null, mutedCode: 'quiet', atMs: 0 }];
  assert.deepEqual(alarmAt(everyDays(9, 5, 100), 150, { corrections }), ['none', 'muted']);
  assert.deepEqual(alarmAt(everyDays(9, 5, 100), 200, { corrections }), ['gone', null]);
});

test('a mailbox not read since raises no alarm, and says why', () => {
  const days = everyDays(9, 5, 100);
  assert.deepEqual(alarmAt(days, 190, { coveredUntilMs: 102 * day }), ['none', 'coverage']);
  assert.deepEqual(alarmAt(days, 110, { coveredUntilMs: 102 * day }), ['none', null], 'no silence worth a word yet');
});

test('an alarm heard before listening stopped holds for one gap (at least a week), then is not repeated', () => {
  const days = everyDays(9, 5, 100);
  assert.deepEqual(alarmAt(days, 138, { coveredUntilMs: 130 * day }), ['quiet', null]);
  assert.deepEqual(alarmAt(days, 139.5, { coveredUntilMs: 130 * day }), ['none', 'coverage']);
  const daily = everyDays(1, 5, 100);
  assert.deepEqual(alarmAt(daily, 113, { coveredUntilMs: 106 * day }), ['quiet', null]);
  assert.deepEqual(alarmAt(daily, 113.1, { coveredUntilMs: 106 * day }), ['none', 'coverage']);
});

test('a camping silent every winter raises no alarm', () => {
  const season = [...everyDays(10, 10, 100), ...everyDays(10, 10, 465)];
  const closures = [100, 465].map((end) => ({ fromMs: (end + 2) * day, untilMs: (end + 260) * day }));
  assert.deepEqual(alarmAt(season, 600, { closures }), ['none', 'closure']);
  assert.deepEqual(alarmAt(season, 806, { closures }), ['gone', null]);
  assert.deepEqual(alarmAt(everyDays(10, 10, 100), 250), ['gone', null]);
});

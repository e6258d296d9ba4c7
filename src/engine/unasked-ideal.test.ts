import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day, eventAt } from '#test/tie-events.ts';
import type { LoggedEvent } from './explain.ts';
import { stateOf } from './fold.ts';
import { resolveParameters } from './parameters.ts';
import { computeSentPressure } from './pressure.ts';
import type { PressureChannel } from './tie-event.ts';
import {
  idealNameOf,
  learnIdeal,
  learnIdeals,
  leastTries,
  listUnaskedTries,
  type UnaskedTry,
} from './unasked-ideal.ts';

const parameters = resolveParameters();
const least = leastTries.tie;

const ours = (at: number, pressureChannel: PressureChannel = 'mail'): LoggedEvent<string> => ({
  ...{ direction: 'ab', ref: `ours ${at} ${pressureChannel}` },
  event: eventAt(at, { unasked: 1, pressureChannel }),
});
const theirs = (at: number, ref = `theirs ${at}`): LoggedEvent<string> => ({
  direction: 'ba',
  ref,
  event: eventAt(at),
});
const list = (events: LoggedEvent<string>[], heardUntilMs = 1_000 * day) =>
  listUnaskedTries({ events, ours: 'ab', parameters, heardUntilMs });

const tried = (load: number, answered: boolean | null): UnaskedTry<number> => ({
  ...{ ref: 0, channel: 'mail', atMs: 0, load, answered },
});
const learn = (tries: UnaskedTry<number>[], inForce = 3.5) => learnIdeal({ ties: [tries], inForce, parameters, least });
/** So many at each load, of which so many were answered. */
const bunch = (load: number, count: number, answered: number) =>
  Array.from({ length: count }, (_, at) => tried(load, at < answered));

test('a try is answered by contact of theirs within the days after it, and by nothing else', () => {
  const found = list([ours(100), ours(200), theirs(207), ours(300), theirs(314.5), ours(400), theirs(399)]);
  assert.deepEqual(
    found.map(({ answered }) => answered),
    [false, true, false, false],
  );
});

test('what came with an unasked call of our own is no answer, and what is too short ago is not known yet', () => {
  const call = ours(100, 'call');
  const together: LoggedEvent<string> = { ...theirs(101), ref: 'ours 101 call' };
  assert.equal(list([call, ours(101, 'call'), together])[0]?.answered, false);
  const [early, late] = list([ours(900), ours(950)], 955 * day);
  assert.deepEqual([early?.answered, late?.answered], [false, null]);
  assert.deepEqual(list([ours(900), ours(950)], 940 * day).length, 1);
});

test('the load of a try is what pressure makes of the same contacts before the ideal divides it', () => {
  const days = [10, 20, 20, 35, 80];
  const last = list(days.map((at) => ours(at))).at(-1);
  const state = stateOf(
    days.map((at) => ours(at).event),
    parameters,
  );
  const sent = computeSentPressure(state, 80 * day, parameters) * parameters.idealMail;
  assert.ok(Math.abs((last?.load ?? 0) - sent) < 1e-12);
  assert.deepEqual(
    list([ours(80), ours(79, 'call')]).map(({ load }) => load),
    [1, 1],
  );
  assert.equal(list(days.map((at) => ours(at)))[0]?.load, 1);
});

test('golden: not enough is said; nothing is learnt from it', () => {
  const few = learn(bunch(3, 11, 5));
  assert.deepEqual(few, { tries: 11, answered: 5, isEnough: false, ideal: 3.5, low: 3.5, high: 3.5 });
  assert.equal(learn(bunch(3, 20, 2)).isEnough, false);
  assert.equal(learn(bunch(3, 20, 18)).isEnough, false);
  assert.equal(learn([...bunch(3, 12, 3), tried(3, null)]).tries, 12);
  assert.equal(learn(bunch(3, 12, 3)).isEnough, true);
});

test('golden: answers that stop past three a quarter bring the ideal down, answers at nine bring it up', () => {
  const tired = learn([...bunch(1, 6, 5), ...bunch(2, 6, 5), ...bunch(6, 8, 1), ...bunch(9, 8, 0)]);
  const glad = learn([...bunch(1, 6, 5), ...bunch(2, 6, 5), ...bunch(6, 8, 7), ...bunch(9, 8, 7)]);
  assert.ok(tired.ideal > 1.2 && tired.ideal < 3, `${tired.ideal}`);
  assert.ok(glad.ideal > 6, `${glad.ideal}`);
  assert.ok(tired.low < tired.ideal && tired.ideal < tired.high && tired.high < glad.low);
});

test('who answers one in three whatever the number says nothing about where it becomes too much', () => {
  const even = learn([...bunch(1, 12, 4), ...bunch(1.5, 12, 4)]);
  assert.ok(even.ideal > 3 && even.ideal < 5, `${even.ideal}`);
});

test('each tie answers as readily as it does: one that never answers does not pull the firm down with it', () => {
  const glad = [...bunch(1, 10, 8), ...bunch(8, 10, 8)];
  const never = bunch(8, 30, 0);
  const apart = learnIdeal({ ties: [glad, never], inForce: 3.5, parameters, least });
  const together = learn([...glad, ...never]);
  assert.ok(apart.ideal > 1.5 * together.ideal, `${apart.ideal} ${together.ideal}`);
});

test('any order and any split of what is not known gives the same, within the range of the parameter', () => {
  const tries = fc.array(
    fc.record({ load: fc.double({ min: 1, max: 200, noNaN: true }), answered: fc.constantFrom(true, false, null) }),
    { minLength: 12, maxLength: 60 },
  );
  fc.assert(
    fc.property(tries, fc.double({ min: 0.5, max: 100, noNaN: true }), (found, inForce) => {
      const all = found.map(({ load, answered }) => tried(load, answered));
      const one = learn(all, inForce);
      const other = learn(all.filter(({ answered }) => answered !== null).toReversed(), inForce);
      assert.ok(Math.abs(one.ideal - other.ideal) <= 1e-9 * one.ideal);
      assert.ok(one.low <= one.ideal && one.ideal <= one.high);
      assert.ok(one.low >= 0.5 && one.high <= 100);
      assert.ok(one.answered <= one.tries && one.tries <= all.length);
    }),
    { numRuns: 60 },
  );
});

test('each channel learns from its own, around its own ideal in force', () => {
  const mails = [...bunch(1, 8, 7), ...bunch(9, 8, 0)];
  const found = learnIdeals({ ties: [[...mails, { ...tried(1, true), channel: 'call' }]], parameters, least });
  assert.ok(found.mail.isEnough && !found.call.isEnough && !found.post.isEnough);
  assert.deepEqual([found.call.tries, found.post.ideal, found.call.ideal], [1, 9.5, 3]);
  assert.deepEqual([idealNameOf('post'), idealNameOf('call')], ['idealPost', 'idealCall']);
});

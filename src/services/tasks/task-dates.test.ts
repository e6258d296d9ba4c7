import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Due, groupOf, nextDueOn, placeTask } from './task-dates.ts';

const timeZone = 'Europe/Amsterdam';
const none: Due = { dueOn: null, dueTime: null, snoozedUntil: null };
const at = (iso: string) => new Date(iso);

test('a time is on the wall of the firm, in summer and in winter', () => {
  const placed = (dueOn: string) => placeTask({ ...none, dueOn, dueTime: '09:00' }, timeZone).sortAt.toISOString();
  assert.equal(placed('2026-11-23'), '2026-11-23T08:00:00.000Z');
  assert.equal(placed('2026-07-01'), '2026-07-01T07:00:00.000Z');
  // The night in which the clock skips from two to three: half past two is half past three.
  const skipped = placeTask({ ...none, dueOn: '2026-03-29', dueTime: '02:30' }, timeZone);
  assert.equal(skipped.sortAt.toISOString(), '2026-03-29T01:30:00.000Z');
});

test('a day without a time stands first on that day, and reminds in its morning', () => {
  const { sortAt, remindAt } = placeTask({ ...none, dueOn: '2026-11-23' }, timeZone);
  assert.deepEqual(
    [sortAt.toISOString(), remindAt?.toISOString()],
    ['2026-11-22T23:00:00.000Z', '2026-11-23T06:00:00.000Z'],
  );
});

test('without a day it stands last and reminds of nothing; put away, it comes back then', () => {
  assert.equal(placeTask(none, timeZone).remindAt, null);
  assert.equal(placeTask(none, timeZone).sortAt.getUTCFullYear(), 9999);
  const until = at('2026-11-25T08:00:00.000Z');
  assert.deepEqual(placeTask({ ...none, dueOn: '2026-11-20', snoozedUntil: until }, timeZone), {
    sortAt: until,
    remindAt: until,
  });
});

test('groups follow the calendar of the firm', () => {
  // Sunday the 22nd, half past midnight in Amsterdam: still Saturday in UTC.
  const nowMs = at('2026-11-21T23:30:00.000Z').getTime();
  const group = (due: Partial<Due>) => {
    const whole = { ...none, ...due };
    return groupOf({ ...whole, ...placeTask(whole, timeZone), doneAt: null }, { nowMs, timeZone });
  };
  assert.equal(group({ dueOn: '2026-11-21' }), 'overdue');
  assert.equal(group({ dueOn: '2026-11-22' }), 'today');
  assert.equal(group({ dueOn: '2026-11-22', dueTime: '00:15' }), 'overdue');
  assert.equal(group({ dueOn: '2026-11-22', dueTime: '00:45' }), 'today');
  assert.equal(group({ dueOn: '2026-11-23' }), 'this-week');
  assert.equal(group({ dueOn: '2026-11-28' }), 'this-week');
  assert.equal(group({ dueOn: '2026-11-29' }), 'later');
  assert.equal(group({}), 'someday');
  assert.equal(group({ snoozedUntil: at('2026-11-20T08:00:00Z') }), 'today', 'what has no day is never late');
  assert.equal(group({ dueOn: '2026-11-01', snoozedUntil: at('2026-11-24T08:00:00Z') }), 'this-week');
  const done = { ...none, sortAt: at('2026-11-01T00:00:00Z'), doneAt: at('2026-11-02T00:00:00Z') };
  assert.equal(groupOf(done, { nowMs, timeZone }), 'done');
});

test('the next of what repeats by its day is the first that is not over', () => {
  const next = (every: number, unit: 'day' | 'week' | 'month' | 'year', dueOn: string, doneOn: string, day?: number) =>
    nextDueOn({ repeat: { every, unit, from: 'due' }, repeatDay: day ?? null, dueOn, doneOn });
  assert.equal(next(1, 'week', '2026-11-02', '2026-11-02'), '2026-11-09');
  assert.equal(next(1, 'week', '2026-11-02', '2026-11-20'), '2026-11-23');
  assert.equal(next(1, 'week', '2026-11-02', '2026-10-30'), '2026-11-09', 'done early counts for that day');
  assert.equal(next(1, 'month', '2026-01-31', '2026-01-31', 31), '2026-02-28');
  assert.equal(next(1, 'month', '2026-02-28', '2026-02-28', 31), '2026-03-31', 'a short month does not move the day');
  assert.equal(next(1, 'year', '2024-02-29', '2026-03-01', 29), '2027-02-28');
  assert.equal(next(3, 'day', '2020-01-01', '2026-11-21'), '2026-11-22');
  assert.equal(next(1, 'day', '0001-01-01', '2026-11-22'), '2026-11-23');
});

test('counted from when it was done, the day it was due says nothing', () => {
  const repeat = { every: 2, unit: 'week', from: 'done' } as const;
  assert.equal(nextDueOn({ repeat, repeatDay: 2, dueOn: '2026-11-02', doneOn: '2026-11-20' }), '2026-12-04');
});

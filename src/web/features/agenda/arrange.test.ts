import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AgendaEvent } from '#contract/agenda.ts';
import { arrange, listOn, standSideBySide } from './arrange.ts';
import { addDays, listDays, momentOf, stepOn, weekNumberOf } from './days.ts';

const timeZone = 'Europe/Amsterdam';
const event = (id: string, startsAt: string, endsAt: string, startsOn: string | null = null) =>
  ({ id, startsAt, endsAt, startsOn, endsOn: startsOn }) as AgendaEvent;

test('what overlaps stands side by side, and shares its width with all that it touches through others', () => {
  const pieces = [
    { id: 'a', fromMinute: 540, untilMinute: 660 },
    { id: 'b', fromMinute: 600, untilMinute: 630 },
    { id: 'c', fromMinute: 640, untilMinute: 700 },
    { id: 'd', fromMinute: 700, untilMinute: 730 },
  ];
  const placed = standSideBySide(pieces).map(({ id, column, columns }) => [id, column, columns]);
  assert.deepEqual(placed, [
    ['a', 0, 2],
    ['b', 1, 2],
    ['c', 1, 2],
    ['d', 0, 1],
  ]);
});

test('over midnight it stands on both days; in the night of the clock change by what the clock says', () => {
  const late = event('late', '2026-11-23T22:00:00.000Z', '2026-11-24T00:30:00.000Z');
  const placed = arrange([late], ['2026-11-23', '2026-11-24'], timeZone);
  assert.deepEqual(
    placed.map(({ day, fromMinute, untilMinute, isRest }) => [day, fromMinute, untilMinute, isRest]),
    [
      [0, 1380, 1440, false],
      [1, 0, 90, true],
    ],
  );
  const [summer] = arrange(
    [event('s', '2026-03-29T07:00:00.000Z', '2026-03-29T08:00:00.000Z')],
    ['2026-03-29'],
    timeZone,
  );
  assert.equal(summer?.fromMinute, 540);
  assert.equal(momentOf('2026-03-29', 540, timeZone), '2026-03-29T07:00:00.000Z');
});

test('a whole day has no zone, and stands on its own day alone', () => {
  const fair = event('fair', '2026-11-24T23:00:00.000Z', '2026-11-25T23:00:00.000Z', '2026-11-25');
  const on = ['2026-11-24', '2026-11-25', '2026-11-26'].map((day) => listOn([fair], day, timeZone).length);
  assert.deepEqual(on, [0, 1, 0]);
});

test('weeks begin on Monday and are counted by their Thursday; a month is whole weeks, and has a last day', () => {
  assert.deepEqual([weekNumberOf('2026-01-01'), weekNumberOf('2027-01-01'), weekNumberOf('2026-11-22')], [1, 53, 47]);
  const november = listDays('month', '2026-11-22');
  assert.deepEqual([november[0], november.at(-1), november.length], ['2026-10-26', '2026-12-06', 42]);
  assert.equal(stepOn('month', '2026-01-31', 1), '2026-02-28');
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
});

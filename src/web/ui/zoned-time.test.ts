import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromField, instantAt, toField, wallTimeAt } from './zoned-time.ts';

const amsterdam = 'Europe/Amsterdam';

test('the wall says what it says there, whatever zone the reader is in', () => {
  const summer = Date.parse('2026-07-01T22:30:00Z');
  assert.deepEqual(wallTimeAt(summer, amsterdam), { year: 2026, month: 7, day: 2, hour: 0, minute: 30 });
  assert.equal(toField(summer, amsterdam), '2026-07-02T00:30');
  assert.equal(toField(summer, 'America/New_York'), '2026-07-01T18:30');
});

test('a field there and back is the same instant, in summer and in winter', () => {
  for (const text of ['2026-07-02T00:30', '2026-12-24T17:00', '2026-03-29T03:00', '2026-10-25T01:59']) {
    assert.equal(toField(fromField(text, amsterdam) ?? 0, amsterdam), text);
  }
  assert.equal(fromField('', amsterdam), null);
  assert.equal(fromField('2026-12-24', amsterdam), Date.parse('2026-12-23T23:00:00Z'));
});

test('an hour that the clock skips is the one after it, and days carry over', () => {
  const skipped = instantAt({ year: 2026, month: 3, day: 29, hour: 2, minute: 30 }, amsterdam);
  assert.equal(toField(skipped, amsterdam), '2026-03-29T03:30');
  const carried = instantAt({ year: 2026, month: 11, day: 31, hour: 9, minute: 0 }, amsterdam);
  assert.equal(toField(carried, amsterdam), '2026-12-01T09:00');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayNumberOf, isTimeZone, offsetMsAt, startOfDayMs } from './firm-days.ts';

const dayMs = 86_400_000;
const amsterdam = 'Europe/Amsterdam';

test('a day begins at midnight of the firm, on both sides of the change of clocks', () => {
  assert.equal(dayNumberOf(Date.parse('2026-06-30T22:00:00Z'), amsterdam), Date.parse('2026-07-01') / dayMs);
  assert.equal(dayNumberOf(Date.parse('2026-06-30T21:59:59Z'), amsterdam), Date.parse('2026-06-30') / dayMs);
  assert.equal(offsetMsAt(Date.parse('2026-03-29T00:59:59Z'), amsterdam), 3_600_000);
  assert.equal(offsetMsAt(Date.parse('2026-03-29T01:00:00Z'), amsterdam), 7_200_000);
});

test('a day that the firm lived through began when it says, in every zone and century', () => {
  const zones = [amsterdam, 'America/New_York', 'Asia/Kolkata', 'Pacific/Chatham', 'UTC'];
  const someDay = fc.integer({ min: -40_000, max: 40_000 });
  fc.assert(
    fc.property(someDay, fc.constantFrom(...zones), (day, zone) => {
      const startMs = startOfDayMs(day, zone);
      assert.equal(dayNumberOf(startMs + 1000, zone), day);
      assert.equal(dayNumberOf(startMs - 1000, zone), day - 1);
    }),
    { seed: 5, numRuns: 300 },
  );
});

test('a zone is what the machine knows as one', () => {
  assert.equal(isTimeZone(amsterdam), true);
  assert.equal(isTimeZone('Europe/Amsterdamm'), false);
});

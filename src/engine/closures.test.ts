import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day } from '#test/tie-events.ts';
import { addOpenMs, countOpenMs, subtractOpenMs } from './closures.ts';

const winter = [{ fromMs: 10 * day, untilMs: 40 * day }];

test('golden: closed time does not count', () => {
  assert.equal(countOpenMs(0, 50 * day, winter), 20 * day);
  assert.equal(countOpenMs(15 * day, 35 * day, winter), 0);
  assert.equal(countOpenMs(5 * day, 20 * day, winter), 5 * day);
  assert.equal(countOpenMs(50 * day, 60 * day, winter), 10 * day);
  assert.equal(countOpenMs(9, 9, winter), 0);
  assert.equal(countOpenMs(9, 3, []), 0);
});

test('golden: overlapping and empty closures are taken off once', () => {
  const twice = [...winter, { fromMs: 30 * day, untilMs: 45 * day }, { fromMs: 5, untilMs: 5 }];
  assert.equal(countOpenMs(0, 50 * day, twice), 15 * day);
});

test('golden: a date that would fall in a closure comes after it', () => {
  assert.equal(addOpenMs(0, 12 * day, winter), 42 * day);
  assert.equal(addOpenMs(0, 5 * day, winter), 5 * day);
  assert.equal(addOpenMs(20 * day, 1 * day, winter), 41 * day);
  assert.equal(subtractOpenMs(42 * day, 12 * day, winter), 0);
  assert.equal(subtractOpenMs(45 * day, 2 * day, winter), 43 * day);
});

test('property: counting and adding are inverse, both ways', () => {
  const instant = fc.integer({ min: 0, max: 5000 }).map((hours) => hours * 3_600_000);
  const closures = fc.array(
    fc.tuple(instant, instant).map(([x, y]) => ({ fromMs: Math.min(x, y), untilMs: Math.max(x, y) })),
  );
  fc.assert(
    fc.property(instant, instant, closures, (fromMs, openMs, closed) => {
      const untilMs = addOpenMs(fromMs, openMs, closed);
      assert.equal(countOpenMs(fromMs, untilMs, closed), openMs);
      assert.equal(countOpenMs(subtractOpenMs(fromMs, openMs, closed), fromMs, closed), openMs);
    }),
  );
});

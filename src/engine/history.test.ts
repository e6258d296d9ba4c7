import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryContext, arbitraryDirected, day, everyDays, twoWay } from '#test/tie-events.ts';
import { plainContext } from './context.ts';
import { historyOf } from './history.ts';
import { resolveParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import { tieStateOf } from './tie-log.ts';

const parameters = resolveParameters();

test('property: each point is what readTie would have said then', () => {
  const log = fc.array(arbitraryDirected({ minDay: 1, maxDay: 300 }), { maxLength: 15 });
  fc.assert(
    fc.property(log, arbitraryContext(300), (events, context) => {
      const instantsMs = [50, 120, 120, 299, 500].map((at) => at * day);
      const points = historyOf({ events, context, parameters, instantsMs });
      points.forEach((point, index) => {
        const nowMs = instantsMs[index] ?? 0;
        const past = events.filter(({ event }) => event.atMs <= nowMs);
        const reading = readTie({ state: tieStateOf(past, parameters), context, parameters, nowMs });
        assert.equal(point.atMs, nowMs);
        assert.ok(Math.abs(point.bond - reading.bond) < 1e-9);
        assert.ok(Math.abs(point.values.trust - reading.used.trust) < 1e-9);
        assert.equal(point.level, reading.level);
      });
    }),
  );
});

test('a year line rises with contact and falls without', () => {
  const events = twoWay(everyDays(7, 20, 140), { benefit: 1 });
  const instantsMs = [6, 70, 140, 200, 300].map((at) => at * day);
  const [before, half, full, less, least] = historyOf({ events, context: plainContext, parameters, instantsMs }).map(
    ({ bond }) => bond,
  ) as [number, number, number, number, number];
  assert.equal(before, 0);
  assert.ok(half > 0 && full > half && less < full && least < less);
});

test('the line goes flat where nobody listened any more', () => {
  const events = twoWay(everyDays(7, 20, 140));
  const context = { ...plainContext, coveredUntilMs: 150 * day };
  const instantsMs = [150, 200, 400].map((at) => at * day);
  const bonds = historyOf({ events, context, parameters, instantsMs }).map(({ bond }) => bond);
  assert.equal(new Set(bonds).size, 1);
});

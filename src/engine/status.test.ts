import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryContext, arbitraryDirected, day, eventAt, everyDays, evidenceAt, twoWay } from '#test/tie-events.ts';
import { plainContext } from './context.ts';
import { higherStatus } from './level.ts';
import { resolveParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import type { Status, TieContext } from './reading.ts';
import { statusAt } from './status.ts';
import { type DirectedEvent, emptyTie, sortByTime, tieStateOf } from './tie-log.ts';

const parameters = resolveParameters({ continuityDays: 3, freshnessGaps: 3 });

function status(events: DirectedEvent[], nowDay: number, context: Partial<TieContext> = {}): Status {
  return statusAt({ events, context: { ...plainContext, ...context }, parameters, nowMs: nowDay * day });
}

function level(events: DirectedEvent[], nowDay: number, context: Partial<TieContext> = {}): Status {
  const past = events.filter(({ event }) => event.atMs <= nowDay * day);
  const state = tieStateOf(past, parameters);
  return readTie({ state, context: { ...plainContext, ...context }, parameters, nowMs: nowDay * day }).level;
}

const weekly = twoWay(everyDays(7, 20, 140), { benefit: 1 });

test('promoted at once', () => {
  assert.equal(status([], 140), 'unknown');
  assert.equal(status([{ direction: 'ab', event: eventAt(140) }], 140), 'contact');
  assert.equal(status(twoWay([140]), 140), 'conversation');
  assert.equal(status(weekly, 140), 'bond');
});

test('demoted only after the weaker status has held for one own gap', () => {
  let demoted = 140;
  while (level(weekly, demoted) === 'bond') demoted += 0.25;
  assert.equal(status(weekly, demoted), 'bond');
  assert.equal(status(weekly, demoted + 6.5), 'bond');
  assert.equal(status(weekly, demoted + 7.5), 'relationship');
});

test('a short dip within one gap does not show', () => {
  const dip = { direction: 'ab' as const, event: evidenceAt(140, { trustFacet: 'integrity', trustBad: 40 }) };
  assert.equal(level([...weekly, dip], 141), 'relationship');
  assert.equal(status([...weekly, dip], 141), 'bond');
  assert.equal(status([...weekly, dip], 148), 'relationship');
});

test('the gap skips closed time: nobody is demoted over a holiday', () => {
  const closures = [{ fromMs: 141 * day, untilMs: 171 * day }];
  const dip = { direction: 'ab' as const, event: evidenceAt(140.9, { trustFacet: 'integrity', trustBad: 40 }) };
  assert.equal(status([...weekly, dip], 150, { closures }), 'bond');
  assert.equal(status([...weekly, dip], 172, { closures }), 'bond');
  assert.equal(status([...weekly, dip], 179, { closures }), 'relationship');
});

test('a fault keeps a bond down until it is made good, and then it takes its half-lives', () => {
  const fault = { by: 'b', atMs: 100 * day, weight: 8, facet: 'integrity' } as const;
  const always = twoWay(everyDays(7, 120, 840), { benefit: 1 });
  const shown = (nowDay: number, madeGoodMs: number | null) =>
    status(always, nowDay, { faults: [{ ...fault, madeGoodMs }] });
  assert.equal(shown(840, null), 'relationship');
  assert.equal(shown(840, 839 * day), 'relationship');
  assert.equal(shown(840, 120 * day), 'bond');
});

test('property: a pure function of the set of events', () => {
  const log = fc.array(arbitraryDirected({ minDay: 1, maxDay: 300 }), { maxLength: 12 });
  const shuffled = log.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
  );
  fc.assert(
    fc.property(
      shuffled,
      arbitraryContext(300),
      fc.integer({ min: 300, max: 500 }),
      ([one, other], context, nowDay) => {
        assert.equal(status(one, nowDay, context), status(other, nowDay, context));
      },
    ),
  );
});

test('property: never under the level of now, nor of any moment within the last gap', () => {
  const log = fc.array(arbitraryDirected({ minDay: 200, maxDay: 300 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      log,
      fc.integer({ min: 300, max: 420 }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      (events, nowDay, share) => {
        const shown = status(events, nowDay);
        const { gapDays } = readTie({
          state: tieStateOf(events, parameters),
          context: plainContext,
          parameters,
          nowMs: nowDay * day,
        }).rhythm;
        for (const at of [nowDay, nowDay - share * gapDays]) {
          assert.equal(higherStatus(shown, level(events, at)), shown);
        }
      },
    ),
  );
});

test('property: never above the highest level of the whole past', () => {
  const log = fc.array(arbitraryDirected({ minDay: 200, maxDay: 300 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(log, (events) => {
      const instants = events.map(({ event }) => (event.atMs + 1) / day);
      const highest = instants.map((at) => level(events, at)).reduce(higherStatus, 'unknown' as Status);
      assert.equal(higherStatus(highest, status(events, 330)), highest);
    }),
  );
});

test('the log keeps its order while it is read in the order of time', () => {
  const events = twoWay([5, 3]);
  const sorted = sortByTime(events);
  assert.deepEqual(
    sorted.map(({ event }) => event.day),
    [3, 3, 5, 5],
  );
  assert.deepEqual(
    events.map(({ event }) => event.day),
    [5, 5, 3, 3],
  );
  assert.deepEqual(tieStateOf([], parameters), emptyTie());
});

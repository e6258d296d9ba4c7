import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { computeContactFigure } from './contact-figure.ts';
import { emptyState, foldEvent } from './fold.ts';
import { defaultParameters } from './parameters.ts';
import type { ChannelFamily, Direction, TieEvent } from './tie-event.ts';
import { dayMs } from './trace.ts';

const always = { continuity: 1, freshness: 1 };

interface Turn {
  readonly direction: Direction;
  readonly atMs: number;
  readonly contact?: number;
  readonly family?: ChannelFamily;
}

function eventOf(turn: Turn): TieEvent {
  return {
    atMs: turn.atMs,
    day: Math.floor(turn.atMs / dayMs),
    family: turn.family ?? 'mail',
    contact: turn.contact ?? 1,
    benefit: 0,
    trustFacet: null,
    trustGood: 0,
    trustBad: 0,
    pressureChannel: null,
    unasked: 0,
    surveyWeight: 0,
    surveyValue: 0,
    sourceNumber: 0,
  };
}

function figureOf(turns: readonly Turn[], atMs: number): number {
  const state = { ab: emptyState(), ba: emptyState() };
  for (const turn of turns) foldEvent(state[turn.direction], eventOf(turn), defaultParameters);
  return computeContactFigure({ state, parameters: defaultParameters }, always, atMs);
}

/** Noon of day n, so that a day has not faded at its own instant. */
const noon = (day: number) => (day + 0.5) * dayMs;
const turnOf = (day: number, direction: Direction, contact = 1): Turn => ({ direction, atMs: noon(day), contact });

test('Golden: one contact of weight 1 each way, now: x = 1, figure .5', () => {
  assert.equal(figureOf([turnOf(9, 'ab'), turnOf(9, 'ba')], noon(9)), 0.5);
});

test('Golden: one mail half-life later each side holds .5, so x = .25^(1/3)', () => {
  const x = Math.cbrt(0.25);
  const found = figureOf([turnOf(0, 'ab'), turnOf(0, 'ba')], noon(45));
  assert.ok(Math.abs(found - x / (1 + x)) < 1e-12);
});

test('One side alone, or nothing at all, is 0', () => {
  assert.equal(figureOf([turnOf(1, 'ab'), turnOf(2, 'ab')], noon(3)), 0);
  assert.equal(figureOf([], noon(3)), 0);
});

test('Days outdo counts: three mails on three days are more than ten on one day', () => {
  const answer = turnOf(9, 'ba');
  const threeDays = [turnOf(7, 'ab'), turnOf(8, 'ab'), turnOf(9, 'ab'), answer];
  const oneDay = [...Array.from({ length: 10 }, () => turnOf(9, 'ab')), answer];
  assert.ok(figureOf(threeDays, noon(9)) > figureOf(oneDay, noon(9)));
});

test('Time weighs as one third: an eighth of it halves x', () => {
  const state = { ab: emptyState(), ba: emptyState() };
  for (const direction of ['ab', 'ba'] as const)
    foldEvent(state[direction], eventOf(turnOf(9, direction)), defaultParameters);
  const input = { state, parameters: defaultParameters };
  assert.ok(Math.abs(computeContactFigure(input, { continuity: 0.5, freshness: 0.25 }, noon(9)) - 1 / 3) < 1e-12);
});

const turn = fc.record({
  direction: fc.constantFrom<Direction>('ab', 'ba'),
  atMs: fc.integer({ min: 0, max: 400 * dayMs }),
  contact: fc.double({ min: 0.01, max: 100, noNaN: true }),
  family: fc.constantFrom<ChannelFamily>('chat', 'mail', 'live', 'purchase'),
});
const turns = fc.array(turn, { maxLength: 60 });

test('Silence never raises it, whatever families were mixed, and it stays in [0, 1)', () => {
  const laterDays = fc.integer({ min: 0, max: 36_525 });
  fc.assert(
    fc.property(turns, laterDays, laterDays, (list, first, second) => {
      const [sooner, later] = [Math.min(first, second), Math.max(first, second)].map((days) =>
        figureOf(list, (401 + days) * dayMs),
      ) as [number, number];
      assert.ok(later <= sooner + 1e-12 && later >= 0 && sooner < 1);
    }),
  );
});

test('A contact now never lowers it, also when the 33rd day pushes the oldest out', () => {
  fc.assert(
    fc.property(turns, turn, (list, next) => {
      const nowMs = 401 * dayMs;
      const more = [...list, { ...next, atMs: nowMs }];
      assert.ok(figureOf(more, nowMs) >= figureOf(list, nowMs) - 1e-12);
    }),
  );
});

test('Swapping the two sides changes nothing', () => {
  fc.assert(
    fc.property(turns, (list) => {
      const swapped = list.map((item) => ({
        ...item,
        direction: item.direction === 'ab' ? ('ba' as const) : ('ab' as const),
      }));
      assert.ok(Math.abs(figureOf(list, 500 * dayMs) - figureOf(swapped, 500 * dayMs)) < 1e-12);
    }),
  );
});

test('Days fade at the slowest family of the direction: chat beside mail, mail beside calls', () => {
  const back = turnOf(0, 'ba');
  for (const [family, halfLifeDays] of [
    ['chat', 5],
    ['live', 30],
  ] as const) {
    const mixed = [turnOf(0, 'ab'), { ...turnOf(0, 'ab'), family }, back];
    // After 45 days: days .5 on both sides; contact .5 + what the other family left.
    const left = 0.5 + 2 ** (-45 / halfLifeDays);
    const x = Math.cbrt(Math.cbrt(left * 0.25) * 0.5);
    assert.ok(Math.abs(figureOf(mixed, noon(45)) - x / (1 + x)) < 1e-12);
  }
});

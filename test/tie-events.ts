/** Tie events for engine tests: one plain event to vary, and arbitrary ones for properties. */
import fc from 'fast-check';
import {
  channelFamilies,
  type DirectedEvent,
  directions,
  pressureChannels,
  type TieContext,
  type TieEvent,
  trustFacets,
} from '#engine/index.ts';

export const day = 86_400_000;

/** A bare mail contact at a number of days since the epoch. */
export function eventAt(days: number, change: Partial<TieEvent> = {}): TieEvent {
  return {
    atMs: days * day,
    day: Math.floor(days),
    family: 'mail',
    contact: 1,
    benefit: 0,
    trustFacet: null,
    trustGood: 0,
    trustBad: 0,
    pressureChannel: null,
    unasked: 0,
    surveyWeight: 0,
    surveyValue: 0,
    sourceNumber: 1,
    ...change,
  };
}

/** An event without contact or benefit: evidence alone. */
export function evidenceAt(days: number, change: Partial<TieEvent>): TieEvent {
  return eventAt(days, { contact: 0, ...change });
}

/** Both directions at every given day. */
export function twoWay(days: readonly number[], change: Partial<TieEvent> = {}): DirectedEvent[] {
  return days.flatMap((at) => directions.map((direction) => ({ direction, event: eventAt(at, change) })));
}

/** n days, each `gap` apart, the last at `last`. */
export function everyDays(gap: number, n: number, last: number): number[] {
  return Array.from({ length: n }, (_, index) => last - (n - 1 - index) * gap);
}

const weight = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 20, noNaN: true }));

/** Any event the fold may meet, within the given days since the epoch. */
export function arbitraryEvent(range: { minDay: number; maxDay: number }): fc.Arbitrary<TieEvent> {
  return fc
    .record({
      minute: fc.integer({ min: range.minDay * 1440, max: range.maxDay * 1440 }),
      family: fc.constantFrom(...channelFamilies),
      contact: weight,
      benefit: weight,
      trustFacet: fc.option(fc.constantFrom(...trustFacets)),
      trustGood: weight,
      trustBad: weight,
      pressureChannel: fc.option(fc.constantFrom(...pressureChannels)),
      unasked: fc.constantFrom(0, 1),
      surveyWeight: fc.constantFrom(0, 0, 2),
      surveyValue: fc.double({ min: 0, max: 1, noNaN: true }),
      sourceNumber: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ minute, ...rest }) => ({ atMs: minute * 60_000, day: Math.floor(minute / 1440), ...rest }));
}

export function arbitraryDirected(range: { minDay: number; maxDay: number }): fc.Arbitrary<DirectedEvent> {
  return fc.record({ direction: fc.constantFrom(...directions), event: arbitraryEvent(range) });
}

/** What stands beside a tie, all of it before or around the given instant. */
export function arbitraryContext(nowDay: number): fc.Arbitrary<TieContext> {
  const instant = fc.integer({ min: 1, max: (nowDay + 400) * 24 }).map((hour) => hour * 3_600_000);
  const later = fc.option(instant);
  return fc.record({
    expectations: fc.array(
      fc.record({
        kind: fc.constantFrom('promise', 'answer', 'complaint'),
        owedBy: fc.constantFrom('a', 'b'),
        dueMs: instant,
        settledMs: later,
      }),
      { maxLength: 3 },
    ),
    faults: fc.array(
      fc.record({
        by: fc.constantFrom('a', 'b'),
        atMs: instant,
        madeGoodMs: later,
        weight: fc.constantFrom(0.5, 1),
        facet: fc.constantFrom(...trustFacets),
      }),
      { maxLength: 3 },
    ),
    corrections: fc.constant([]),
    closures: fc.array(
      fc.tuple(instant, instant).map(([x, y]) => ({ fromMs: Math.min(x, y), untilMs: Math.max(x, y) })),
      { maxLength: 2 },
    ),
    coveredUntilMs: fc.constant(null),
    wish: fc.option(fc.constantFrom('gladly', 'when-needed', 'rather-not')),
    baseRates: fc.option(
      fc.record({
        ab: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        ba: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      }),
    ),
    personalFoundation: fc.boolean(),
    ours: fc.option(fc.constantFrom('a', 'b')),
  }) as fc.Arbitrary<TieContext>;
}

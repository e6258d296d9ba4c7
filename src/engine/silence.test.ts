import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryContext, arbitraryDirected, day, eventAt, everyDays, evidenceAt, twoWay } from '#test/tie-events.ts';
import { computeBond } from './bond.ts';
import { plainContext } from './context.ts';
import { computeFigures } from './figures.ts';
import { resolveParameters } from './parameters.ts';
import { computeSilentFigures, findLastHappening } from './silence.ts';
import { tieStateOf } from './tie-log.ts';

const parameters = resolveParameters();

const events = fc.array(arbitraryDirected({ minDay: 1, maxDay: 500 }), { minLength: 1, maxLength: 20 });
const silences = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }));
/** What happened beside the log must lie before the silence, or it is none. */
const quietContext = arbitraryContext(500).map((drawn) => ({
  ...drawn,
  ours: null,
  faults: [],
  expectations: drawn.expectations.map((one) => ({ ...one, settledMs: null })),
}));

test('property: silence never raises reciprocity, intensity or freshness', () => {
  fc.assert(
    fc.property(events, quietContext, silences, (log, context, [x, y]) => {
      const input = { state: tieStateOf(log, parameters), context, parameters };
      const before = computeFigures(input, (500 + Math.min(x, y)) * day, true);
      const after = computeFigures(input, (500 + Math.max(x, y)) * day, true);
      assert.ok(after.values.reciprocity <= before.values.reciprocity + 1e-12);
      assert.ok(after.values.intensity <= before.values.intensity + 1e-12);
      assert.ok(after.time.freshness <= before.time.freshness + 1e-12);
    }),
  );
});

test('property: where trust does not drift up by itself, silence never raises S from one moment to the next', () => {
  fc.assert(
    fc.property(events, quietContext, silences, (log, drawn, [x, y]) => {
      const trusting = log.map(({ direction, event }) => ({ direction, event: { ...event, trustBad: 0 } }));
      const context = { ...drawn, expectations: [] };
      const input = { state: tieStateOf(trusting, parameters), context, parameters };
      const before = computeSilentFigures(input, (500 + Math.min(x, y)) * day).bond;
      const after = computeSilentFigures(input, (500 + Math.max(x, y)) * day).bond;
      assert.ok(after <= before + 1e-12, `${before} -> ${after}`);
    }),
  );
});

test('property: S in silence is exactly the lower of now and the last event with pressure removed', () => {
  fc.assert(
    fc.property(
      events,
      fc.constantFrom(null, 'a' as const, 'b' as const),
      fc.integer({ min: 1, max: 900 }),
      (log, ours, days) => {
        const input = { state: tieStateOf(log, parameters), context: { ...plainContext, ours }, parameters };
        const lastMs = findLastHappening(input, 500 * day);
        const atMs = lastMs + days * day;
        const now = computeBond(computeFigures(input, atMs, true).values);
        const then = computeBond(computeFigures(input, lastMs, false).values);
        assert.equal(computeSilentFigures(input, atMs).bond, Math.min(now, then));
      },
    ),
  );
});

test('property: whatever falls due, silence never raises S above any due time or the last event', () => {
  fc.assert(
    fc.property(events, quietContext, fc.integer({ min: 0, max: 900 }), (log, context, days) => {
      const input = { state: tieStateOf(log, parameters), context, parameters };
      const atMs = (500 + days) * day;
      const bond = computeSilentFigures(input, atMs).bond;
      const lastMs = findLastHappening(input, atMs);
      for (const dueMs of [lastMs, ...context.expectations.map((one) => one.dueMs)]) {
        if (dueMs < lastMs || dueMs > atMs) continue;
        assert.ok(bond <= computeSilentFigures(input, dueMs).bond + 1e-12);
      }
    }),
  );
});

test('property: with pressure, silence never raises S above what it was without pressure at the last event', () => {
  fc.assert(
    fc.property(events, fc.integer({ min: 0, max: 900 }), (log, silence) => {
      const state = tieStateOf(log, parameters);
      const input = { state, context: { ...plainContext, ours: 'a' as const }, parameters };
      const lastMs = findLastHappening(input, 500 * day);
      const relaxed = computeSilentFigures({ ...input, context: plainContext }, lastMs).bond;
      assert.ok(computeSilentFigures(input, lastMs + silence * day).bond <= relaxed + 1e-12);
    }),
  );
});

test('distrust that fades by itself does not lift the bond; something that happens may', () => {
  const log = [
    ...twoWay(everyDays(30, 12, 360), { family: 'purchase', benefit: 5 }),
    { direction: 'ab' as const, event: evidenceAt(360, { trustFacet: 'integrity', trustBad: 20 }) },
  ];
  const state = tieStateOf(log, parameters);
  const input = { state, context: { ...plainContext, personalFoundation: true }, parameters };
  const at = (days: number) => computeSilentFigures(input, days * day);
  const later = at(400);
  assert.ok(later.now.values.trust > at(360).now.values.trust);
  assert.ok(later.bond <= at(360).bond);
  assert.equal(later.earlier.length, 1);
  const held = [365, 370, 380, 400].map(at).find((one) => one.used !== one.now);
  assert.ok(held, 'the rule must bite somewhere in this tie');
  assert.equal(held.used.atMs, 360 * day);
});

test('the last thing that happened may be a remedy or a settled promise', () => {
  const state = tieStateOf(twoWay([10]), parameters);
  const context = {
    ...plainContext,
    faults: [{ by: 'a', atMs: 12 * day, madeGoodMs: 20 * day, weight: 1, facet: 'integrity' } as const],
    expectations: [{ kind: 'promise', owedBy: 'a', dueMs: 14 * day, settledMs: 25 * day } as const],
  };
  const last = (days: number) => findLastHappening({ state, context, parameters }, days * day) / day;
  assert.deepEqual([11, 13, 21, 24, 30].map(last), [10, 12, 20, 20, 25]);
});

test('an expectation that falls due in silence lowers S, and its fading does not give that back', () => {
  const state = tieStateOf(twoWay(everyDays(30, 12, 360), { family: 'purchase', benefit: 5 }), parameters);
  const promise = { kind: 'promise', owedBy: 'b', dueMs: 370 * day, settledMs: null } as const;
  const input = { state, context: { ...plainContext, expectations: [promise, promise, promise] }, parameters };
  const bond = (days: number) => computeSilentFigures(input, days * day).bond;
  assert.ok(bond(370) < bond(369.9) - 0.01);
  assert.ok(bond(420) <= bond(370));
});

test('S is read from the lower of now and the last event, exactly', () => {
  const state = tieStateOf(
    [
      { direction: 'ab', event: eventAt(1) },
      { direction: 'ba', event: eventAt(1) },
    ],
    parameters,
  );
  const now = computeSilentFigures({ state, context: plainContext, parameters }, 1 * day);
  assert.deepEqual(now.earlier, []);
  assert.equal(now.used, now.now);
});

test('leaving in peace lifts a tie that was pressed, up to what it was without the pressure', () => {
  const out = everyDays(91, 8, 100).map((at) => ({
    direction: 'ab' as const,
    event: eventAt(at, { family: 'purchase' }),
  }));
  const mailings = Array.from({ length: 20 }, () => ({
    direction: 'ab' as const,
    event: evidenceAt(100, { pressureChannel: 'mail', unasked: 1 }),
  }));
  const back = { direction: 'ba' as const, event: eventAt(100 - 7 * 91, { family: 'purchase', contact: 8 }) };
  const state = tieStateOf([...out, back, ...mailings], parameters);
  const bond = (days: number, ours: 'a' | null) =>
    computeSilentFigures({ state, context: { ...plainContext, ours }, parameters }, days * day).bond;
  assert.ok(bond(162.4, 'a') > 1.2 * bond(100, 'a'));
  assert.ok(bond(162.4, 'a') < bond(162.4, null));
});

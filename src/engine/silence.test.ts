import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryContext, arbitraryDirected, day, eventAt, everyDays, evidenceAt, twoWay } from '#test/tie-events.ts';
import { plainContext } from './context.ts';
import { resolveParameters } from './parameters.ts';
import { computeSilentFigures, findLastHappening } from './silence.ts';
import { tieStateOf } from './tie-log.ts';

const parameters = resolveParameters();

test('property: without pressure, silence never raises S', () => {
  const events = fc.array(arbitraryDirected({ minDay: 1, maxDay: 500 }), { minLength: 1, maxLength: 20 });
  const silences = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }));
  fc.assert(
    fc.property(events, arbitraryContext(500), silences, (log, drawn, [x, y]) => {
      // What happened or was settled beside the log must lie before the silence, or it is none.
      const settled = {
        ...drawn,
        ours: null,
        faults: [],
        expectations: drawn.expectations.map((one) => ({ ...one, settledMs: null })),
      };
      const input = { state: tieStateOf(log, parameters), context: settled, parameters };
      const [early, late] = [500 + Math.min(x, y), 500 + Math.max(x, y)];
      const before = computeSilentFigures(input, early * day).bond;
      const after = computeSilentFigures(input, late * day).bond;
      assert.ok(after <= before + 1e-12, `${before} -> ${after}`);
    }),
  );
});

test('property: with pressure, silence never raises S above what it was without pressure at the last event', () => {
  const events = fc.array(arbitraryDirected({ minDay: 1, maxDay: 500 }), { minLength: 1, maxLength: 20 });
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

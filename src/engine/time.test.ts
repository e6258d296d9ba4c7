import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { resolveParameters } from './parameters.ts';
import { computePressureFactor, computeTime } from './time.ts';

const parameters = resolveParameters({ continuityDays: 3, freshnessGaps: 3, personalFactor: 2 });
const base = { activeDays: 6, silenceDays: 9, gapDays: 9, pressure: 0, personalFoundation: false, parameters };
const near = (value: number, expected: number) => assert.ok(Math.abs(value - expected) < 1e-12, `${value} ${expected}`);

test('golden: continuity 1 - exp(-days/3); freshness halves every m gaps', () => {
  const figure = computeTime({ ...base, silenceDays: 27 });
  near(figure.continuity, 1 - Math.exp(-2));
  near(figure.freshness, 0.5);
  near(figure.value, (1 - Math.exp(-2)) / 2);
  near(
    computeTime({ ...base, silenceDays: 27, parameters: { ...parameters, freshnessGaps: 9 } }).freshness,
    2 ** (-1 / 3),
  );
});

test('golden: a personal foundation fades half as fast', () => {
  near(computeTime({ ...base, silenceDays: 54, personalFoundation: true }).freshness, 0.5);
});

test('golden: f(P) is 1 up to the ideal, 2/e at twice, 3/e^2 at three times', () => {
  assert.equal(computePressureFactor(0), 1);
  assert.equal(computePressureFactor(1), 1);
  near(computePressureFactor(2), 2 / Math.E);
  near(computePressureFactor(3), 3 / Math.E ** 2);
  near(computeTime({ ...base, pressure: 2 }).value, (computeTime(base).value * 2) / Math.E);
});

test('a yearly, a quarterly and a weekly customer at the same phase have the same T', () => {
  const at = (gapDays: number, phase: number) => computeTime({ ...base, gapDays, silenceDays: gapDays * phase }).value;
  for (const phase of [0, 0.25, 0.5, 1, 2.5]) {
    assert.equal(at(365, phase), at(7, phase));
    assert.equal(at(91, phase), at(7, phase));
  }
});

test('property: T depends on the silence only through silence / own gap', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 730, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.integer({ min: 1, max: 32 }),
      (gapDays, phase, activeDays) => {
        const one = computeTime({ ...base, activeDays, gapDays, silenceDays: phase * gapDays }).value;
        const other = computeTime({ ...base, activeDays, gapDays: 1, silenceDays: phase }).value;
        assert.ok(Math.abs(one - other) <= 1e-12 * other);
      },
    ),
  );
});

test('property: in (0,1) for any day of contact, falling in silence and in pressure beyond the ideal, also at absurd ends', () => {
  const silence = fc.double({ min: 0, max: 36_525, noNaN: true });
  const pressure = fc.double({ min: 0, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(silence, pressure, fc.integer({ min: 1, max: 32 }), (silenceDays, amount, activeDays) => {
      const value = computeTime({ ...base, activeDays, silenceDays, pressure: amount }).value;
      assert.ok(value > 0 && value < 1);
      assert.ok(computeTime({ ...base, activeDays, silenceDays: silenceDays + 1, pressure: amount }).value <= value);
      assert.ok(computeTime({ ...base, activeDays, silenceDays, pressure: Math.max(1, amount) + 1 }).value <= value);
      assert.ok(computeTime({ ...base, activeDays: activeDays + 1, silenceDays, pressure: amount }).value >= value);
    }),
  );
});

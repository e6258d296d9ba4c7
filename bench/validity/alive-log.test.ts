import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureAlive, parsePurchases } from './alive-log.ts';

const dayMs = 86_400_000;

test('purchases are read with one id or two, with and without a line of names', () => {
  const day = Date.UTC(1997, 0, 18) / dayMs;
  assert.deepEqual(parsePurchases(' 00004 0001 19970118  2   29.73\n'), [{ customer: '00004', day }]);
  assert.deepEqual(parsePurchases('id date cds\n00004 19970118 2 29.73\n'), [{ customer: '00004', day }]);
  assert.throws(() => parsePurchases('00004 19970118 2\n00005 x y z'), /line 2/);
});

test('what is foretold rests on nothing after the end of the calibration', () => {
  const start = Date.UTC(1997, 0, 1) / dayMs;
  // Half of them keep coming every other week, half came twice and stay away.
  const purchases = Array.from({ length: 60 }, (_, at) => at).flatMap((at) => {
    const days =
      at % 2 === 0 ? Array.from({ length: 30 }, (__, times) => times * 14 + (at % 13)) : [at % 7, (at % 7) + 9];
    return days.map((day) => ({ customer: String(at), day: start + day }));
  });
  const asked = { calibrationEnd: '1997-09-30', weeks: 13 };
  const outcome = measureAlive('made', purchases, asked);
  assert.equal(outcome.customers, 60);
  assert.ok(outcome.shipped.auc > 0.99 && outcome.shipped.rmse < 2.5, JSON.stringify(outcome.shipped));
  const later = purchases.map((one) =>
    one.day > Date.parse(asked.calibrationEnd) / dayMs ? { ...one, day: one.day + 500 } : one,
  );
  const changed = measureAlive('made', later, asked);
  assert.deepEqual(changed.shipped.model, outcome.shipped.model);
  assert.equal(changed.shipped.expected, outcome.shipped.expected);
  assert.notEqual(changed.shipped.rmse, outcome.shipped.rmse);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectPurchases, fitBuying, readBuying, shippedBuying } from './buying.ts';
import { countHistories, historyOfDays } from './buying-history.ts';
import { chooseBuying } from './choose-buying.ts';
import { minimise } from './minimise.ts';

/** Chance by a fixed sequence: the same customers in every run. */
function makeDice(seed: number) {
  let state = seed;
  const roll = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return (state + 0.5) / 4_294_967_296;
  };
  /** Erlang: a Gamma of whole shape. */
  const gamma = (shape: number, rate: number) =>
    Array.from({ length: shape }, roll).reduce((sum, one) => sum - Math.log(one) / rate, 0);
  return { roll, gamma };
}

/** Customers who buy at a rate of Gamma(1, 4) a week and stop at a rate of Gamma(1, 20). */
function makeCustomers(count: number, weeks: number): number[][] {
  const { roll, gamma } = makeDice(7);
  return Array.from({ length: count }, () => {
    const [rate, stop] = [gamma(1, 4), gamma(1, 20)];
    const stopsAt = -Math.log(roll()) / stop;
    const days = [0];
    for (let at = gamma(1, rate); at < Math.min(stopsAt, weeks); at += gamma(1, rate)) days.push(Math.round(at * 7));
    return days;
  });
}

test('days of purchase become what the models ask for; equal histories count as one', () => {
  assert.deepEqual(historyOfDays([14, 0, 14, 7, 99], 70), { repeats: 2, lastWeek: 2, weeks: 10 });
  assert.deepEqual(historyOfDays([63], 70), { repeats: 0, lastWeek: 0, weeks: 1 });
  assert.equal(historyOfDays([71], 70), null);
  const once = { repeats: 0, lastWeek: 0, weeks: 5 };
  assert.deepEqual(countHistories([once, { ...once }]), [{ ...once, customers: 2 }]);
});

test('the lowest point of a valley is found, the same way every time', () => {
  const valley = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  const found = minimise({ start: [-1.2, 1], compute: valley });
  assert.ok(found.isSettled && Math.abs((found.at[0] ?? 0) - 1) < 1e-3, JSON.stringify(found));
  assert.deepEqual(minimise({ start: [-1.2, 1], compute: valley }), found);
});

test('what made the customers is found back, and what they do next is foretold', () => {
  const customers = makeCustomers(500, 104);
  const known = customers.flatMap((days) => historyOfDays(days, 52 * 7) ?? []);
  const { model } = fitBuying('pareto', countHistories(known));
  assert.ok(model.kind === 'pareto');
  assert.ok(Math.abs(model.r / model.alpha - 0.25) < 0.04, JSON.stringify(model));
  const expected = known.reduce((sum, history) => sum + expectPurchases(model, history, 52), 0);
  const happened = customers.reduce(
    (sum, days) => sum + new Set(days.filter((day) => day > 364 && day <= 728)).size,
    0,
  );
  assert.ok(Math.abs(expected / happened - 1) < 0.1, `${expected} of ${happened}`);
  const inside = known.filter((history, at) => {
    const next = new Set((customers[at] ?? []).filter((day) => day > 364 && day <= 364 + 91)).size;
    const { low, high } = readBuying(model, history, 13);
    return low <= next && next <= high;
  });
  assert.ok(inside.length / known.length > 0.8, `${inside.length} of ${known.length} within the interval`);
});

test('the choice is held against the last third, and rests on nothing after the day it is made for', () => {
  const customers = makeCustomers(150, 40);
  const chosen = chooseBuying(customers, 280);
  assert.ok(chosen?.heldIn);
  const [best] = chosen.heldIn.toSorted((left, right) => right.auc - left.auc);
  assert.equal(chosen.model.kind, best?.kind);
  assert.equal(chosen.customers, 150);
  const withFuture = customers.map((days, at) => [...days, 281 + at]);
  assert.deepEqual(chooseBuying(withFuture, 280), chosen);
  assert.equal(chooseBuying([[300]], 280), null);
});

test('where a firm begins: somebody on time is likelier to buy again than somebody long silent', () => {
  const onTime = readBuying(shippedBuying, { repeats: 20, lastWeek: 40, weeks: 42 }, 13);
  const silent = readBuying(shippedBuying, { repeats: 20, lastWeek: 12, weeks: 42 }, 13);
  assert.ok(onTime.alive > 0.9 && silent.alive < 0.1, JSON.stringify({ onTime, silent }));
  assert.ok(onTime.low >= 1 && onTime.low <= onTime.expected && onTime.expected <= onTime.high);
  assert.equal(silent.low, 0);
});

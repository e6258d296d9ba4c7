import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  learnChoices,
  marketOf,
  newBuyer,
  type Purchase,
  readDrivers,
  rememberPurchase,
  shockBrand,
} from './brand-choice.ts';
import { chancesOf, fitChoices } from './choice-model.ts';

const near = (left: number, right: number, within = 1e-6) =>
  assert.ok(Math.abs(left - right) < within, `${left} is not ${right}`);

/** Two brands whose prices take turns: one buyer follows the price, the other the brand. */
function panel(): Purchase[][] {
  const offer = (index: number) => ({ prices: index % 2 ? [2, 3] : [3, 2], displays: [0, 0], features: [0, 0] });
  const days = Array.from({ length: 40 }, (_, index) => index);
  const onPrice = days.map((index) => ({ ...offer(index), chosen: index % 2 ? 0 : 1 }));
  const loyal = days.map((index) => ({ ...offer(index), chosen: index % 10 === 0 ? 1 : 0 }));
  return [onPrice, loyal];
}

test('golden: with one constant the fit is the log-odds of what was chosen, and its error 1/sqrt(n p q)', () => {
  const rows = Array.from({ length: 100 }, (_, index) => ({
    features: Float64Array.from([0, 1]),
    chosen: index < 80 ? 1 : 0,
  }));
  const { beta, errors } = fitChoices(rows, 1, 1e-9);
  near(beta[0] ?? 0, Math.log(4));
  near(errors[0] ?? 0, 1 / Math.sqrt(100 * 0.8 * 0.2));
});

test('chances add to one and never overflow', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 8 }),
      (features) => {
        const chances = chancesOf(Float64Array.from(features), Float64Array.from([1]));
        near(
          chances.reduce((sum, chance) => sum + chance, 0),
          1,
        );
        assert.ok(chances.every((chance) => chance >= 0 && chance <= 1));
      },
    ),
  );
});

test('golden: loyalty after one purchase of the other brand, and its sum stays one', () => {
  const buyer = newBuyer({ shares: [0.4, 0.6], meanPrice: 1 });
  rememberPurchase(buyer, 1);
  near(buyer.loyalty[0] ?? 0, 0.4 * 0.875, 1e-12);
  near((buyer.loyalty[0] ?? 0) + (buyer.loyalty[1] ?? 0), 1, 1e-12);
});

test('the same purchases give the same fit; drivers add to one and tell the two buyers apart', () => {
  const buyers = panel();
  const { market, fit } = learnChoices(buyers, 2);
  assert.deepEqual(learnChoices(buyers, 2).fit, fit);
  const [onPrice, loyal] = buyers.map((list) => readDrivers(list, market, fit));
  assert.ok(onPrice && loyal);
  near(onPrice.brand + onPrice.price, 1, 1e-12);
  assert.ok(onPrice.price > loyal.price, JSON.stringify([onPrice, loyal]));
});

test('a scandal and a higher price never raise the chance, and a worse one lowers it more', () => {
  const buyers = panel();
  const { market, memories, fit } = learnChoices(buyers, 2);
  const buyer = memories[1] ?? newBuyer(market);
  const offer = { prices: [2, 3], displays: [0, 0], features: [0, 0] };
  const after = (shock: { scandal?: number; priceUp?: number }) =>
    shockBrand({ buyer, offer, brand: 0, market, fit, shock });
  const none = after({});
  near(none.before, none.after, 1e-12);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.9, noNaN: true }), (size) => {
      assert.ok(after({ scandal: size }).after <= none.before + 1e-12);
      assert.ok(after({ scandal: size + 0.1 }).after <= after({ scandal: size }).after + 1e-12);
      assert.ok(after({ priceUp: size + 0.1 }).after <= after({ priceUp: size }).after + 1e-12);
    }),
    { numRuns: 50 },
  );
});

test('nobody bought anything: the market is even and nothing is NaN', () => {
  const market = marketOf([], 3);
  assert.deepEqual(market.shares, [1 / 3, 1 / 3, 1 / 3]);
  const { fit } = learnChoices([], 3);
  assert.ok(fit.beta.every(Number.isFinite) && fit.errors.every(Number.isFinite));
});

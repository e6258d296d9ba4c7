import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type FoundationInput, foundationGrounds, listMostly, readFoundation, readSegmentPrior } from './foundation.ts';
import { dayMs } from './trace.ts';

const kinds = ['brand', 'price', 'personal'];
const even = readSegmentPrior(kinds, {}).shares;
const nowMs = 1000 * dayMs;
const bare: FoundationInput = { kinds, prior: even, priorN: 0, stated: [], choices: null, peopleStrength: 0, nowMs };
const near = (left: number, right: number) => assert.ok(Math.abs(left - right) < 1e-9, `${left} is not ${right}`);

const stated = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds, 'gone'),
    ground: fc.constantFrom('said' as const, 'survey' as const),
    atMs: fc.integer({ min: -1e9, max: 3000 }).map((day) => day * dayMs),
  }),
  { maxLength: 30 },
);
const inputs = fc.record({
  ...{ kinds: fc.constant(kinds), priorN: fc.nat(100), stated, nowMs: fc.constant(nowMs) },
  prior: fc.dictionary(fc.constantFrom(...kinds), fc.double({ min: 0, max: 1, noNaN: true })),
  choices: fc.option(
    fc.record({ n: fc.nat(1e6), shares: fc.constantFrom({ brand: 1, price: 0 }, { brand: 0.3, price: 0.7 }) }),
  ),
  peopleStrength: fc.double({ min: 0, max: 1, noNaN: true }),
});

test('golden: one word against a prior of two statements, and half of it two years later', () => {
  const said = [{ kind: 'brand', ground: 'said' as const, atMs: nowMs }];
  const fresh = readFoundation({ ...bare, stated: said });
  near(fresh.shares['brand'] ?? 0, (2 / 3 + 1) / 3);
  near(fresh.uncertainty, 2 / 3);
  const later = readFoundation({ ...bare, stated: said, nowMs: nowMs + 730 * dayMs });
  near(later.shares['brand'] ?? 0, (2 / 3 + 0.5) / 2.5);
  assert.deepEqual([fresh.n, fresh.ground], [1, 'said']);
});

test('golden: the tie with our people speaks for goodwill, orders for brand and price and never for more than four', () => {
  near(readFoundation({ ...bare, peopleStrength: 0.8 }).shares['personal'] ?? 0, (2 / 3 + 0.8) / 2.8);
  const choices = { n: 1000, shares: { brand: 0.75, price: 0.25 } };
  const read = readFoundation({ ...bare, choices });
  near(read.shares['brand'] ?? 0, (2 / 3 + 3) / 6);
  assert.deepEqual([read.ground, read.n], ['choices', 1000]);
});

test('shares lie in [0,1] and add to one, uncertainty in (0,1], for any input', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { shares, uncertainty, ground } = readFoundation(input);
      near(
        Object.values(shares).reduce((sum, share) => sum + share, 0),
        1,
      );
      assert.ok(Object.values(shares).every((share) => share >= 0 && share <= 1));
      assert.ok(uncertainty > 0 && uncertainty <= 1);
      assert.ok(foundationGrounds.includes(ground));
    }),
    { numRuns: 200 },
  );
});

test('one more reason for a kind never lowers its share, nor makes it less certain; the order of words is nothing', () => {
  fc.assert(
    fc.property(inputs, fc.constantFrom(...kinds), (input, kind) => {
      const was = readFoundation(input);
      const more = { kind, ground: 'said' as const, atMs: nowMs };
      const now = readFoundation({ ...input, stated: [...input.stated, more] });
      assert.ok((now.shares[kind] ?? 0) >= (was.shares[kind] ?? 0) - 1e-12);
      assert.ok(now.uncertainty <= was.uncertainty + 1e-12);
      const turned = readFoundation({ ...input, stated: input.stated.toReversed() });
      for (const one of kinds) near(turned.shares[one] ?? 0, was.shares[one] ?? 0);
    }),
    { numRuns: 200 },
  );
});

test('the prior: three even parts until somebody says something, and one of the firm’s own once it was named', () => {
  assert.deepEqual(readSegmentPrior([...kinds, 'near'], {}).shares, {
    brand: 1 / 3,
    price: 1 / 3,
    personal: 1 / 3,
    near: 0,
  });
  const { shares, n } = readSegmentPrior([...kinds, 'near'], { near: 2 });
  near(shares['near'] ?? 0, 0.5);
  assert.equal(n, 2);
});

test('what it mostly stands on is one, or two that hardly differ', () => {
  assert.deepEqual(listMostly({}), []);
  assert.deepEqual(listMostly({ brand: 0.2, price: 0.7, personal: 0.1 }), ['price']);
  assert.deepEqual(listMostly({ brand: 0.42, price: 0.45, personal: 0.13 }), ['price', 'brand']);
});

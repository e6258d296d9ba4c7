import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultParameters as parameters } from './parameters.ts';
import { readEndingChance, readShock, type Shock, type ShockedTie } from './shock.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const shares = fc
  .tuple(unit, unit, unit)
  .filter((parts) => parts[0] + parts[1] + parts[2] > 0.01)
  .map(([brand, price, personal]) => {
    const sum = brand + price + personal;
    return { brand: brand / sum, price: price / sum, personal: personal / sum };
  });
const colleagues = ['karin', 'bram', 'lotte', null];
const strand = fc.record({
  colleagueId: fc.constantFrom(...colleagues),
  contactId: fc.constantFrom('ans', 'piet'),
  bond: unit,
});
const tie: fc.Arbitrary<ShockedTie> = fc.record({
  bond: unit,
  time: unit,
  strands: fc.array(strand, { maxLength: 6 }),
  foundation: fc.option(fc.record({ shares, uncertainty: unit }), { nil: null }),
  productShare: unit,
});
const shock: fc.Arbitrary<Shock> = fc.oneof(
  fc.record({ kind: fc.constant('price' as const), rise: unit, isAnnounced: fc.boolean() }),
  fc.record({ kind: fc.constant('scandal' as const), severity: unit }),
  fc.record({
    kind: fc.constant('colleague-away' as const),
    colleagueId: fc.constantFrom('karin', 'bram'),
    carried: fc.option(unit, { nil: null }),
  }),
  fc.record({ kind: fc.constant('contact-leaves' as const), contactId: fc.constantFrom('ans', 'piet') }),
  fc.record({ kind: fc.constant('product-stops' as const) }),
);
const slack = 1e-12;

test('property: everything in [0,1]; nothing a shock does makes a relation stronger or surer', () => {
  fc.assert(
    fc.property(shock, tie, (blow, on) => {
      const read = readShock(blow, on, parameters);
      const { strengthBefore, strengthAfter, endsBefore, endsAfter, endsLow, endsHigh, loss } = read;
      for (const value of [strengthBefore, strengthAfter, endsBefore, endsAfter, endsLow, endsHigh, loss]) {
        assert.ok(value >= 0 && value <= 1, JSON.stringify(read));
      }
      assert.ok(strengthAfter <= strengthBefore + slack && endsAfter >= endsBefore);
      assert.ok(endsLow <= endsAfter + slack && endsHigh >= endsAfter - slack);
    }),
    { seed: 1, numRuns: 400 },
  );
});

test('property: a zero shock changes nothing', () => {
  fc.assert(
    fc.property(tie, fc.boolean(), (on, isAnnounced) => {
      const none: Shock[] = [
        { kind: 'price', rise: 0, isAnnounced },
        { kind: 'scandal', severity: 0 },
        { kind: 'colleague-away', colleagueId: 'nobody', carried: null },
        { kind: 'contact-leaves', contactId: 'nobody' },
      ];
      for (const blow of none) {
        const read = readShock(blow, on, parameters);
        assert.deepEqual(
          [read.strengthAfter, read.endsAfter, read.loss, read.through, read.isHurt],
          [read.strengthBefore, read.endsBefore, 0, null, false],
        );
      }
      assert.equal(readShock({ kind: 'product-stops' }, { ...on, productShare: 0 }, parameters).loss, 0);
    }),
    { seed: 2, numRuns: 200 },
  );
});

test('property: a bigger shock never hurts less, and nobody taking over never hurts less than somebody', () => {
  const isNoLess = (small: Shock, big: Shock, on: ShockedTie) => {
    const [less, more] = [readShock(small, on, parameters), readShock(big, on, parameters)];
    assert.ok(more.endsAfter >= less.endsAfter - slack && more.strengthAfter <= less.strengthAfter + slack);
    assert.ok(more.loss >= less.loss - slack);
  };
  fc.assert(
    fc.property(tie, unit, unit, fc.boolean(), (on, one, other, isAnnounced) => {
      const [small, big] = [Math.min(one, other), Math.max(one, other)];
      isNoLess({ kind: 'price', rise: small, isAnnounced }, { kind: 'price', rise: big, isAnnounced }, on);
      isNoLess({ kind: 'price', rise: big, isAnnounced: true }, { kind: 'price', rise: big, isAnnounced: false }, on);
      isNoLess({ kind: 'scandal', severity: small }, { kind: 'scandal', severity: big }, on);
      const away = { kind: 'colleague-away', colleagueId: 'karin' } as const;
      isNoLess({ ...away, carried: big }, { ...away, carried: small }, on);
    }),
    { seed: 3, numRuns: 300 },
  );
});

const price = (share: number): ShockedTie => ({
  bond: 0.6,
  time: 0.8,
  strands: [],
  foundation: { shares: { brand: 1 - share, price: share, personal: 0 }, uncertainty: 0.2 },
  productShare: 0,
});

test('golden: the chance of ending at T = .8, and what 8 % does to it by the share of price', () => {
  // .8/.2 x .75/.25 = 12 to one that it goes on.
  const before = readEndingChance(0.8, parameters);
  assert.ok(Math.abs(before - 1 / 13) < 1e-12, String(before));
  assert.deepEqual([readEndingChance(1, parameters), readEndingChance(0, parameters)], [0, 1]);
  const rise = { kind: 'price', rise: 0.08, isAnnounced: true } as const;
  // log-odds up by .8 x 12 x ln 1.08 = .7388.
  const kantoorpunt = readShock(rise, price(0.8), parameters);
  assert.ok(Math.abs(kantoorpunt.endsAfter - 1 / (1 + 12 * Math.exp(-0.738822))) < 1e-5);
  const barNul = readShock(rise, price(0.05), parameters);
  assert.deepEqual([kantoorpunt.through, kantoorpunt.isHurt, barNul.isHurt], ['price', true, false]);
});

test('golden: the niece behind the counter takes all there is along; with Bram there half of it stays', () => {
  const lotte = { colleagueId: 'lotte', contactId: 'ans', bond: 0.6 };
  const bram = { colleagueId: 'bram', contactId: 'ans', bond: 0.5 };
  const away = { kind: 'colleague-away', colleagueId: 'lotte', carried: 0 } as const;
  const foundation = { shares: { brand: 0.2, price: 0.1, personal: 0.7 }, uncertainty: 0.3 };
  const base = { bond: 0.6, time: 0.9, foundation, productShare: 0 };
  const ans = readShock(away, { ...base, strands: [lotte] }, parameters);
  const klaver = readShock(away, { ...base, bond: 0.8, strands: [lotte, bram] }, parameters);
  assert.deepEqual([ans.strengthAfter, ans.through], [0, 'personal']);
  // Q = 1 - .4 x .5 = .8, and .5 without Lotte.
  assert.ok(Math.abs(klaver.strengthAfter - 0.5) < 1e-12);
  assert.ok(klaver.endsAfter < ans.endsAfter);
});

test('nothing known of why they are with us: even shares, wide, and it says so', () => {
  const read = readShock({ kind: 'scandal', severity: 0.5 }, { ...price(0.5), foundation: null }, parameters);
  assert.ok(read.reasons.some(({ code }) => code === 'shock-unknown-foundation'));
  assert.equal(read.uncertainty, 1);
  assert.ok(read.endsLow === read.endsBefore && read.endsHigh > read.endsAfter);
});

test('what cannot be is refused', () => {
  const impossible: Shock[] = [
    { kind: 'price', rise: -0.1, isAnnounced: true },
    { kind: 'scandal', severity: 1.5 },
  ];
  for (const blow of impossible) assert.throws(() => readShock(blow, price(0.5), parameters), RangeError);
});

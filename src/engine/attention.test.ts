import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAttention, type Turn } from './attention.ts';
import type { Expectation } from './reading.ts';

const turn = (change: Partial<Turn<string>>): Turn<string> => ({
  ...{ ref: 'x', direction: 'ab', atMs: 100, contact: 1, benefit: 0 },
  ...{ isAnswer: false, isTogether: false, isPurchase: false, ...change },
});
const read = (turns: Turn<string>[], expectations: Expectation[] = []) =>
  readAttention({ turns, expectations, sinceMs: 50, nowMs: 1_000 });
const refs = (turns: readonly Turn<string>[]) => turns.map(({ ref }) => ref);

test('golden: who began, who answered, who was there, who gave; a purchase is no attention', () => {
  const found = read([
    turn({ ref: 'mail' }),
    turn({ ref: 'reply', direction: 'ba', atMs: 120, isAnswer: true }),
    turn({ ref: 'call', atMs: 130, isTogether: true }),
    turn({ ref: 'call', atMs: 130, isTogether: true, direction: 'ba' }),
    turn({ ref: 'advice', atMs: 140, benefit: 2, isAnswer: true }),
    turn({ ref: 'gift', atMs: 150, contact: 0, benefit: 1 }),
    turn({ ref: 'order', direction: 'ba', benefit: 1, isPurchase: true }),
    turn({ ref: 'old', atMs: 49 }),
    turn({ ref: 'later', atMs: 1_001 }),
  ]);
  assert.deepEqual([refs(found.ab.began), refs(found.ab.answered)], [['mail'], ['advice']]);
  assert.deepEqual(refs(found.ab.lookedAfter), ['gift', 'advice']);
  assert.deepEqual([refs(found.ba.began), refs(found.ba.answered), refs(found.together)], [[], ['reply'], ['call']]);
  assert.deepEqual(refs(found.ba.lookedAfter), []);
});

test('golden: what one side asked is what the other owed; a promise is not asked, and what was settled later is not met yet', () => {
  const owed = (change: Partial<Expectation>): Expectation => ({
    ...{ kind: 'answer', owedBy: 'b', dueMs: 100, settledMs: null, ...change },
  });
  const found = read(
    [],
    [
      owed({}),
      owed({ settledMs: 200 }),
      owed({ settledMs: 2_000 }),
      owed({ kind: 'promise' }),
      owed({ dueMs: 49 }),
      owed({ kind: 'complaint', owedBy: 'a', settledMs: 150 }),
    ],
  );
  assert.deepEqual([found.ab.asked.length, found.ab.met, found.ba.asked.length, found.ba.met], [3, 1, 1, 1]);
});

test('swapping the parties swaps the sides, and each contact stands in one place', () => {
  const turns = fc.array(
    fc.record({
      ref: fc.string({ maxLength: 2 }),
      direction: fc.constantFrom('ab' as const, 'ba' as const),
      atMs: fc.integer({ min: 0, max: 1_100 }),
      contact: fc.constantFrom(0, 1),
      benefit: fc.constantFrom(0, 1),
      isAnswer: fc.boolean(),
      isTogether: fc.boolean(),
      isPurchase: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(turns, (given) => {
      const found = read(given);
      const swapped = read(given.map((one) => ({ ...one, direction: one.direction === 'ab' ? 'ba' : 'ab' })));
      assert.deepEqual([found.ab, found.ba].map(sizes), [swapped.ba, swapped.ab].map(sizes));
      const alone = given.filter(
        (one) => one.contact > 0 && !one.isPurchase && !one.isTogether && one.atMs >= 50 && one.atMs <= 1_000,
      );
      const [one, other] = [sizes(found.ab), sizes(found.ba)];
      assert.equal(one.began + one.answered + other.began + other.answered, alone.length);
    }),
  );
});

function sizes({ began, answered, lookedAfter }: ReturnType<typeof read>['ab']) {
  return { began: began.length, answered: answered.length, lookedAfter: lookedAfter.length };
}

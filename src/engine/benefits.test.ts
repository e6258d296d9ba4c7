import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { benefitKinds, benefitTable, benefitWeights, largestBenefitWeight, resolveBenefitWeights } from './benefits.ts';
import { type InteractionFacts, tieEventsOf } from './derive.ts';

const facts = (benefits: InteractionFacts['benefits']): InteractionFacts => ({
  ...{
    fromId: 'a',
    fromIsOurs: false,
    channel: 'call',
    kind: 'call',
    benefits,
    evidence: null,
    valence: 0,
    asked: true,
  },
  ...{ receivers: [{ id: 'b', isOurs: true, answeredAfterMs: null }], lengthFactor: 1, expectedAnswerMs: null },
  ...{ surveyValue: null, atMs: 0, day: 0, sourceNumber: 1 },
});
const benefitOf = (weights?: Readonly<Record<string, number>>, kind = 'help') =>
  tieEventsOf(facts([{ giver: 'from', kind }]), weights).find(({ direction }) => direction === 'ab')?.event.benefit;

test('without a word of anybody every kind weighs what it was shipped with; a favour is the measure', () => {
  assert.deepEqual(resolveBenefitWeights(), benefitWeights);
  assert.equal(benefitWeights.help, 1);
  for (const kind of benefitKinds) assert.equal(benefitOf(undefined, kind), benefitTable[kind].weight);
});

test('a changed weight is what counts, in proportion; others stay as they were', () => {
  const weight = fc.double({ min: 0, max: largestBenefitWeight, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(...benefitKinds), weight, (kind, changed) => {
      const weights = resolveBenefitWeights({ [kind]: changed });
      assert.equal(benefitOf(weights, kind), changed);
      for (const other of benefitKinds) if (other !== kind) assert.equal(weights[other], benefitWeights[other]);
    }),
  );
});

test('an own kind counts where the house knows it, and nothing where it does not; what was said of one moment outranks both', () => {
  assert.equal(benefitOf(resolveBenefitWeights({ 'own-1': 0.4 }), 'own-1'), 0.4);
  assert.equal(benefitOf(undefined, 'own-1'), 0);
  const [said] = tieEventsOf(facts([{ giver: 'from', kind: 'help', weight: 3 }]), resolveBenefitWeights({ help: 0.5 }));
  assert.equal(said?.event.benefit, 3);
});

test('beyond ten favours, below nothing or no number at all is refused', () => {
  for (const wrong of [-0.1, 10.5, Number.NaN, Infinity]) {
    assert.throws(() => resolveBenefitWeights({ help: wrong }), RangeError);
  }
});

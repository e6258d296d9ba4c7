import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultParameters, parameterTable, resolveParameters } from './parameters.ts';
import { leastTwoSidedTies, proposeParameters, type TenantEvidence } from './propose-parameters.ts';
import { learnIdeals, leastTries } from './unasked-ideal.ts';

const untried = learnIdeals({ ties: [], parameters: defaultParameters, least: leastTries.firm });
const evidence: TenantEvidence = {
  twoSidedTies: leastTwoSidedTies,
  contact: [0, 0, 2, 4, 8],
  benefit: [0, 1, 3],
  gapsDays: [7, 21, 30, 60],
  trust: { good: 60, bad: 20 },
  unasked: untried,
};

test('medians of what is positive, and a shrunk base rate', () => {
  // (60 + 20 x .7) / (80 + 20) = .74: nearer to .7 than a tenth, so no proposal.
  assert.deepEqual(proposeParameters(evidence, defaultParameters), { kappaContact: 4, kappaBenefit: 2, gap0Days: 26 });
  const harsh = { ...evidence, trust: { good: 10, bad: 70 } };
  assert.equal(proposeParameters(harsh, defaultParameters).trustBaseRate, 0.24);
});

test('too few ties that go both ways: nothing is proposed', () => {
  assert.deepEqual(proposeParameters({ ...evidence, twoSidedTies: leastTwoSidedTies - 1 }, defaultParameters), {});
});

test('what is proposed can be applied, and is not proposed again', () => {
  const amounts = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { maxLength: 30 });
  const anyone = fc.record({
    ...{ twoSidedTies: fc.constant(leastTwoSidedTies), contact: amounts, benefit: amounts, gapsDays: amounts },
    trust: fc.record({ good: fc.double({ min: 0, max: 1e6, noNaN: true }), bad: fc.constant(0) }),
    unasked: fc.constant(untried),
  });
  fc.assert(
    fc.property(anyone, (found) => {
      const proposal = proposeParameters({ ...found, trust: { good: 0, bad: 0 } }, defaultParameters);
      const applied = resolveParameters(proposal);
      assert.deepEqual(proposeParameters({ ...found, trust: { good: 0, bad: 0 } }, applied), {});
      for (const [name, value] of Object.entries(proposal)) {
        const { min, max } = parameterTable[name as keyof typeof parameterTable];
        assert.ok(value >= min && value <= max);
      }
    }),
  );
});

test('an ideal of unasked contact is proposed once enough came back, within its range', () => {
  const learnt = { ...untried.mail, isEnough: true, ideal: 1.234 };
  const found = proposeParameters(
    { ...evidence, unasked: { ...untried, mail: learnt, call: { ...untried.call, ideal: 9 } } },
    defaultParameters,
  );
  assert.deepEqual([found.idealMail, found.idealCall, found.idealPost], [1.2, undefined, undefined]);
});

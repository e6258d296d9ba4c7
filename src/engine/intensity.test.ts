import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { computeIntensity } from './intensity.ts';
import { resolveParameters } from './parameters.ts';

const parameters = resolveParameters({ kappaContact: 1, benefitAsContact: 0.1, surveyPriorWeight: 2 });
const bare = { contact: 0, benefit: 0, surveyMean: 0, surveyWeight: 0, surveyWeightAtLast: 0 };
const answered = (mean: number) => ({ surveyMean: mean, surveyWeight: 2, surveyWeightAtLast: 2 });
const near = (value: number, expected: number) => assert.ok(Math.abs(value - expected) < 1e-12, `${value} ${expected}`);

test('golden: I = 1 - exp(-(both ways)/2) at kappa 1', () => {
  near(computeIntensity({ ...bare, contact: 2 }, parameters), 1 - 1 / Math.E);
  near(computeIntensity({ ...bare, contact: 4 }, { ...parameters, kappaContact: 2 }), 1 - 1 / Math.E);
  assert.equal(computeIntensity(bare, parameters), 0);
});

test('golden: what is given without a contact counts for a tenth', () => {
  near(computeIntensity({ ...bare, benefit: 20 }, parameters), 1 - 1 / Math.E);
  near(computeIntensity({ ...bare, benefit: 20, contact: 6 }, parameters), 1 - Math.exp(-3));
});

test('golden: one fresh answer "very disappointed" lifts .2 to .6: (2 x .2 + 2 x 1)/4', () => {
  const contact = -2 * Math.log(0.8);
  near(computeIntensity({ ...bare, contact, ...answered(1) }, parameters), 0.6);
  near(computeIntensity({ ...bare, contact, ...answered(0) }, parameters), 0.1);
});

test('property: in [0,1) without a survey, up in contact, benefit and answer', () => {
  const amount = fc.oneof(fc.constant(0), fc.double({ min: 1e-100, max: 60, noNaN: true }));
  fc.assert(
    fc.property(
      amount,
      amount,
      amount,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (contact, benefit, more, answer) => {
        const survey = answered(answer);
        const value = computeIntensity({ contact, benefit, ...survey }, parameters);
        assert.ok(value >= 0 && value <= 1);
        assert.ok(computeIntensity({ contact: contact + more, benefit, ...survey }, parameters) >= value);
        assert.ok(computeIntensity({ contact, benefit: benefit + more, ...survey }, parameters) >= value);
        assert.ok(computeIntensity({ contact, benefit, ...answered(1) }, parameters) >= value);
        assert.equal(computeIntensity({ ...bare, contact, benefit }, parameters) === 0, contact === 0 && benefit === 0);
      },
    ),
  );
});

test('golden: an answer that lifts wears off in silence, one that pulls down does not', () => {
  const contact = -2 * Math.log(0.5);
  const faded = { contact, benefit: 0, surveyWeight: 1, surveyWeightAtLast: 2 };
  near(computeIntensity({ ...faded, surveyMean: 1 }, parameters), 2 / 3);
  near(computeIntensity({ ...faded, surveyMean: 0 }, parameters), 0.25);
});

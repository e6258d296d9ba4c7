import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultParameters, parameterNames, parameterTable, resolveParameters } from './parameters.ts';
import { sources } from './sources.ts';

test('the binding numbers of the specification are the defaults (model.md 1.14 and details settled)', () => {
  const binding = {
    halfLifeChatDays: 5,
    halfLifeMailDays: 45,
    halfLifeLiveDays: 30,
    halfLifePurchaseDays: 365,
    halfLifeTrustDays: 90,
    halfLifeSurveyDays: 180,
    halfLifePressureDays: 62.4,
    trustPriorWeight: 2,
    trustBaseRate: 0.7,
    trustNegativity: 1,
    kappaBenefit: 1,
    kappaContact: 1,
    knownBenefitShare: 0.05,
    gap0Days: 14,
    quietGaps: 3,
    quietQuantile: 0.9,
    goneGaps: 8,
    personalFactor: 2,
    idealCall: 3,
    idealMail: 3.5,
    idealPost: 9.5,
    bondThreshold: 0.55,
    bondBlockFloor: 0.4,
  } as const;
  for (const [name, value] of Object.entries(binding)) {
    assert.equal(defaultParameters[name as keyof typeof binding], value, name);
  }
});

test('every default lies within its range and names a known source', () => {
  for (const name of parameterNames) {
    const { value, min, max, source } = parameterTable[name];
    assert.ok(min <= value && value <= max && min < max, name);
    assert.ok(source in sources, name);
    assert.equal(defaultParameters[name], value);
  }
});

test('only what the founding texts, the literature or a measurement says may claim so: D is a design choice or a seed', () => {
  for (const name of parameterNames) {
    const { ground, source } = parameterTable[name];
    if (source === 'design') assert.equal(ground, 'D', name);
  }
});

test('a value outside its range, or none, is refused', () => {
  assert.throws(() => resolveParameters({ halfLifeMailDays: 0 }), RangeError);
  assert.throws(() => resolveParameters({ trustBaseRate: 1 }), RangeError);
  assert.throws(() => resolveParameters({ gap0Days: Number.NaN }), RangeError);
  assert.equal(resolveParameters({ gap0Days: 30 }).gap0Days, 30);
});

test('resolved parameters cannot be changed behind the back of the fold', () => {
  assert.ok(Object.isFrozen(defaultParameters));
});

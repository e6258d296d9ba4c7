/** What is known, what is assumed, and what is not known at all. */
import type { Figures } from './figures.ts';
import type { ModelParameters } from './parameters.ts';
import type { BlockName, Knowledge } from './reading.ts';
import { isBenefitKnown } from './reciprocity.ts';
import { computeUncertainty } from './uncertainty.ts';

/**
 * Claim: whether a block stands on evidence of its own.
 * V: known from .25 decayed evidence in either direction, else unknown. R: known when both sides' benefit is, else assumed.
 * I: known from 3 contact days or a survey answer, else assumed. T: known from 2 own gaps, else assumed. All unknown where nothing
 * happened. Source: details 4 and "not enough data is a value of its own". Limit: thresholds are ours. Test: knowledge.test.ts.
 */
export function knowledgeOf(figures: Figures, name: BlockName, parameters: ModelParameters): Knowledge {
  if (name === 'trust') {
    const evidence = figures.trust.ab.pooled.good + figures.trust.ab.pooled.bad;
    const back = figures.trust.ba.pooled.good + figures.trust.ba.pooled.bad;
    return Math.max(evidence, back) >= parameters.trustKnownEvidence ? 'known' : 'unknown';
  }
  if (name === 'intensity' && figures.survey.weight > 0) return 'known';
  if (figures.days.length === 0) return 'unknown';
  if (name === 'reciprocity') {
    const { ab, ba } = figures.benefit;
    return isBenefitKnown(ab, parameters) && isBenefitKnown(ba, parameters) ? 'known' : 'assumed';
  }
  if (name === 'intensity') return figures.days.length >= parameters.contactsKnown ? 'known' : 'assumed';
  return figures.rhythm.knownGaps >= parameters.alarmGapsNeeded ? 'known' : 'assumed';
}

/**
 * Claim: uncertainty of a block in [0,1], 1 where nothing is known. V: mean of W/(r + s + W) both ways; R: 1/(1 + m) for m =
 * the smaller benefit in kappas, at least .8 while assumed; I and T: 2/(2 + n) for n active days.
 * Source: model.md 1.2, seeds' correction 1. Test: knowledge.test.ts.
 */
export function uncertaintyOf(figures: Figures, name: BlockName, parameters: ModelParameters): number {
  const knowledge = knowledgeOf(figures, name, parameters);
  if (name === 'trust') return (figures.trust.ab.figure.uncertainty + figures.trust.ba.figure.uncertainty) / 2;
  if (knowledge === 'unknown') return 1;
  if (name === 'reciprocity') {
    const smaller = Math.min(figures.benefit.ab, figures.benefit.ba) / parameters.kappaBenefit;
    const uncertainty = computeUncertainty(2 * smaller);
    return knowledge === 'known' ? uncertainty : Math.max(parameters.assumedUncertainty, uncertainty);
  }
  return computeUncertainty(figures.days.length + (name === 'intensity' ? figures.survey.weight : 0));
}

/** What a firm's own log says the tenant figures should be: a proposal, which a person accepts or not. */

import { type ModelParameters, type ParameterName, parameterTable } from './parameters.ts';
import { type PressureChannel, pressureChannels } from './tie-event.ts';
import type { Evidence } from './trust.ts';
import { idealNameOf, type LearntIdeal } from './unasked-ideal.ts';

/** Read at one instant, over all ties of the firm. */
export interface TenantEvidence {
  /** Ties with contact in both directions. */
  readonly twoSidedTies: number;
  /** Decayed contact and benefit of every direction, dimensionless weights; zeros are left out of the medians. */
  readonly contact: readonly number[];
  readonly benefit: readonly number[];
  /** Own gaps of ties that have a rhythm, in days. */
  readonly gapsDays: readonly number[];
  /** Trust evidence of everybody together. */
  readonly trust: Evidence;
  /** How much unasked contact is welcome, per channel, of all ties in which there was any. */
  readonly unasked: Readonly<Record<PressureChannel, LearntIdeal>>;
}

export type Proposal = Partial<Record<ParameterName, number>>;

/** Fewer two-sided ties say more about these people than about the firm. Source: details 3. */
export const leastTwoSidedTies = 200;
/** The shipped rate counts as this many pieces of evidence. A choice of ours. */
const rateWeight = 20;
/** A smaller difference moves no list. */
const leastShift = 0.1;

/**
 * Claim: kappa of contact and of benefit as the median positive directed trace, gap0 as the median own gap, the base rate of
 * trust as the pooled share of good evidence shrunk to the one in force, the ideals of unasked contact as learnt where enough
 * came back; each within its declared range, to two digits, and only where it differs by a tenth or more. Range: {} under 200 two-sided ties. Source: model.md 1.3, details 3.
 * Limit: medians of today; says nothing about whether lists get better. Test: propose-parameters.test.ts.
 */
export function proposeParameters(evidence: TenantEvidence, parameters: ModelParameters): Proposal {
  if (evidence.twoSidedTies < leastTwoSidedTies) return {};
  const { good, bad } = evidence.trust;
  const rate = (good + rateWeight * parameters.trustBaseRate) / (good + bad + rateWeight);
  const wanted: [ParameterName, number | null][] = [
    ['kappaContact', findMedian(evidence.contact)],
    ['kappaBenefit', findMedian(evidence.benefit)],
    ['gap0Days', findMedian(evidence.gapsDays)],
    ['trustBaseRate', rate],
    ...pressureChannels.map((channel): [ParameterName, number | null] => {
      const learnt = evidence.unasked[channel];
      return [idealNameOf(channel), learnt.isEnough ? learnt.ideal : null];
    }),
  ];
  const proposal: Proposal = {};
  for (const [name, value] of wanted) {
    if (value === null) continue;
    const { min, max } = parameterTable[name];
    const fitting = Math.min(max, Math.max(min, Number(value.toPrecision(2))));
    if (Math.abs(fitting - parameters[name]) >= leastShift * parameters[name]) proposal[name] = fitting;
  }
  return proposal;
}

/** Of the positive ones; null when there are none. */
function findMedian(values: readonly number[]): number | null {
  const positive = Float64Array.from(values.filter((value) => value > 0)).sort();
  if (positive.length === 0) return null;
  const middle = positive.length >> 1;
  const upper = positive[middle] as number;
  return positive.length % 2 === 1 ? upper : (upper + (positive[middle - 1] as number)) / 2;
}

/** Kinds of benefit: what a contact gives the one who receives it, and how much that weighs when nobody says otherwise. */
import type { Ground } from './parameters.ts';
import type { SourceId } from './sources.ts';

export interface BenefitTraits {
  /** Value to the receiver beside one ordinary favour (= 1). Never an amount of money. */
  readonly weight: number;
  readonly ground: Ground;
  readonly source: SourceId;
}

const chosen = (weight: number): BenefitTraits => ({ weight, ground: 'D', source: 'design' });
/** The seed names the kind, the weight is a choice of ours. */
const named = (weight: number): BenefitTraits => ({ weight, ground: 'D', source: 'seeds' });

export const benefitTable = {
  help: named(1),
  advice: chosen(0.75),
  referral: named(2),
  introduction: named(1.5),
  discount: named(0.75),
  'early-access': named(0.75),
  gift: chosen(1),
  thanks: named(0.5),
  purchase: named(1),
  payment: chosen(0.5),
  feedback: chosen(0.5),
  idea: named(1),
  review: named(1),
  information: named(0.25),
} as const satisfies Record<string, BenefitTraits>;

export type BenefitKind = keyof typeof benefitTable;
export const benefitKinds = Object.keys(benefitTable) as BenefitKind[];

/** What each kind weighs, own kinds among them, by key. A kind that is not in it is not known, and weighs nothing. */
export type BenefitWeights = Readonly<Record<string, number>>;

/** Beyond ten favours at once a kind would drown all others. */
export const largestBenefitWeight = 10;

/** The shipped weights. */
export const benefitWeights: Readonly<Record<BenefitKind, number>> & BenefitWeights = resolveBenefitWeights();

/**
 * Claim: the shipped weights with others over them, and own kinds beside them. Range: RangeError outside [0, 10].
 * Source: model.md 1.3 (weight = value the receiver gets). Limit: one number for a kind, whoever receives it.
 * Test: benefits.test.ts.
 */
export function resolveBenefitWeights<Own extends BenefitWeights>(
  changed?: Own,
): Readonly<Record<BenefitKind, number>> & BenefitWeights {
  const weights: Record<string, number> = {};
  for (const kind of benefitKinds) weights[kind] = benefitTable[kind].weight;
  for (const [kind, weight] of Object.entries(changed ?? {})) {
    if (!(weight >= 0 && weight <= largestBenefitWeight)) {
      throw new RangeError(`${kind} must weigh between 0 and ${largestBenefitWeight}, not ${weight}`);
    }
    weights[kind] = weight;
  }
  return Object.freeze(weights) as Readonly<Record<BenefitKind, number>> & BenefitWeights;
}

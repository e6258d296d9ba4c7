/** Kinds of benefit: what a contact gives the one who receives it, and how much that weighs when nobody says otherwise. */

/** Weights: value to the receiver beside one ordinary favour (= 1). Never an amount of money. All D (design choice). */
export const benefitWeights = {
  help: 1,
  advice: 0.75,
  referral: 2,
  introduction: 1.5,
  discount: 0.75,
  'early-access': 0.75,
  gift: 1,
  thanks: 0.5,
  purchase: 1,
  payment: 0.5,
  feedback: 0.5,
  idea: 1,
  review: 1,
  information: 0.25,
} as const;

export type BenefitKind = keyof typeof benefitWeights;
export const benefitKinds = Object.keys(benefitWeights) as BenefitKind[];

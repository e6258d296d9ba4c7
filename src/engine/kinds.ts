/** Kinds of interaction: what each gives and shows when the log says no more than its kind. */
import type { BenefitKind } from './benefits.ts';
import type { EvidenceCode } from './evidence.ts';

export type Side = 'from' | 'to';

export interface KindTraits {
  /** False for what is written down but is no contact (an own note). */
  readonly isContact: boolean;
  /** Replaces the channel's depth where the kind says more than the channel does; null = the channel's. */
  readonly depth: number | null;
  /** Benefits the sender gives the receiver by this kind alone. */
  readonly gives: readonly BenefitKind[];
  /** Evidence that lies in the kind itself, and whom it is about (the one who is trusted more or less). */
  readonly shows: readonly { readonly code: EvidenceCode; readonly about: Side }[];
}

const bare: KindTraits = { isContact: true, depth: null, gives: [], shows: [] };

function giving(...gives: BenefitKind[]): KindTraits {
  return { ...bare, gives };
}

/** Depths of view and like: model.md 1.4. A bare message, call or question gives nothing known (seed 003). */
export const kindTable = {
  message: bare,
  question: bare,
  call: bare,
  meeting: bare,
  visit: bare,
  complaint: bare,
  invoice: bare,
  post: bare,
  comment: bare,
  note: { ...bare, isContact: false },
  survey: { ...bare, isContact: false },
  view: { ...bare, depth: 0.05 },
  like: { ...bare, depth: 0.1 },
  project: { ...bare, depth: 3 },
  order: giving('purchase'),
  payment: giving('payment'),
  help: giving('help'),
  advice: giving('advice'),
  introduction: giving('introduction'),
  discount: giving('discount'),
  'early-access': giving('early-access'),
  gift: giving('gift'),
  thanks: giving('thanks'),
  feedback: giving('feedback'),
  idea: giving('idea'),
  share: giving('information'),
  review: { ...giving('review'), shows: [{ code: 'recommendation', about: 'to' }] },
  referral: { ...giving('referral'), shows: [{ code: 'referral', about: 'to' }] },
} as const satisfies Record<string, KindTraits>;

export type InteractionKind = keyof typeof kindTable;
export const interactionKinds = Object.keys(kindTable) as InteractionKind[];

export function traitsOfKind(kind: InteractionKind): KindTraits {
  return kindTable[kind];
}

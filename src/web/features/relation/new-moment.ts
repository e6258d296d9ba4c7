/** From the quick form to what the API takes. */
import type { InteractionInput } from '#contract/interactions.ts';

export const momentChoices = ['call', 'meeting', 'mail', 'help', 'thanks', 'order', 'note'] as const;
export type MomentChoice = (typeof momentChoices)[number];

export const benefitChoices = [
  'help',
  'advice',
  'referral',
  'introduction',
  'gift',
  'idea',
  'feedback',
  'thanks',
] as const;

export interface MomentDraft {
  readonly choice: MomentChoice;
  readonly isFromUs: boolean;
  /** As a date-time field gives it: local, without zone. */
  readonly when: string;
  readonly text: string;
  readonly gained: 'nobody' | 'ours' | 'theirs';
  readonly benefit: (typeof benefitChoices)[number];
  readonly theirId: string;
}

type Written = Pick<InteractionInput, 'channel' | 'kind'>;

const written: Record<MomentChoice, Written> = {
  call: { channel: 'call', kind: 'call' },
  meeting: { channel: 'meeting', kind: 'meeting' },
  mail: { channel: 'mail', kind: 'message' },
  help: { channel: 'other', kind: 'help' },
  thanks: { channel: 'other', kind: 'thanks' },
  order: { channel: 'order', kind: 'order' },
  note: { channel: 'other', kind: 'note' },
};

/** Orders come from the customer unless said otherwise. */
export function usuallyFromUs(choice: MomentChoice): boolean {
  return choice !== 'order';
}

/** Null while there is nobody to have received it. */
export function toInteraction(draft: MomentDraft, ownPartyId: string | null) {
  const { choice, isFromUs, gained, benefit, theirId } = draft;
  if (!isFromUs && ownPartyId === null) return null;
  const them = { partyId: theirId };
  const giver = gained === 'ours' ? 'theirs' : 'ours';
  const isGiverSender = (giver === 'ours') === isFromUs;
  return {
    ...written[choice],
    at: new Date(draft.when).toISOString(),
    text: draft.text.trim() === '' ? null : draft.text.trim(),
    ...(isFromUs ? { to: [them] } : { from: them, to: [{ partyId: ownPartyId ?? '' }] }),
    ...(gained === 'nobody'
      ? {}
      : { benefits: [{ giver: isGiverSender ? ('from' as const) : ('to' as const), kind: benefit }] }),
  };
}

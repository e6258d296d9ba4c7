/** What happened, once: singly, in batches, corrected, deleted, shared. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { done, id, instant, line, text } from './values.ts';

export const channel = z.enum([
  'mail',
  'chat',
  'social',
  'call',
  'video',
  'meeting',
  'visit',
  'letter',
  'order',
  'ticket',
  'gift',
  'other',
]);

export const interactionKind = z.enum([
  'message',
  'call',
  'meeting',
  'note',
  'post',
  'comment',
  'share',
  'like',
  'follow',
  'order',
  'payment',
  'invoice',
  'ticket',
  'complaint',
  'complaint-told',
  'complaint-closed',
  'review',
  'idea',
  'gift',
  'help',
  'referral',
  'introduction',
  'thanks',
  'feedback',
  'survey-answer',
  'promise-kept',
  'promise-late',
  'promise-broken',
  'change-announced',
  'change-without-notice',
  'mailing',
]);

export const shippedBenefitKind = z.enum([
  'help',
  'advice',
  'referral',
  'introduction',
  'discount',
  'early-access',
  'gift',
  'thanks',
  'purchase',
  'payment',
  'feedback',
  'idea',
  'review',
  'information',
]);
/** A shipped kind, or one of the house's own by its key. */
export const benefitKind = z.union([shippedBenefitKind, z.templateLiteral(['own-', z.uuid()])]);
export const gotForIt = z.enum(['yes', 'no']);

/** A party by id, or by an identity that is looked up and made when new. */
export const partyRef = z.union([
  z.strictObject({ partyId: id }),
  z.strictObject({
    kind: z.enum(['mail', 'phone', 'handle', 'key']),
    value: line(500),
    name: text(300).nullable().default(null),
  }),
]);

export const orderLine = z.strictObject({
  amountMinor: z.int().nullable().default(null),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
  units: z.number().min(0).max(1e9).nullable().default(null),
  product: text(300).nullable().default(null),
  brand: text(300).nullable().default(null),
  offers: z.record(text(300), z.int()).default({}),
});

export const interactionInput = z.strictObject({
  /** Unique within the source; the same again changes nothing. Left out: made from the Idempotency-Key or anew. */
  sourceKey: line(500).optional(),
  at: instant,
  channel,
  kind: interactionKind.default('message'),
  /** Left out: the signed-in user. */
  from: partyRef.optional(),
  to: z.array(partyRef).min(1).max(200),
  subject: text(500).nullable().default(null),
  text: text(20_000).nullable().default(null),
  answers: z.array(line(500)).max(20).default([]),
  asked: z.boolean().nullable().default(null),
  valence: z.number().min(-1).max(1).nullable().default(null),
  benefits: z
    .array(
      z.strictObject({
        giver: z.enum(['from', 'to']),
        kind: benefitKind,
        weight: z.number().min(0).max(100).nullable().default(null),
        gotForIt: gotForIt.optional().describe('Whether the giver got something for it; left out: not known.'),
      }),
    )
    .max(10)
    .default([]),
  order: orderLine.nullable().default(null),
  /** What stays with us of this: one line, shown at the top of the relation. */
  keptLine: line(300).nullable().optional(),
});
export type InteractionInput = z.infer<typeof interactionInput>;

export const interaction = z.object({
  id,
  at: instant,
  recordedAt: instant,
  channel: z.string(),
  kind: z.string(),
  from: id,
  to: z.array(id),
  subject: z.string().nullable(),
  snippet: z.string().nullable(),
  textWithheld: z.boolean(),
  keptLine: z.string().nullable(),
  source: z.string(),
  version: z.int(),
});

const interactionId = { interactionId: id };

export const interactions = {
  record: endpoint({
    method: 'POST',
    path: '/interactions',
    summary: 'Record one contact moment',
    tag: 'interactions',
    body: interactionInput.shape,
    output: z.object({ id, duplicate: z.boolean(), tieIds: z.array(id) }),
  }),
  recordBatch: endpoint({
    method: 'POST',
    path: '/interactions/batch',
    summary: 'Record up to 1,000 contact moments in one transaction',
    tag: 'interactions',
    body: {
      /** A label of your own for where these come from; made on first use. */
      source: line(100),
      /** Until when this source has been read to the end; silence after that is not known. */
      coveredUntil: instant.nullable().default(null),
      items: z
        .array(interactionInput.extend({ sourceKey: line(500) }))
        .min(1)
        .max(1000),
    },
    output: z.object({ stored: z.int(), duplicates: z.int(), corrected: z.int() }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/interactions/{interactionId}',
    summary: 'One contact moment, as far as you may see it',
    tag: 'interactions',
    params: interactionId,
    output: interaction,
  }),
  correct: endpoint({
    method: 'PATCH',
    path: '/interactions/{interactionId}',
    summary: 'Put a contact moment right (If-Match: its version); its ties are derived again',
    tag: 'interactions',
    params: interactionId,
    body: {
      at: instant.optional(),
      channel: channel.optional(),
      kind: interactionKind.optional(),
      subject: text(500).nullable().optional(),
      text: text(20_000).nullable().optional(),
      asked: z.boolean().nullable().optional(),
      benefits: interactionInput.shape.benefits.unwrap().optional(),
      keptLine: line(300).nullable().optional(),
    },
    output: interaction,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/interactions/{interactionId}',
    summary: 'Delete a contact moment; a re-import will not bring it back',
    tag: 'interactions',
    params: interactionId,
    output: done,
  }),
  share: endpoint({
    method: 'POST',
    path: '/interactions/{interactionId}/share',
    summary: 'Let colleagues read the text of your mail, or no longer',
    tag: 'interactions',
    params: interactionId,
    body: { shared: z.boolean() },
    output: interaction,
  }),
};

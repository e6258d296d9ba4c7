/** A call, meeting or visit in one go: what happened, who gained, what was promised, why they are with us. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { foundationKey } from './foundations.ts';
import { benefitKind, channel, gotForIt, interactionKind } from './interactions.ts';
import { id, instant, line, text } from './values.ts';

const side = z.enum(['ours', 'theirs']);

export const captureInput = z.strictObject({
  partyId: id,
  at: instant,
  channel,
  kind: interactionKind.default('message'),
  /** Whose move it was: ours by default. */
  from: side.default('ours'),
  text: text(20_000).nullable().default(null),
  /** What stays with us of it, in one line. */
  keptLine: line(300).nullable().default(null),
  benefits: z
    .array(z.strictObject({ giver: side, kind: benefitKind, gotForIt: gotForIt.optional() }))
    .max(5)
    .default([]),
  /** Why they are with us, where they said so in it. */
  reason: z
    .strictObject({ kind: foundationKey, words: text(2000).nullable().default(null) })
    .nullable()
    .default(null),
  promise: z
    .strictObject({ owedBy: side, text: line(1000), dueAt: instant })
    .nullable()
    .default(null),
});
export type CaptureInput = z.input<typeof captureInput>;

export const captures = {
  create: endpoint({
    method: 'POST',
    path: '/captures',
    summary:
      'Record a contact moment with its benefit, promise and their reason to be with us in one go; undone in one go',
    tag: 'interactions',
    body: captureInput.shape,
    output: z.object({
      interactionId: id,
      promiseId: id.nullable(),
      statementId: id.nullable(),
      /** What they thought of is followed as an idea, where words say what. */
      ideaId: id.nullable(),
      /** Undo this one and all of it is gone. */
      changeId: id,
    }),
  }),
};

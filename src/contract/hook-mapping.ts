/** What of a foreign message means what: paths into it and constants, nothing that could run. */
import { z } from 'zod';
import { text } from './values.ts';

/** A key, a place in a list, or every item of it. */
export const everyItem = '*';
const step = z.union([text(200).min(1), z.int().min(0).max(999)]);
export const hookPath = z.array(step).min(1).max(16);
export type HookPath = z.infer<typeof hookPath>;

/** How what stands there is written. */
export const hookForms = [
  'text',
  'html',
  'amount',
  'cents',
  'number',
  'iso',
  'utc',
  'unix',
  'unix-ms',
  'day-first',
  'month-first',
] as const;

export const hookPick = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('constant'), value: text(500).min(1) }),
  z.strictObject({
    from: z.literal('paths'),
    /** The first that holds something, or all of them with a space between. */
    paths: z.array(hookPath).min(1).max(6),
    isJoined: z.boolean().default(false),
    form: z.enum(hookForms).default('text'),
    /** Their word to ours; a word that is not named stays as it is. */
    words: z.record(text(200), text(200)).optional(),
  }),
]);
export type HookPick = z.infer<typeof hookPick>;

export const hookFields = [
  'id',
  'at',
  'number',
  'organisation',
  'name',
  'mail',
  'phone',
  'city',
  'kvkNumber',
  'vatId',
  'iban',
  'subject',
  'text',
  'amount',
  'currency',
  'units',
  'product',
  'order',
  'invoice',
  'ticket',
  'by',
  'rating',
  'isComplaint',
] as const;
export type HookField = (typeof hookFields)[number];

/** What a type comes out as where a message tells nothing for us. */
export const skipped = 'skip';

export const hookMapping = z.strictObject({
  type: hookPick,
  fields: z.partialRecord(z.enum(hookFields), hookPick),
});
export type HookMapping = z.infer<typeof hookMapping>;

export const hookProblems = [
  'not-json',
  'too-deep',
  'no-type',
  'missing',
  'not-an-amount',
  'not-a-number',
  'not-a-date',
  'not-possible',
  'nobody',
  'future',
] as const;
export type HookProblem = (typeof hookProblems)[number];

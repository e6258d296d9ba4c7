/** The brief: what one wants to know before one speaks to somebody. */
import { z } from 'zod';
import { preference } from './party-facts.ts';
import { contactWish } from './party-rows.ts';
import { calendarDate, id, instant } from './values.ts';

export const briefMail = z.enum(['never', 'hour-before', 'evening-before']);
export type BriefMail = z.infer<typeof briefMail>;

/** Why this is the one thing to say; messages make a sentence of it. */
export const sayReason = z.enum([
  'make-good',
  'promise-late',
  'answer-owed',
  'thank',
  'promise-soon',
  'ask-theirs',
  'birthday',
  'kept-line',
  'long-ago',
  'first-time',
  'listen',
]);
export type SayReason = z.infer<typeof sayReason>;

const open = z.object({
  kind: z.enum(['promise', 'answer', 'complaint', 'fault', 'thanks', 'question', 'task']),
  owedBy: z.enum(['ours', 'theirs']),
  text: z.string().nullable(),
  at: instant,
  with: z.string(),
});
export type BriefOpen = z.infer<typeof open>;

export const brief = z.object({
  party: z.object({ id, name: z.string(), kind: z.enum(['person', 'organisation']) }),
  jobTitle: z.string().nullable(),
  employer: z.object({ id, name: z.string() }).nullable(),
  formOfAddress: z.enum(['formal', 'informal']).nullable(),
  salutation: z.string().nullable(),
  pronouns: z.string().nullable(),
  contactWish: contactWish.nullable(),
  preferences: z.array(preference),
  /** The relationship: in words of status and, where somebody listened, its silence. */
  figures: z
    .object({
      status: z.string(),
      alarm: z.string(),
      bond: z.number(),
      /** Against the reading of about the last contact before this one; null where nothing is known of then. */
      bondThen: z.number().nullable(),
      gapDays: z.number().nullable(),
    })
    .nullable(),
  lastContact: z
    .object({ at: instant, channel: z.string(), with: z.string(), subject: z.string().nullable() })
    .nullable(),
  keptLine: z.object({ text: z.string(), at: instant }).nullable(),
  /** Notes written since the last contact but one, newest first. */
  notes: z.array(z.object({ id, text: z.string(), at: instant, by: z.string() })),
  /** What is open both ways, most pressing first. */
  open: z.array(open),
  birthdayOn: calendarDate.nullable(),
  say: z.object({
    reason: sayReason,
    names: z.record(z.string(), z.string()),
    numbers: z.record(z.string(), z.number()),
  }),
});
export type Brief = z.infer<typeof brief>;

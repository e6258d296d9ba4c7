/** What the nouns around mail have in common. */
import { z } from 'zod';
import { line } from './values.ts';

export const mailAddress = z.email().max(320);

/** Somebody in a line of a mail. */
export const mailLine = z.strictObject({ address: mailAddress, name: line(300).nullable().default(null) });
export type MailLine = z.infer<typeof mailLine>;

/** As they stood in a mail that somebody else made: whatever was written there. */
export const shownLine = z.object({ address: z.string(), name: z.string().nullable() });

export const submitProblem = z.enum([
  'wrong-password',
  'unknown-host',
  'unreachable',
  'refused-address',
  'certificate',
  'too-slow',
  'cut-off',
  'busy',
  'too-large',
  'refused',
  'garbage',
  /** It was sent; only the copy could not be put into the folder. */
  'not-filed',
]);
export type SubmitProblem = z.infer<typeof submitProblem>;

/** A relation as a line of a list. */
import { z } from 'zod';
import { figures } from './figures.ts';
import { money } from './party-facts.ts';
import { id } from './values.ts';

export const partyKind = z.enum(['person', 'organisation']);
export const partyRole = z.enum(['customer', 'supplier', 'partner', 'colleague', 'private', 'ignore']);
export const contactWish = z.enum(['gladly', 'when-needed', 'rather-not']);
export const partyRow = z.object({
  id,
  kind: partyKind,
  name: z.string(),
  /** One grey line: employer, or main mail address. */
  context: z.string().nullable(),
  roles: z.array(partyRole),
  isPrivate: z.boolean(),
  contactWish: contactWish.nullable(),
  figures: figures.nullable(),
  version: z.int(),
  /** What was asked for beside these, by the column's name. */
  cells: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()), money, z.null()])).optional(),
});
export type PartyRow = z.infer<typeof partyRow>;

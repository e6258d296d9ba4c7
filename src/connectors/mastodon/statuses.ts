/** A post, its author and whom it is said to, as Mastodon's API gives them. */
import { z } from 'zod';
import type { IdentityRef } from '#services/imports/connector.ts';
import { htmlToOwnText } from '../mail/html-text.ts';
import { handleOf } from '../social/social-record.ts';

const id = z.string().min(1).max(100);
export const account = z.object({
  id,
  /** "ans" of the own server, "ans@elsewhere.example" of others. */
  acct: z.string().min(1).max(300),
  display_name: z.string().optional().catch(undefined),
  url: z.string().nullish().catch(null),
});
export type Account = z.infer<typeof account>;

const post = z.object({
  id,
  uri: z.string().max(450).optional().catch(undefined),
  url: z.string().nullish().catch(null),
  created_at: z.string(),
  visibility: z.string().default('public'),
  content: z.string().default(''),
  account,
  in_reply_to_id: id.nullish().catch(null),
  in_reply_to_account_id: id.nullish().catch(null),
  mentions: z.array(z.object({ id, acct: z.string().min(1).max(300) })).catch([]),
});
export const status = post.extend({
  reblog: post.nullish().catch(null),
  /** Quotes of Mastodon 4.4 and later; of others that have them it is the post itself. */
  quote: z
    .union([z.object({ quoted_status: post }).transform(({ quoted_status }) => quoted_status), post])
    .nullish()
    .catch(null),
});
export type Status = z.infer<typeof status>;

/** Whose server it is: the part behind the @ of those who live there. */
export interface Home {
  readonly domain: string;
}

export function refOf(
  { acct, display_name: name }: Pick<Account, 'acct' | 'display_name'>,
  { domain }: Home,
): IdentityRef {
  const full = acct.includes('@') ? acct : `${acct}@${domain}`;
  return handleOf('mastodon', full, name || null, `@${full}`);
}

/** Said in front of everybody; of what was for followers only, that and when is kept, and of direct messages nothing. */
export function textOf({ visibility, content }: Pick<Status, 'visibility' | 'content'>): string | null {
  return visibility === 'public' || visibility === 'unlisted' ? htmlToOwnText(content) : null;
}

export function keyOf({ id: key }: Pick<Status, 'id'>): string {
  return `status:${key}`;
}

/** What the account said to others: replies, mentions, quotes and what it passed on, oldest first. */
import type { ReaderItem } from '#services/connections/reader.ts';
import type { IdentityRef } from '#services/imports/connector.ts';
import { makeSocialItem, type SocialAct } from '../social/social-record.ts';
import { type Account, type Home, keyOf, refOf, status, textOf } from './statuses.ts';

interface Whose {
  readonly own: IdentityRef;
  readonly ownId: string;
  readonly home: Home;
  readonly nowMs: number;
}

/** Null: said to nobody in particular, to oneself, or in a direct message. */
export function readOwnStatus(entry: unknown, { own, ownId, home, nowMs }: Whose): ReaderItem | null {
  const parsed = status.safeParse(entry);
  if (!parsed.success) {
    const raw = Buffer.from(JSON.stringify(entry) ?? '');
    return { type: 'failed', position: 'status', problem: 'social-unreadable', raw };
  }
  const post = parsed.data;
  if (post.visibility === 'direct') return null;
  const { reblog, quote, mentions } = post;
  const passedOn: readonly Pick<Account, 'id' | 'acct' | 'display_name'>[] = reblog
    ? [reblog.account]
    : [...mentions, ...(quote ? [quote.account] : [])];
  const others = passedOn.filter(({ id }) => id !== ownId);
  if (others.length === 0) return null;
  const isReply = post.in_reply_to_account_id && post.in_reply_to_account_id !== ownId;
  const act: SocialAct = reblog ? 'repost' : isReply ? 'reply' : quote ? 'quote' : 'mention';
  return makeSocialItem(
    {
      ...{ key: keyOf(post), act, from: own },
      atMs: Date.parse(post.created_at),
      to: others.map((other) => refOf(other, home)),
      text: reblog ? null : textOf(post),
      link: (reblog ?? post).url ?? null,
      answers: post.in_reply_to_id ? [keyOf({ id: post.in_reply_to_id })] : [],
    },
    nowMs,
  );
}

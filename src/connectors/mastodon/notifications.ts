/** What others did towards the account, oldest first. Direct messages are passed over. */
import { z } from 'zod';
import type { ReaderItem } from '#services/connections/reader.ts';
import type { IdentityRef } from '#services/imports/connector.ts';
import { makeSocialItem, type SocialAct } from '../social/social-record.ts';
import { account, type Home, keyOf, refOf, status, textOf } from './statuses.ts';

const notification = z.object({
  id: z.string().min(1).max(100),
  type: z.string(),
  created_at: z.string(),
  account,
  status: status.nullish().catch(null),
});

/** The types that are asked for. */
export const notificationTypes = ['mention', 'reblog', 'favourite', 'follow', 'quote'] as const;
const acts: Readonly<Record<string, SocialAct>> = {
  mention: 'mention',
  reblog: 'repost',
  favourite: 'like',
  follow: 'follow',
  quote: 'quote',
};

interface Whose {
  readonly own: IdentityRef;
  readonly ownId: string;
  readonly home: Home;
  readonly nowMs: number;
}

/** Null: something else that it tells, or a direct message. */
export function readNotification(entry: unknown, { own, ownId, home, nowMs }: Whose): ReaderItem | null {
  const parsed = notification.safeParse(entry);
  if (!parsed.success) {
    const raw = Buffer.from(JSON.stringify(entry) ?? '');
    return { type: 'failed', position: 'notification', problem: 'social-unreadable', raw };
  }
  const { id, type, created_at: at, account: author, status: post } = parsed.data;
  const act = acts[type];
  if (act === undefined || post?.visibility === 'direct') return null;
  const isTheirs = act === 'mention' || act === 'quote';
  const isReply = act === 'mention' && post?.in_reply_to_account_id === ownId;
  return makeSocialItem(
    {
      // Their post is the same whether it comes as a mention or is met again otherwise.
      key: isTheirs && post ? keyOf(post) : `notification:${id}`,
      act: isReply ? 'reply' : act,
      atMs: Date.parse(at),
      from: refOf(author, home),
      to: [own],
      text: isTheirs && post ? textOf(post) : null,
      link: act === 'follow' ? (author.url ?? null) : (post?.url ?? null),
      answers: isTheirs && post?.in_reply_to_id ? [keyOf({ id: post.in_reply_to_id })] : [],
    },
    nowMs,
  );
}

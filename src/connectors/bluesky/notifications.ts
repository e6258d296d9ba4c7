/** What others did towards the account: its notifications. Direct messages are not among them. */
import { z } from 'zod';
import type { PlaceCursor, Reach, ReaderBatch, ReaderItem } from '#services/connections/reader.ts';
import type { IdentityRef } from '#services/imports/connector.ts';
import { handleOf, makeSocialItem, type SocialAct } from '../social/social-record.ts';
import { sweepBack } from '../social/sweep-back.ts';
import { linkOf, profileLink } from './post-address.ts';
import { query } from './session.ts';

const page = z.object({ notifications: z.array(z.unknown()), cursor: z.string().nullish() });
const notification = z.object({
  uri: z.string().min(1).max(450),
  reason: z.string(),
  reasonSubject: z.string().optional().catch(undefined),
  indexedAt: z.string(),
  author: z.object({ did: z.string().min(1), handle: z.string(), displayName: z.string().optional().catch(undefined) }),
  record: z
    .object({
      text: z.string().optional().catch(undefined),
      reply: z
        .object({ parent: z.object({ uri: z.string() }), root: z.object({ uri: z.string() }) })
        .optional()
        .catch(undefined),
    })
    .catch({}),
});
type Notification = z.infer<typeof notification>;

const acts: Readonly<Record<string, SocialAct>> = {
  mention: 'mention',
  reply: 'reply',
  quote: 'quote',
  repost: 'repost',
  like: 'like',
  follow: 'follow',
};

export function readNotifications(
  reach: Reach<'bluesky'>,
  { place, cursor }: PlaceCursor,
  own: IdentityRef,
): AsyncIterable<ReaderBatch> {
  return sweepBack<unknown>({
    ...{ place, cursor, signal: reach.signal },
    async ask(next) {
      const answer = await query(reach, {
        method: 'app.bsky.notification.listNotifications',
        params: { limit: '100', ...(next === null ? {} : { cursor: next }) },
        schema: page,
        place,
      });
      return { entries: answer.notifications, next: answer.cursor || null };
    },
    keyOf: (entry) => notification.safeParse(entry).data?.uri ?? JSON.stringify(entry) ?? '',
    atMsOf: (entry) => atMsOf(notification.safeParse(entry).data),
    toItems: async (entries) => entries.flatMap((entry) => toItem(entry, { own, nowMs: reach.nowMs }) ?? []),
  });
}

/** What cannot be read stands where it was found: with the newest. */
function atMsOf(entry: Notification | undefined): number {
  const atMs = Date.parse(entry?.indexedAt ?? '');
  return Number.isNaN(atMs) ? Number.MAX_SAFE_INTEGER : atMs;
}

/** Null: something else that it tells, such as a badge. */
function toItem(entry: unknown, { own, nowMs }: { own: IdentityRef; nowMs: number }): ReaderItem | null {
  const parsed = notification.safeParse(entry);
  if (!parsed.success) {
    const raw = Buffer.from(JSON.stringify(entry) ?? '');
    return { type: 'failed', position: 'notification', problem: 'social-unreadable', raw };
  }
  const { uri, reason, reasonSubject, author, record, indexedAt } = parsed.data;
  const act = acts[reason];
  if (act === undefined) return null;
  const isPost = act === 'mention' || act === 'reply' || act === 'quote';
  const link = isPost ? linkOf(uri) : act === 'follow' ? profileLink(author.did) : linkOf(reasonSubject);
  return makeSocialItem(
    {
      ...{ key: uri, act, link },
      atMs: Date.parse(indexedAt),
      from: handleOf('bluesky', author.did, author.displayName || null, `@${author.handle}`),
      to: [own],
      text: isPost ? (record.text ?? null) : null,
      answers: record.reply ? [...new Set([record.reply.parent.uri, record.reply.root.uri])] : [],
    },
    nowMs,
  );
}

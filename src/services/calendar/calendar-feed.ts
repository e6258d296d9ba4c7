/** The secret link of a user's calendar: 256 random bits, found by its hash, replaced or ended at once. */
import { createHash, randomBytes } from 'node:crypto';
import { deleteFeed, type FeedRow, findFeed, findFeedByHash, markFeedRead, putFeed } from '#store/calendar-feeds.ts';
import { userOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context, UserActor } from '../context.ts';
import { getActorOfUser } from '../user-row.ts';

interface Feed {
  readonly url: string | null;
  readonly createdAt: string | null;
  readonly readAt: string | null;
}

const tokenBytes = 32;
const readNotedMs = 3_600_000;

export async function getCalendarFeed(ctx: Context): Promise<Feed> {
  const userId = userOf(ctx.actor);
  return describeFeed(ctx, await findFeed(ctx.db, userId));
}

export async function renewCalendarFeed(ctx: Context): Promise<Feed> {
  const userId = userOf(ctx.actor);
  const token = randomBytes(tokenBytes).toString('base64url');
  const sealed = ctx.ports.seals.seal(token, sealName(userId));
  await putFeed(ctx.db, { userId, tokenHash: hashOf(token), sealed, createdAt: ctx.now() });
  return getCalendarFeed(ctx);
}

export async function removeCalendarFeed(ctx: Context): Promise<{ done: true }> {
  await deleteFeed(ctx.db, userOf(ctx.actor));
  return { done: true };
}

/** Whose calendar a link opens; one that is unknown, replaced or ended opens nothing. */
export async function findFeedOwner(ctx: Context, token: string): Promise<UserActor> {
  const feed = await findFeedByHash(ctx.db, hashOf(token));
  if (!feed) throw notFound();
  const at = ctx.now();
  if (!feed.readAt || at.getTime() - feed.readAt.getTime() > readNotedMs) {
    await markFeedRead(ctx.db, { userId: feed.userId, at });
  }
  return getActorOfUser(ctx.db, feed.userId);
}

function describeFeed(ctx: Context, row: FeedRow | undefined): Feed {
  const token = row && openToken(ctx, row);
  if (!row || !token) return { url: null, createdAt: null, readAt: null };
  const url = `${ctx.ports.outgoing.publicUrl}/api/calendar/${token}.ics`;
  return { url, createdAt: row.createdAt.toISOString(), readAt: row.readAt?.toISOString() ?? null };
}

/** Sealed under a secret that was replaced it cannot be shown any more; a new link can be made. */
function openToken(ctx: Context, { userId, sealed }: FeedRow): string | null {
  try {
    return ctx.ports.seals.open(sealed, sealName(userId));
  } catch {
    return null;
  }
}

function sealName(userId: string): string {
  return `calendar feed of ${userId}`;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

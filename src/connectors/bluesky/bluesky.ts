/** An account on Bluesky, or on any other network of the AT Protocol: who speaks with it, and whom it speaks with. */

import { z } from 'zod';
import type { Reach, Reader, ReaderBatch } from '#services/connections/reader.ts';
import type { IdentityRef } from '#services/imports/connector.ts';
import { handleOf } from '../social/social-record.ts';
import { readNotifications } from './notifications.ts';
import { readOwnRecords } from './own-records.ts';
import { openSession, query } from './session.ts';

const places = [
  { place: 'notifications', name: 'notifications', role: 'inbox', isWanted: true },
  { place: 'app.bsky.feed.post', name: 'posts', role: 'sent', isWanted: true },
  { place: 'app.bsky.feed.repost', name: 'reposts', role: 'sent', isWanted: true },
] as const;

export const blueskyReader: Reader<'bluesky'> = {
  kind: 'bluesky',
  // What is said there is said in public.
  isPrivate: false,
  everySeconds: 300,
  async look(reach) {
    // A session in memory would say yes to a password that was taken back.
    await query(reach, { method: 'com.atproto.server.getSession', params: {}, schema: z.object({ did: z.string() }) });
    const own = await ownOf(reach);
    return { name: own.label ?? own.value, places, own: [own] };
  },
  read,
};

async function* read(
  reach: Reach<'bluesky'>,
  cursors: Parameters<Reader<'bluesky'>['read']>[1],
): AsyncIterable<ReaderBatch> {
  const own = await ownOf(reach);
  for (const cursor of cursors) {
    if (cursor.place === 'notifications') yield* readNotifications(reach, cursor, own);
    else yield* readOwnRecords(reach, cursor, own);
  }
}

async function ownOf(reach: Reach<'bluesky'>): Promise<IdentityRef> {
  const { did, handle } = await openSession(reach);
  return handleOf('bluesky', did, null, `@${handle}`);
}

/** An account on Mastodon, or on any server with its API: who speaks with it, and whom it speaks with. */
import { z } from 'zod';
import {
  type PlaceCursor,
  type Reach,
  type Reader,
  type ReaderBatch,
  type ReaderItem,
  ReaderProblem,
} from '#services/connections/reader.ts';
import type { IdentityRef } from '#services/imports/connector.ts';
import { ApiRefusal } from '../web-api/ask-json.ts';
import { askMastodon } from './ask-mastodon.ts';
import { notificationTypes, readNotification } from './notifications.ts';
import { readOwnStatus } from './own-statuses.ts';
import { account, type Home, refOf } from './statuses.ts';

const places = [
  { place: 'notifications', name: 'notifications', role: 'inbox', isWanted: true },
  { place: 'statuses', name: 'posts', role: 'sent', isWanted: true },
] as const;
const instance = z.object({ domain: z.string().optional(), uri: z.string().optional() });

export const mastodonReader: Reader<'mastodon'> = {
  kind: 'mastodon',
  isPrivate: false,
  everySeconds: 300,
  async look(reach) {
    const { own } = await whoAmI(reach);
    return { name: own.label ?? own.value, places, own: [own] };
  },
  read,
};

async function* read(reach: Reach<'mastodon'>, cursors: readonly PlaceCursor[]): AsyncIterable<ReaderBatch> {
  const me = await whoAmI(reach);
  const whose = { ...me, nowMs: reach.nowMs };
  for (const cursor of cursors) {
    if (cursor.place === 'notifications') {
      yield* readForward(reach, cursor, {
        path: '/api/v1/notifications',
        params: { 'types[]': notificationTypes, limit: '80' },
        toItem: (entry) => readNotification(entry, whose),
      });
    } else {
      yield* readForward(reach, cursor, {
        path: `/api/v1/accounts/${encodeURIComponent(me.ownId)}/statuses`,
        params: { limit: '40' },
        toItem: (entry) => readOwnStatus(entry, whose),
      });
    }
  }
}

interface Me {
  readonly own: IdentityRef;
  readonly ownId: string;
  readonly home: Home;
}

async function whoAmI(reach: Reach<'mastodon'>): Promise<Me> {
  const me = await askMastodon(reach, { path: '/api/v1/accounts/verify_credentials', schema: account });
  const home = { domain: await askDomain(reach) };
  return { own: refOf(me, home), ownId: me.id, home };
}

/** People live at its domain, which need not be the address that is asked. */
async function askDomain(reach: Reach<'mastodon'>): Promise<string> {
  const host = new URL(reach.settings.server).hostname;
  for (const path of ['/api/v2/instance', '/api/v1/instance']) {
    try {
      const { domain, uri } = await askMastodon(reach, { path, schema: instance });
      return (domain ?? uri ?? host)
        .replace(/^https?:\/\//, '')
        .replace(/\/.*$/, '')
        .toLowerCase();
    } catch (error) {
      // Servers with an older API, or another's, know only the second.
      if (!(error instanceof ApiRefusal && error.status === 404)) throw error;
    }
  }
  return host;
}

interface Forward {
  readonly path: string;
  readonly params: Readonly<Record<string, string | readonly string[]>>;
  toItem(entry: unknown): ReaderItem | null;
}

const listed = z.array(z.unknown());
const withId = z.object({ id: z.string().min(1).max(100) });

async function* readForward(
  reach: Reach<'mastodon'>,
  { place, cursor }: PlaceCursor,
  { path, params, toItem }: Forward,
): AsyncIterable<ReaderBatch> {
  let after = String(cursor?.['after'] ?? '0');
  let done = Number(cursor?.['done'] ?? 0);
  for (;;) {
    reach.signal.throwIfAborted();
    const entries = await askMastodon(reach, { path, params: { ...params, min_id: after }, schema: listed, place });
    const ids = entries.flatMap((entry) => withId.safeParse(entry).data?.id ?? []).sort(byAge);
    const newest = ids.at(-1);
    if (newest === undefined) {
      if (entries.length > 0) throw new ReaderProblem('garbage', { place });
      return;
    }
    // A server that leaves min_id aside would give the same for ever.
    if (byAge(newest, after) <= 0) return;
    after = newest;
    done += entries.length;
    const items = entries.toReversed().flatMap((entry) => toItem(entry) ?? []);
    yield { place, cursor: { after, done }, items, progress: { done, total: null } };
  }
}

/** Ids are numbers, or letters that sort by age; the longer the later. */
function byAge(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}

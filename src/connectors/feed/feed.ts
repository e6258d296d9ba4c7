/** What a relation publishes: RSS, Atom, RDF or JSON Feed. Said to everybody, so no contact with us. */
import { createHash } from 'node:crypto';
import {
  type PlaceCursor,
  type Reach,
  type Reader,
  type ReaderBatch,
  type ReaderItem,
  ReaderProblem,
} from '#services/connections/reader.ts';
import { httpsOf } from '../social/social-record.ts';
import { readRetryAt } from '../web-api/retry-at.ts';
import { decodeFeed } from './decode-feed.ts';
import type { Feed, FeedEntry } from './feed-protocol.ts';
import { parseFeedApart } from './parse-feed.ts';

const place = { place: 'feed', name: 'feed', role: 'inbox', isWanted: true } as const;
/** So many are remembered as read: a feed has fewer. */
const mostKnown = 1_000;

export const feedReader: Reader<'feed'> = {
  kind: 'feed',
  isPrivate: false,
  everySeconds: 1_800,
  async look(reach) {
    const { feed } = await fetchFeed(reach, null);
    return { name: feed?.title ?? new URL(reach.settings.address).hostname, places: [place], own: [] };
  },
  async *read(reach, cursors) {
    for (const cursor of cursors) yield* readFeed(reach, cursor);
  },
};

async function* readFeed(reach: Reach<'feed'>, { place: name, cursor }: PlaceCursor): AsyncIterable<ReaderBatch> {
  const { feed, etag, modified } = await fetchFeed(reach, cursor);
  // As it was.
  if (feed === null) return;
  const known = new Set(String(cursor?.['known'] ?? '').split(' '));
  const hashed = feed.entries.map((entry) => ({ entry, hash: hashOf(entry) }));
  const fresh = hashed.filter(({ hash }) => !known.has(hash)).map(({ entry }) => entry);
  const hashes = hashed.slice(0, mostKnown).map(({ hash }) => hash);
  const isSame = etag === cursor?.['etag'] && modified === cursor?.['modified'];
  if (fresh.length === 0 && isSame) return;
  yield {
    place: name,
    cursor: { etag, modified, known: hashes.join(' ') },
    items: fresh.toReversed().map((entry) => toItem(entry, reach)),
    progress: { done: feed.entries.length, total: feed.entries.length },
  };
}

interface Fetched {
  /** Null: nothing changed since. */
  readonly feed: Feed | null;
  readonly etag: string;
  readonly modified: string;
}

async function fetchFeed(
  { settings, net, signal, nowMs }: Reach<'feed'>,
  cursor: PlaceCursor['cursor'],
): Promise<Fetched> {
  const known = (name: string, header: string) => (cursor?.[name] ? { [header]: String(cursor[name]) } : {});
  const response = await net.fetch(settings.address, {
    signal,
    headers: {
      accept: 'application/feed+json, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5',
      ...known('etag', 'if-none-match'),
      ...known('modified', 'if-modified-since'),
    },
  });
  const { status, headers } = response;
  const marks = { etag: headers.get('etag') ?? '', modified: headers.get('last-modified') ?? '' };
  if (status === 304) return { feed: null, ...marks };
  if (!response.ok) throw new ReaderProblem(problemOf(status), retryOf(headers, nowMs));
  const text = decodeFeed(Buffer.from(await response.arrayBuffer()), headers.get('content-type') ?? '');
  const feed = await parseFeedApart(text, signal);
  if (feed === null) throw new ReaderProblem('garbage');
  return { feed, ...marks };
}

function problemOf(status: number): ReaderProblem['problem'] {
  if (status === 404 || status === 410) return 'place-gone';
  if (status === 401 || status === 403) return 'not-allowed';
  if (status === 429) return 'throttled';
  return status >= 500 ? 'server-trouble' : 'garbage';
}

function retryOf(headers: Headers, nowMs: number): { retryAtMs?: number } {
  const retryAtMs = readRetryAt(headers, nowMs);
  return retryAtMs === null ? {} : { retryAtMs };
}

function toItem(entry: FeedEntry, { settings, nowMs }: Reach<'feed'>): ReaderItem {
  const { name, date, title, html, link } = entry;
  const said = title ?? html?.slice(0, 120) ?? link;
  if (!said)
    return { type: 'failed', position: 'feed', problem: 'feed-entry-empty', raw: Buffer.from(JSON.stringify(entry)) };
  const written = Date.parse(date ?? '');
  // Without a date it is from when it was first seen; one of tomorrow was announced, not published yet.
  const atMs = Number.isNaN(written) || written < 0 ? nowMs : Math.min(written, nowMs);
  const address = link !== null && URL.canParse(link, settings.address) ? new URL(link, settings.address).href : null;
  const summary = html !== null && html !== said ? html : null;
  return { type: 'published', record: { sourceKey: keyOf(name), atMs, title: said, summary, link: httpsOf(address) } };
}

function keyOf(name: string): string {
  return name.length <= 400 ? name : `sha256:${createHash('sha256').update(name).digest('hex')}`;
}

/** Another title or other words are worth telling again. */
function hashOf({ name, title, html, link }: FeedEntry): string {
  return createHash('sha256')
    .update(JSON.stringify([name, title, html, link]))
    .digest('base64url')
    .slice(0, 8);
}

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  asReader,
  type PlaceCursor,
  type Reach,
  type ReaderItem,
  ReaderProblem,
} from '#services/connections/reader.ts';
import { openWebDouble } from '#test/doubles/web-double.ts';
import { testReader } from '../reader-compliance.ts';
import { feedReader } from './feed.ts';

const places: readonly PlaceCursor[] = [{ place: 'feed', role: null, cursor: null }];
const partyId = '019b0000-0000-7000-8000-000000000001';

interface Post {
  readonly guid: string;
  readonly title: string;
  readonly date?: string;
}

async function openFeed() {
  const feed = { posts: [] as Post[], text: null as string | null, type: 'application/rss+xml', notModified: 0 };
  feed.posts.push({ guid: 'g1', title: 'Open dag &amp; koffie', date: 'Fri, 01 May 2026 09:00:00 GMT' });
  feed.posts.push({ guid: 'g2', title: 'Wij zoeken hulp', date: 'Sat, 02 May 2026 09:00:00 +0200' });
  feed.posts.push({ guid: 'g3', title: 'Zonder datum' });
  const gone = { status: 404, body: 'weg' };
  const throttled = { status: 503, headers: { 'retry-after': '120' }, body: '' };
  const double = await openWebDouble({
    answer({ headers }) {
      const etag = `"${feed.posts.length}"`;
      if (headers['if-none-match'] === etag && feed.text === null) {
        feed.notModified += 1;
        return { status: 304, headers: { etag }, body: '' };
      }
      const items = feed.posts.map(
        ({ guid, title, date }) =>
          `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><link>/nieuws/${guid}</link>` +
          `<description>&lt;p&gt;Kom &lt;b&gt;langs&lt;/b&gt;&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</description>` +
          `${date ? `<pubDate>${date}</pubDate>` : ''}</item>`,
      );
      const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Studio Zeven</title>${items.join('')}</channel></rss>`;
      return { headers: { 'content-type': feed.type, etag }, body: feed.text ?? rss };
    },
    revoked: () => gone,
    throttled,
  });
  const reach = (signal: AbortSignal = new AbortController().signal): Reach<'feed'> => ({
    settings: { kind: 'feed', address: `${double.url}/feed.xml`, partyId },
    secret: null,
    ...{
      net: double.net,
      signal,
      ownAddresses: [],
      defaultCountry: 'NL',
      timeZone: 'Europe/Amsterdam',
      nowMs: Date.UTC(2026, 5, 1),
    },
  });
  return { feed, double, reach };
}

testReader('feed', async () => {
  const { feed, double, reach } = await openFeed();
  return {
    reader: asReader(feedReader),
    reach: (signal) => reach(signal) as Reach,
    places,
    keys: ['g1', 'g2', 'g3'],
    async add() {
      feed.posts.push({ guid: 'g4', title: 'Nieuw', date: 'Wed, 01 Apr 2026 09:00:00 GMT' });
      return ['g4'];
    },
    fault: async (kind) => double.setFault(kind),
    faults: {
      cut: ['cut-off', 'unreachable'],
      throttled: ['throttled', 'server-trouble'],
      revoked: ['place-gone'],
      garbage: ['garbage'],
    },
    close: double.close,
  };
});

let opened: Awaited<ReturnType<typeof openFeed>>;
before(async () => {
  opened = await openFeed();
});
after(() => opened.double.close());

async function readFeed(cursor: PlaceCursor['cursor'] = null) {
  const items: ReaderItem[] = [];
  let last = cursor;
  for await (const batch of feedReader.read(opened.reach(), [{ place: 'feed', role: null, cursor }])) {
    items.push(...batch.items);
    last = batch.cursor;
  }
  const records = items.flatMap((item) => (item.type === 'published' ? [item.record] : []));
  return { records, cursor: last };
}

test('a post is who published it, when, and plain words; a link that is not https is left out', async () => {
  const { records } = await readFeed();
  assert.deepEqual(
    records.map(({ sourceKey, title, summary, link }) => [sourceKey, title, summary, link]),
    [
      ['g3', 'Zonder datum', 'Kom langs', null],
      ['g2', 'Wij zoeken hulp', 'Kom langs', null],
      ['g1', 'Open dag & koffie', 'Kom langs', null],
    ],
  );
  assert.equal(records[1]?.atMs, Date.UTC(2026, 4, 2, 7));
  assert.equal(records[0]?.atMs, Date.UTC(2026, 5, 1), 'seen now, where it has no date');
});

test('what did not change is not fetched again; what was rewritten is told again under its own name', async () => {
  const { cursor } = await readFeed();
  assert.deepEqual((await readFeed(cursor)).records, []);
  assert.ok(opened.feed.notModified > 0);
  opened.feed.posts[0] = { guid: 'g1', title: 'Open dag verzet', date: 'Fri, 01 May 2026 09:00:00 GMT' };
  opened.feed.posts.push({ guid: 'g9', title: 'Nog een' });
  assert.deepEqual(
    (await readFeed(cursor)).records.map(({ sourceKey }) => sourceKey),
    ['g9', 'g1'],
  );
});

test('Atom, JSON Feed, another alphabet, and what only looks like a feed', async () => {
  const { feed } = opened;
  feed.text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>x</id><updated>2026-05-01T00:00:00Z</updated>
    <entry><title type="html">&lt;i&gt;Schuin&lt;/i&gt;</title><id>urn:1</id><updated>2026-05-01T00:00:00Z</updated>
    <link rel="edit" href="https://a.example/edit"/><link href="https://a.example/1"/></entry></feed>`;
  assert.deepEqual((await readFeed()).records[0], {
    ...{ sourceKey: 'urn:1', atMs: Date.UTC(2026, 4, 1), title: 'Schuin', summary: null, link: 'https://a.example/1' },
  });
  const item = { id: '1', url: 'javascript:alert(1)', content_text: 'alleen tekst', date_published: '2026-09-01' };
  feed.text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'J', items: [item, {}] });
  const { records } = await readFeed();
  assert.deepEqual(records, [
    { sourceKey: '1', atMs: Date.UTC(2026, 5, 1), title: 'alleen tekst', summary: null, link: null },
  ]);
  const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
  feed.text = `<!DOCTYPE r [<!ENTITY l0 "lol">${entities}]><rss version="2.0"><channel><title>&l9;</title></channel></rss>`;
  assert.ok((await feedReader.look(opened.reach())).name.length < 400);
  feed.text = '<html><head><title>Geen feed</title></head></html>';
  await assert.rejects(readFeed(), (error) => error instanceof ReaderProblem && error.problem === 'garbage');
  feed.text = null;
});

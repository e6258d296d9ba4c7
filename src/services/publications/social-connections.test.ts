import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { blueskyReader } from '#connectors/bluesky/bluesky.ts';
import { discourseReader } from '#connectors/discourse/discourse.ts';
import { feedReader } from '#connectors/feed/feed.ts';
import { openOutgoing } from '#outgoing/open-outgoing.ts';
import { appPassword, openBlueskyDouble, ourDid } from '#test/doubles/bluesky-double.ts';
import { apiKey, openDiscourseDouble } from '#test/doubles/discourse-double.ts';
import { openWebDouble } from '#test/doubles/web-double.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { createConnection } from '../connections/create-connection.ts';
import { getConnection, listConnections } from '../connections/get-connection.ts';
import { hearForum } from '../connections/hear-forum.ts';
import { asReader } from '../connections/reader.ts';
import { runConnection } from '../connections/run-connection.ts';
import { createParty } from '../parties/change-party.ts';
import { getParty } from '../parties/get-party.ts';
import { listParties } from '../parties/list-parties.ts';
import { searchParties } from '../parties/search-parties.ts';
import { listPartyTimeline } from '../parties/timeline.ts';
import { decideTriage } from '../parties/triage.ts';

const still = new AbortController().signal;
const rss = (posts: string) => `<rss version="2.0"><channel><title>Studio Zeven</title>${posts}</channel></rss>`;
const item = (guid: string, title: string) =>
  `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><link>https://zeven.example/${guid}</link><pubDate>Sun, 01 Nov 2026 09:00:00 GMT</pubDate></item>`;

let house: House;
let bluesky: Awaited<ReturnType<typeof openBlueskyDouble>>;
let forum: Awaited<ReturnType<typeof openDiscourseDouble>>;
let site: Awaited<ReturnType<typeof openWebDouble>>;
const feed = { text: rss(item('a', 'Open dag') + item('b', 'Nieuwe tas')) };

before(async () => {
  bluesky = await openBlueskyDouble();
  forum = await openDiscourseDouble();
  site = await openWebDouble({
    answer: () => ({ headers: { 'content-type': 'application/rss+xml' }, body: feed.text }),
    ...{ revoked: () => ({ status: 410, body: '' }), throttled: { status: 429, body: '' } },
  });
  const alsoReachable = [bluesky, forum, site].map(({ url }) => new URL(url).host);
  const outgoing = openOutgoing({ publicUrl: 'http://127.0.0.1:4321', alsoReachable });
  const readers = [asReader(blueskyReader), asReader(discourseReader), asReader(feedReader)];
  house = await testHouse({ readers, outgoing });
});
after(async () => {
  await Promise.all([house.drop(), bluesky.close(), forum.close(), site.close()]);
});

const run = (connectionId: string) => runConnection(house.system, { connectionId }, still);

test('who replies on Bluesky stands in the log with the post, the account and when it was found', async () => {
  const ans = { did: 'did:plc:ans', handle: 'ans.example', name: 'Ans de Wit' };
  const uri = 'at://did:plc:ans/app.bsky.feed.post/3p1';
  const at = new Date(testNow.getTime() - 3_600_000).toISOString();
  const reply = {
    parent: { uri: `at://${ourDid}/app.bsky.feed.post/3aaa` },
    root: { uri: `at://${ourDid}/app.bsky.feed.post/3aaa` },
  };
  bluesky.notify({ ...ans, uri, reason: 'reply', record: { text: 'Lekkere koffie!', reply }, at });
  const settings = { kind: 'bluesky', server: bluesky.url, handle: 'overkant.example' } as const;
  const made = await createConnection(house.sanne, { settings, secret: { password: appPassword }, isShared: false });
  await run(made.id);
  assert.equal((await getConnection(house.sanne, { connectionId: made.id })).problem, null);
  const [found] = (await searchParties(house.bram, { q: 'ans de wit' })).items;
  assert.ok(found);
  const { items } = await listPartyTimeline(house.bram, { partyId: found.id });
  const moment = items.find(({ noun }) => noun === 'interaction');
  assert.ok(moment?.noun === 'interaction');
  assert.deepEqual(
    [moment.kind, moment.channel, moment.snippet, moment.textWithheld],
    ['comment', 'social', 'Lekkere koffie!', false],
  );
  assert.equal(moment.ours.name, 'Sanne de Vries', 'the account is hers');
  assert.equal(moment.found?.link, 'https://bsky.app/profile/did:plc:ans/post/3p1');
  assert.match(moment.found?.through ?? '', /^@overkant\.example/);
  await run(made.id);
  assert.equal((await listPartyTimeline(house.bram, { partyId: found.id })).items.length, items.length);
});

test('who only likes or follows fills no list; who says something stands in it', async () => {
  const who = { did: 'did:plc:vluchtig', handle: 'vluchtig.example', name: 'Vluchtige Vos' };
  const at = (minutes: number) => new Date(testNow.getTime() - minutes * 60_000).toISOString();
  const own = `at://${ourDid}/app.bsky.feed.post/3aaa`;
  const [connection] = (await listConnections(house.sanne)).items;
  const listed = async () =>
    (await listParties(house.sanne, { limit: 100 })).items.filter(({ name }) => name === who.name);
  bluesky.notify({
    ...who,
    uri: 'at://did:plc:vluchtig/app.bsky.feed.like/1',
    reason: 'like',
    subject: own,
    at: at(50),
  });
  bluesky.notify({ ...who, uri: 'at://did:plc:vluchtig/app.bsky.graph.follow/1', reason: 'follow', at: at(49) });
  await run(connection?.id ?? '');
  assert.equal((await searchParties(house.sanne, { q: 'vluchtige vos' })).items.length, 1, 'search finds them');
  assert.deepEqual(await listed(), []);
  const record = { text: 'Hoi @overkant' };
  bluesky.notify({ ...who, uri: 'at://did:plc:vluchtig/app.bsky.feed.post/1', reason: 'mention', record, at: at(48) });
  await run(connection?.id ?? '');
  assert.equal((await listed()).length, 1);
});

test('a feed gives facts of whose feed it is, once, rewritten where they rewrite it; no contact', async () => {
  const { id: partyId } = await createParty(house.sanne, { kind: 'organisation', name: 'Studio Zeven' });
  const settings = { kind: 'feed', address: `${site.url}/feed`, partyId } as const;
  const made = await createConnection(house.sanne, { settings, secret: null, isShared: true });
  await run(made.id);
  feed.text = rss(item('a', 'Open dag verzet') + item('b', 'Nieuwe tas'));
  await run(made.id);
  const published = async () => {
    const { items } = await listPartyTimeline(house.bram, { partyId, kinds: ['publication'] });
    return items.flatMap((entry) =>
      entry.noun === 'publication' ? [`${entry.title} ${entry.link} ${entry.through}`] : [],
    );
  };
  assert.deepEqual((await published()).sort(), [
    'Nieuwe tas https://zeven.example/b Studio Zeven',
    'Open dag verzet https://zeven.example/a Studio Zeven',
  ]);
  const { items } = await listPartyTimeline(house.bram, { partyId });
  assert.deepEqual([...new Set(items.map(({ noun }) => noun))].sort(), ['change', 'publication']);
});

test('a feed of somebody one may not see is nobody’s', async () => {
  const hidden = await createParty(house.sanne, { kind: 'person', name: 'Zus' });
  await decideTriage(house.sanne, { decisions: [{ partyId: hidden.id, role: 'private' }] });
  const settings = { kind: 'feed', address: `${site.url}/feed`, partyId: hidden.id } as const;
  await assert.rejects(createConnection(house.bram, { settings, secret: null, isShared: false }), {
    code: 'not-found',
  });
  await createConnection(house.sanne, { settings, secret: null, isShared: false });
  assert.equal((await getParty(house.sanne, { partyId: hidden.id })).name, 'Zus');
});

test('what a forum says is heard when it signs with its key, and read at once', async () => {
  const settings = { kind: 'discourse', server: forum.url, userName: 'mila' } as const;
  const made = await createConnection(house.sanne, { settings, secret: { password: apiKey }, isShared: false });
  house.jobs.length = 0;
  const body = Buffer.from('{"ping":"OK"}');
  const sign = (key: string) => `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;
  const told = (signature: string) => hearForum(house.system, { connectionId: made.id, body, signature });
  for (const signature of ['', 'sha256=', sign('nee'), sign(apiKey).slice(0, -1)]) {
    await assert.rejects(told(signature), { code: 'not-found' });
  }
  assert.deepEqual(house.jobs, []);
  await told(sign(apiKey));
  assert.deepEqual(house.jobs, [{ name: 'run-connection', data: { connectionId: made.id } }]);
  const by = { acting_username: 'ans', acting_name: 'Ans', username: 'ans', name: 'Ans' };
  const post = { topic_id: 40, slug: 'maling', post_number: 2, post_id: 9, archetype: 'regular', excerpt: 'Dank!' };
  forum.actions.push({
    ...by,
    ...post,
    action_type: 6,
    created_at: new Date(testNow.getTime() - 60_000).toISOString(),
  });
  await run(made.id);
  assert.equal((await getConnection(house.sanne, { connectionId: made.id })).readCount, 1);
});

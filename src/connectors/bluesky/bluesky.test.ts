import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  asReader,
  type PlaceCursor,
  type Reach,
  type ReaderItem,
  ReaderProblem,
} from '#services/connections/reader.ts';
import { appPassword, openBlueskyDouble, ourDid } from '#test/doubles/bluesky-double.ts';
import { testReader } from '../reader-compliance.ts';
import { blueskyReader } from './bluesky.ts';

const ans = { did: 'did:plc:ans', handle: 'ans.example', name: 'Ans de Wit' };
const yara = { did: 'did:plc:yara', handle: 'yara.example', name: 'Yara' };
const ourPost = `at://${ourDid}/app.bsky.feed.post/3aaa`;
const like = (key: string) => `at://${ans.did}/app.bsky.feed.like/${key}`;
const post = (who: { did: string }, key: string) => `at://${who.did}/app.bsky.feed.post/${key}`;
const places: readonly PlaceCursor[] = ['notifications', 'app.bsky.feed.post', 'app.bsky.feed.repost'].map((place) => {
  return { place, role: null, cursor: null };
});

async function openFilled() {
  const double = await openBlueskyDouble();
  const at = (minute: number) => `2026-05-01T09:${String(minute).padStart(2, '0')}:00.000Z`;
  double.notify({
    ...yara,
    uri: post(yara, '3m1'),
    reason: 'mention',
    record: { text: 'Kijk eens bij @overkant' },
    at: at(1),
  });
  double.notify({ ...ans, uri: like('3l1'), reason: 'like', subject: ourPost, at: at(2) });
  double.notify({ ...ans, uri: `at://${ans.did}/app.bsky.graph.follow/3f1`, reason: 'follow', at: at(3) });
  double.notify({
    ...ans,
    uri: `at://${ans.did}/app.bsky.feed.repost/3r1`,
    reason: 'repost',
    subject: ourPost,
    at: at(4),
  });
  const reply = { parent: { uri: ourPost, cid: 'b' }, root: { uri: ourPost, cid: 'b' } };
  double.notify({
    ...ans,
    uri: post(ans, '3p1'),
    reason: 'reply',
    record: { text: 'Heerlijk!', reply },
    subject: ourPost,
    at: at(5),
  });
  double.notify({
    ...yara,
    uri: post(yara, '3q1'),
    reason: 'quote',
    record: { text: 'Dit dus' },
    subject: ourPost,
    at: at(6),
  });
  // A badge is no contact.
  double.notify({ ...yara, uri: 'at://did:plc:labels/app.bsky.graph.verification/3v1', reason: 'verified', at: at(7) });
  double.profile(ans.did, { handle: ans.handle, displayName: ans.name });
  const posts = 'app.bsky.feed.post';
  const createdAt = '2026-05-01T10:00:00.000Z';
  double.put(posts, '3aaa', { $type: posts, text: 'Nieuwe melange', createdAt });
  double.put(posts, '3aab', {
    $type: posts,
    text: 'Dank je!',
    createdAt,
    reply: { parent: { uri: post(ans, '3p1') }, root: { uri: ourPost } },
  });
  double.put(posts, '3aac', {
    $type: posts,
    text: 'Met mezelf',
    createdAt,
    reply: { parent: { uri: ourPost }, root: { uri: ourPost } },
  });
  const facets = [
    { index: { byteStart: 0, byteEnd: 5 }, features: [{ $type: 'app.bsky.richtext.facet#mention', did: yara.did }] },
  ];
  double.put(posts, '3aad', { $type: posts, text: '@yara kijk', createdAt, facets });
  double.put('app.bsky.feed.repost', '3aba', { subject: { uri: post(yara, '3m1') }, createdAt });
  const reach = (signal: AbortSignal = new AbortController().signal, password = appPassword): Reach<'bluesky'> => ({
    settings: { kind: 'bluesky', server: double.url, handle: '@overkant.example' },
    secret: { type: 'password', password },
    ...{
      net: double.net,
      signal,
      ownAddresses: [],
      defaultCountry: 'NL',
      timeZone: 'Europe/Amsterdam',
      nowMs: Date.UTC(2026, 5, 1),
    },
  });
  return { double, reach };
}

testReader('bluesky', async () => {
  const { double, reach } = await openFilled();
  return {
    reader: asReader(blueskyReader),
    reach: (signal) => reach(signal) as Reach,
    places,
    keys: [
      ...[post(yara, '3m1'), like('3l1'), `at://${ans.did}/app.bsky.graph.follow/3f1`],
      ...[`at://${ans.did}/app.bsky.feed.repost/3r1`, post(ans, '3p1'), post(yara, '3q1')],
      ...['3aab', '3aad'].map((key) => `at://${ourDid}/app.bsky.feed.post/${key}`),
      `at://${ourDid}/app.bsky.feed.repost/3aba`,
    ],
    async add() {
      // One that is new, and one that came in late: older than the newest that was read.
      double.notify({ ...ans, uri: like('3l2'), reason: 'like', subject: ourPost, at: '2026-05-02T09:00:00.000Z' });
      double.notify({ ...yara, uri: like('3l0'), reason: 'like', subject: ourPost, at: '2026-05-01T09:05:30.000Z' });
      const subject = { uri: post(ans, '3p1') };
      const uri = double.put('app.bsky.feed.repost', '3abb', { subject, createdAt: '2026-05-02T10:00:00.000Z' });
      return [like('3l2'), like('3l0'), uri];
    },
    async fault(kind) {
      double.setFault(kind, kind === 'revoked' ? 0 : 2);
    },
    faults: {
      cut: ['cut-off', 'unreachable'],
      throttled: ['throttled'],
      revoked: ['wrong-password', 'revoked'],
      garbage: ['garbage'],
    },
    close: double.close,
  };
});

let filled: Awaited<ReturnType<typeof openFilled>>;
before(async () => {
  filled = await openFilled();
});
after(() => filled.double.close());

async function readItems(): Promise<Map<string, Extract<ReaderItem, { type: 'interaction' }>['record']>> {
  const items = new Map();
  for await (const batch of blueskyReader.read(filled.reach(), places)) {
    for (const item of batch.items) if (item.type === 'interaction') items.set(item.record.sourceKey, item.record);
  }
  return items;
}

test('who did what to whom, in the log’s own kinds, with where it can be read', async () => {
  const items = await readItems();
  const own = `bluesky:${ourDid}`;
  const seen = [...items.values()].map(({ from, kind, to, snippet, link }) => [
    ...[from.value, kind, to.map(({ value }) => value).join(' '), snippet, link],
  ]);
  const web = 'https://bsky.app/profile';
  assert.deepEqual(seen.sort(), [
    ['bluesky:did:plc:ans', 'comment', own, 'Heerlijk!', `${web}/did:plc:ans/post/3p1`],
    ['bluesky:did:plc:ans', 'follow', own, null, `${web}/did:plc:ans`],
    ['bluesky:did:plc:ans', 'like', own, null, `${web}/${ourDid}/post/3aaa`],
    ['bluesky:did:plc:ans', 'share', own, null, `${web}/${ourDid}/post/3aaa`],
    [own, 'comment', 'bluesky:did:plc:ans', 'Dank je!', `${web}/${ourDid}/post/3aab`],
    [own, 'post', 'bluesky:did:plc:yara', '@yara kijk', `${web}/${ourDid}/post/3aad`],
    [own, 'share', 'bluesky:did:plc:yara', null, `${web}/did:plc:yara/post/3m1`],
    ['bluesky:did:plc:yara', 'post', own, 'Kijk eens bij @overkant', `${web}/did:plc:yara/post/3m1`],
    ['bluesky:did:plc:yara', 'share', own, 'Dit dus', `${web}/did:plc:yara/post/3q1`],
  ]);
  const answer = items.get(`at://${ourDid}/app.bsky.feed.post/3aab`);
  assert.deepEqual(answer?.answers, [post(ans, '3p1'), ourPost]);
  assert.deepEqual(answer?.to, [
    { kind: 'handle', value: 'bluesky:did:plc:ans', displayName: 'Ans de Wit', label: '@ans.example' },
  ]);
  assert.deepEqual(items.get(post(yara, '3q1'))?.benefits, [{ giver: 'from', kind: 'referral', weight: 0.25 }]);
});

test('a session is kept and renewed: signing in again and again would lock the account out', async () => {
  const { state } = filled.double;
  const before = { ...state };
  await readItems();
  filled.double.endSessions();
  assert.equal((await readItems()).size, 9);
  assert.deepEqual([state.signIns - before.signIns, state.renewals - before.renewals], [0, 1]);
});

test('a wrong password, and until when to wait', async () => {
  const wrong = filled.reach(undefined, 'nee');
  await assert.rejects(
    blueskyReader.look(wrong),
    (error) => error instanceof ReaderProblem && error.problem === 'wrong-password',
  );
  filled.double.setFault('throttled');
  await assert.rejects(
    readItems(),
    (error) => error instanceof ReaderProblem && error.retryAtMs === Date.UTC(2026, 5, 1, 0, 10),
  );
  filled.double.setFault(null);
});

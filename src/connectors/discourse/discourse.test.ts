import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asReader, type PlaceCursor, type Reach, ReaderProblem } from '#services/connections/reader.ts';
import { apiKey, openDiscourseDouble } from '#test/doubles/discourse-double.ts';
import { testReader } from '../reader-compliance.ts';
import { discourseReader } from './discourse.ts';

const places: readonly PlaceCursor[] = [{ place: 'actions', role: null, cursor: null }];
const ans = { acting_username: 'ans', acting_name: 'Ans de Wit' };
const mila = { acting_username: 'Mila', acting_name: 'Mila' };
const byMila = { username: 'Mila', name: 'Mila' };
const byAns = { username: 'ans', name: 'Ans de Wit' };

function act(minute: number, postId: number, more: object): Record<string, unknown> {
  return {
    created_at: `2026-05-01T09:${String(minute).padStart(2, '0')}:00.000Z`,
    excerpt: 'Zet hem <a href="https://x.example">iets</a> fijner &hellip;',
    ...{ archetype: 'regular', slug: 'maling', topic_id: 40, post_number: postId - 100, post_id: postId },
    ...{ reply_to_post_number: null, hidden: null, deleted: false },
    ...more,
  };
}

async function openFilled() {
  const double = await openDiscourseDouble();
  double.topics.set(40, { id: 40, details: { created_by: { username: 'Yara', name: '' } } });
  double.posts.set(106, { id: 106, reply_to_user: { username: 'ans', name: 'Ans de Wit' } });
  double.actions.push(
    act(1, 101, { action_type: 6, ...ans, ...byAns }),
    act(2, 102, { action_type: 2, ...ans, ...byMila }),
    act(3, 103, { action_type: 7, ...ans, ...byAns }),
    act(4, 104, { action_type: 1, ...mila, ...byAns }),
    // In her own topic's thread: to who began it.
    act(5, 105, { action_type: 5, ...mila, ...byMila }),
    act(6, 106, { action_type: 5, ...mila, ...byMila, reply_to_post_number: 3 }),
    act(7, 107, { action_type: 6, ...ans, ...byAns, archetype: 'private_message', excerpt: 'geheim' }),
    act(8, 108, { action_type: 9, ...ans, ...byAns }),
  );
  const reach = (
    signal: AbortSignal = new AbortController().signal,
    key = apiKey,
    userName = 'mila',
  ): Reach<'discourse'> => ({
    settings: { kind: 'discourse', server: double.url, userName },
    secret: { type: 'password', password: key },
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

testReader('discourse', async () => {
  const { double, reach } = await openFilled();
  return {
    reader: asReader(discourseReader),
    reach: (signal) => reach(signal) as Reach,
    places,
    keys: ['post:101', 'like:102:ans', 'post:103', 'like:104:mila', 'post:105', 'post:106', 'post:108'],
    async add() {
      double.actions.push(act(20, 120, { action_type: 2, ...ans, ...byMila }));
      // Late: older than the newest that was read.
      double.actions.push(act(7, 119, { action_type: 2, ...ans, ...byMila }));
      return ['like:120:ans', 'like:119:ans'];
    },
    fault: async (kind) => double.setFault(kind, kind === 'revoked' ? 0 : 2),
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

test('replies, mentions, quotes and likes both ways, with their place on the forum; private messages are not read', async () => {
  const seen: unknown[] = [];
  for await (const { items } of discourseReader.read(filled.reach(), places)) {
    for (const item of items) {
      assert.ok(item.type === 'interaction');
      const { sourceKey, from, to, kind, snippet } = item.record;
      seen.push([sourceKey, from.value, kind, to.map(({ value }) => value).join(' '), snippet]);
    }
  }
  const [own, a] = ['discourse:mila@127.0.0.1', 'discourse:ans@127.0.0.1'];
  const text = 'Zet hem iets fijner …';
  assert.deepEqual(seen.sort(), [
    ['like:102:ans', a, 'like', own, null],
    ['like:104:mila', own, 'like', a, null],
    ['post:101', a, 'comment', own, text],
    ['post:103', a, 'post', own, text],
    ['post:105', own, 'comment', 'discourse:yara@127.0.0.1', text],
    ['post:106', own, 'comment', a, text],
    ['post:108', a, 'share', own, text],
  ]);
});

test('a key that is unknown, one that is somebody else’s, and until when to wait', async () => {
  const called = (problem: string) => (error: unknown) => error instanceof ReaderProblem && error.problem === problem;
  await assert.rejects(discourseReader.look(filled.reach(undefined, 'nee')), called('wrong-password'));
  await assert.rejects(discourseReader.look(filled.reach(undefined, apiKey, 'bram')), called('not-allowed'));
  filled.double.setFault('throttled');
  const waiting = (error: unknown) =>
    error instanceof ReaderProblem && error.retryAtMs === Date.UTC(2026, 5, 1) + 30_000;
  await assert.rejects(discourseReader.look(filled.reach()), waiting);
  filled.double.setFault(null);
});

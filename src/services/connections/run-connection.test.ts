/** Reading a connection on a real database; the source is one that does as the test says. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import type { ConnectionSettings } from '#contract/connection-kinds.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import type { AppError } from '../app-error.ts';
import { undoChange } from '../changes/undo-change.ts';
import type { InteractionRecord } from '../imports/connector.ts';
import { listNotifications } from '../notifications/list-notifications.ts';
import { readConnectionNow, removeConnection, resyncConnection, updateConnectionFields } from './change-connection.ts';
import { createConnection } from './create-connection.ts';
import { getConnection, getFailureRaw, listConnectionFailures, listConnections } from './get-connection.ts';
import { lookAtConnection } from './look-connection.ts';
import { pollConnections } from './poll-connections.ts';
import { asReader, type Reader, type ReaderBatch, ReaderProblem } from './reader.ts';
import { runConnection } from './run-connection.ts';

const settings: ConnectionSettings = {
  kind: 'discourse',
  server: 'https://forum.example',
  userName: 'sanne',
};
const secret = { password: 'koffie' };
const minuteMs = 60_000;

/** What the source has, and how it behaves. */
const source = {
  posts: [] as InteractionRecord[],
  trouble: null as Error | null,
  password: 'koffie',
  perBatch: 2,
  places: ['posts'],
};
let between: () => Promise<void> = async () => undefined;

function post(key: string, daysAgo: number): InteractionRecord {
  return {
    sourceKey: key,
    atMs: testNow.getTime() - daysAgo * 86_400_000,
    channel: 'social',
    kind: 'message',
    from: { kind: 'handle', value: 'forum:yara', displayName: 'Yara' },
    to: [{ kind: 'handle', value: 'forum:sanne', displayName: 'Sanne' }],
    ...{ subject: null, snippet: 'Dag', answers: [], mailClass: 'person', asked: null, valence: null },
    ...{ benefits: [], order: null },
  };
}

const reader: Reader<'discourse'> = {
  kind: 'discourse',
  isPrivate: false,
  everySeconds: 300,
  async look(reach) {
    if (source.trouble) throw source.trouble;
    if (reach.secret?.type !== 'password' || reach.secret.password !== source.password) {
      throw new ReaderProblem('wrong-password', { detail: 'no such key' });
    }
    const own = [{ kind: 'handle' as const, value: 'forum:sanne', displayName: 'Sanne' }];
    return {
      name: 'sanne@forum.example',
      own,
      places: source.places.map((place) => ({ place, name: place, role: null, isWanted: true })),
    };
  },
  async *read(reach, places) {
    await reader.look(reach);
    for (const { place, cursor } of places) {
      let done = Number(cursor?.done ?? 0);
      while (done < source.posts.length) {
        const some = source.posts.slice(done, done + source.perBatch);
        done += some.length;
        const items = some.map((record) => ({ type: 'interaction' as const, record }));
        const batch: ReaderBatch = { place, cursor: { done }, items, progress: { done, total: source.posts.length } };
        yield batch;
        await between();
        if (source.trouble) throw source.trouble;
      }
    }
  },
};

let house: House;
let connectionId = '';
const still = new AbortController().signal;
const run = () => runConnection(house.system, { connectionId }, still);
const state = async () => getConnection(house.sanne, { connectionId });
const countPosts = async () => {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from interactions where channel = 'social'`.execute(house.db);
  return rows[0]?.n;
};

before(async () => {
  house = await testHouse({ readers: [asReader(reader)] });
  source.posts = [post('a', 9), post('b', 8), post('c', 4), post('d', 3)];
});
after(() => house.drop());
beforeEach(() => {
  source.trouble = null;
  between = async () => undefined;
});

test('what cannot be read is not connected, and the trouble stands at its field', async () => {
  const looked = await lookAtConnection(house.sanne, { settings, secret: { password: 'thee' } });
  assert.deepEqual([looked.problem, looked.problemDetail], ['wrong-password', 'no such key']);
  const input = { settings, secret: { password: 'thee' }, isShared: false };
  await assert.rejects(createConnection(house.sanne, input), (error: AppError) => {
    assert.deepEqual(
      error.problems.map(({ path, code }) => [path, code]),
      [['body.secret', 'wrong-password']],
    );
    return true;
  });
  assert.deepEqual((await listConnections(house.sanne)).items, []);
});

test('once connected it is read, says what it read, and is nobody else’s', async () => {
  const made = await createConnection(house.sanne, { settings, secret, isShared: false });
  connectionId = made.id;
  assert.deepEqual([made.state, made.name, made.isYours, made.mayChange], ['new', 'sanne@forum.example', true, true]);
  assert.ok(!JSON.stringify(made).includes('koffie'));
  assert.deepEqual(
    house.jobs.splice(0).flatMap(({ name, data }) => (name === 'run-connection' ? [data.connectionId] : [])),
    [connectionId],
  );
  await run();
  const now = await state();
  assert.deepEqual([now.state, now.readCount, now.problem, await countPosts()], ['fine', 4, null, 4]);
  assert.equal(now.nextRunAt, new Date(testNow.getTime() + 300_000).toISOString());
  assert.equal(now.heardAt, new Date(testNow.getTime() - 3 * 86_400_000).toISOString());
  assert.deepEqual((await listConnections(house.bram)).items, []);
  await assert.rejects(getConnection(house.bram, { connectionId }), (error: AppError) => error.code === 'not-found');
});

test('read again only what is new comes in; from the beginning nothing is doubled', async () => {
  source.posts.push(post('e', 1));
  await run();
  assert.deepEqual([(await state()).readCount, await countPosts()], [5, 5]);
  await resyncConnection(house.sanne, { connectionId });
  await run();
  assert.deepEqual([(await state()).readCount, await countPosts()], [10, 5]);
});

test('cut off half-way, what came in stays and the next reading goes on behind it', async () => {
  source.posts.push(post('f', 0.5), post('g', 0.4), post('h', 0.3));
  const cut = Object.assign(new Error('read'), { code: 'ECONNRESET' });
  between = async () => {
    source.trouble = cut;
  };
  await run();
  const broken = await state();
  assert.deepEqual([broken.state, broken.problem, await countPosts()], ['trouble', 'cut-off', 7]);
  assert.equal(broken.nextRunAt, new Date(testNow.getTime() + minuteMs).toISOString());
  source.trouble = null;
  between = async () => undefined;
  await run();
  assert.deepEqual([(await state()).state, await countPosts()], ['fine', 8]);
});

test('a worker that was frozen finds its lease gone: what it still holds is not stored', async () => {
  source.posts.push(post('i', 0.2), post('j', 0.1), post('k', 0.05));
  between = async () => {
    between = async () => undefined;
    await resyncConnection(house.sanne, { connectionId });
    await run();
  };
  await run();
  assert.equal(await countPosts(), 11);
  assert.equal((await state()).state, 'fine');
});

test('who asks while it is being read is heard when that is done', async () => {
  source.posts.push(post('l', 0.04));
  between = async () => {
    between = async () => undefined;
    await run();
    await readConnectionNow(house.sanne, { connectionId });
  };
  house.jobs.length = 0;
  await run();
  assert.ok(house.jobs.filter(({ name }) => name === 'run-connection').length >= 2);
});

test('a password that was right once and is not any more waits for a person, who is told and mends it', async () => {
  source.password = 'nieuw';
  await run();
  const broken = await state();
  assert.deepEqual([broken.state, broken.problem, broken.nextRunAt], ['trouble', 'revoked', null]);
  const told = (await listNotifications(house.sanne, {})).items.map(({ kind, about }) => `${kind} ${about}`);
  assert.deepEqual(told, ['connection-trouble sanne@forum.example']);
  const wrong = updateConnectionFields(house.sanne, { connectionId, secret: { password: 'mis' } });
  await assert.rejects(wrong, (error: AppError) => error.problems[0]?.path === 'body.secret');
  await updateConnectionFields(house.sanne, { connectionId, secret: { password: 'nieuw' } });
  await run();
  assert.equal((await state()).state, 'fine');
  assert.deepEqual((await listNotifications(house.sanne, {})).items, [], 'mended trouble is no news');
});

test('passing trouble is tried again ever later, and told when it lasts', async () => {
  const began = testNow.getTime() + 5 * minuteMs;
  house.setNow(new Date(began));
  source.trouble = new ReaderProblem('server-trouble', { detail: 'NO [SERVERBUG]' });
  const waits: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    await run();
    waits.push((Date.parse((await state()).nextRunAt ?? '') - began) / minuteMs);
  }
  assert.deepEqual(waits, [1, 2, 4, 8, 16]);
  assert.equal((await listNotifications(house.sanne, {})).items.length, 1);
  source.trouble = new ReaderProblem('throttled', { retryAtMs: began + 7 * minuteMs });
  await run();
  assert.equal((await state()).nextRunAt, new Date(began + 7 * minuteMs).toISOString());
});

test('what lies ahead of time is kept apart with its reason', async () => {
  source.posts.push(post('later', -2));
  source.trouble = null;
  await run();
  const { items } = await listConnectionFailures(house.sanne, { connectionId });
  assert.deepEqual(
    items.map(({ position, problem }) => [position, problem]),
    [['later', 'future-date']],
  );
  const raw = getFailureRaw(house.sanne, { connectionId, place: 'posts', position: 'later' });
  await assert.rejects(raw, (error: AppError) => error.code === 'not-found');
});

test('heard as it happens while it works; not any more when it was out of order for an hour, paused or taken away', async () => {
  const isLive = async () => {
    const { rows } = await sql<{ live: boolean; until: Date }>`
      select is_live as live, covered_until as until from sources where kind = 'discourse'`.execute(house.db);
    return rows[0];
  };
  assert.equal((await isLive())?.live, true);
  const later = new Date(testNow.getTime() + 2 * 3_600_000);
  house.setNow(later);
  source.trouble = new ReaderProblem('unreachable');
  await run();
  assert.deepEqual(await isLive(), { live: false, until: new Date(testNow.getTime() + 5 * minuteMs) });
  source.trouble = null;
  await run();
  assert.deepEqual(await isLive(), { live: true, until: later });
  await updateConnectionFields(house.sanne, { connectionId, isPaused: true });
  assert.deepEqual([(await isLive())?.live, (await state()).state], [false, 'paused']);
  await run();
  assert.equal((await state()).state, 'paused', 'what is paused is not read');
  await undoChange(house.sanne, {});
  assert.notEqual((await state()).state, 'paused');
  await removeConnection(house.sanne, { connectionId });
  assert.deepEqual((await listConnections(house.sanne)).items, []);
  await undoChange(house.sanne, {});
  await run();
  assert.equal((await state()).state, 'fine');
});

test('what was made at the source since is read too, once it was looked for', async () => {
  const places = async () => (await state()).places.map(({ place }) => place);
  source.places = ['posts', 'replies'];
  await run();
  assert.deepEqual(await places(), ['posts']);
  house.setNow(new Date(testNow.getTime() + 4 * 3_600_000));
  await run();
  assert.deepEqual((await places()).sort(), ['posts', 'replies']);
  source.places = ['posts'];
});

test('the clock finds what is due, also when its worker died', async () => {
  house.jobs.length = 0;
  await pollConnections(house.system);
  assert.equal(house.jobs.length, 0);
  await sql`update connections set next_run_at = ${testNow}, lease = gen_random_uuid(),
    leased_until = ${testNow}`.execute(house.db);
  await pollConnections(house.system);
  assert.deepEqual(
    house.jobs.map(({ name }) => name),
    ['run-connection'],
  );
});

test('only who governs the firm connects something for everybody', async () => {
  await assert.rejects(createConnection(house.bram, { settings, secret: { password: 'nieuw' }, isShared: true }), {
    code: 'not-allowed',
  });
});

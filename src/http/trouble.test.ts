/** When the database is away, slow, or cuts us off: say so, stay up, and come back by yourself. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { type Db, openDatabase } from '#store/database.ts';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';
import { createActors } from './actors.ts';
import { createAuth } from './auth.ts';
import { buildServer } from './server.ts';

let app: TestApp;
let sanne: TestUser;
before(async () => {
  app = await testApp();
  sanne = await app.addUser('Sanne');
});
after(() => app.close());

/** The same house on a database that is somewhere else. */
async function doorOn(db: Db) {
  const now = () => new Date();
  const auth = createAuth({ ...app.authOptions, db });
  const actors = createActors({ auth, db, now });
  return buildServer({
    settings: app.settings,
    db,
    databaseUrl: app.databaseUrl,
    auth,
    actors,
    contextFor: (actor) => ({ ...app.context, db, actor }),
  });
}

test('a database that is away is 503 with a time to come back, and the process stays alive', async () => {
  const db = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing' });
  const door = await doorOn(db);
  try {
    const headers = { cookie: sanne.cookie };
    const signIn = { email: sanne.email, password: 'koffie met melk' };
    for (const answer of [
      await door.inject({ url: '/api/me', headers }),
      await door.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: signIn }),
      await door.inject({ url: '/api/setup' }),
    ]) {
      assert.deepEqual([answer.statusCode, answer.json().code], [503, 'unavailable'], answer.body);
      assert.ok(Number(answer.headers['retry-after']) > 0);
    }
    assert.equal((await door.inject('/health/live')).statusCode, 200);
    assert.equal((await door.inject('/health/ready')).statusCode, 503);
  } finally {
    await door.close();
    await db.destroy();
  }
});

test('a database that accepts and then says nothing is told as such within the time a request has', async () => {
  const sockets = new Set<Socket>();
  const silent = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as { port: number };
  const db = openDatabase({ url: `postgres://nobody@127.0.0.1:${port}/nothing` });
  const door = await doorOn(db);
  try {
    const startedMs = performance.now();
    const [ready, asked] = await Promise.all([door.inject('/health/ready'), door.inject('/api/setup')]);
    assert.deepEqual([ready.statusCode, asked.statusCode], [503, 503]);
    assert.ok(performance.now() - startedMs < 8_000);
  } finally {
    for (const socket of sockets) socket.destroy();
    silent.close();
    await door.close();
    await db.destroy();
  }
});

test('connections that PostgreSQL cuts are replaced: at most the requests under way notice', async () => {
  const ask = async () => (await app.call({ url: '/api/parties', cookie: sanne.cookie })).statusCode;
  assert.equal(await ask(), 200);
  await app.admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  const during = await Promise.all([ask(), ask(), ask()]);
  assert.ok(
    during.every((status) => status === 200 || status === 503),
    String(during),
  );
  assert.equal(await ask(), 200);
});

test('a statement that waits too long for another is 503, not a hang', { timeout: 20_000 }, async () => {
  const { id } = await sanne.client.parties.create({ body: { kind: 'person', name: 'Tess' } });
  const holder = await app.admin.connect();
  try {
    await holder.query('begin');
    await holder.query('select from parties where id = $1 for update', [id]);
    const answer = await app.call({
      method: 'PATCH',
      url: `/api/parties/${id}`,
      payload: { note: 'wacht' },
      cookie: sanne.cookie,
    });
    assert.deepEqual([answer.statusCode, answer.json().code], [503, 'unavailable']);
  } finally {
    await holder.query('rollback');
    holder.release();
  }
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';
import { createActors } from './actors.ts';

let app: TestApp;
let joris: TestUser;
before(async () => {
  app = await testApp();
  joris = await app.addUser('Joris', 'owner');
});
after(() => app.close());

const statusOf = async (cookie: string) => (await app.call({ url: '/api/me', cookie })).statusCode;

test('who was let go is outside at once, with every session and key, and may be let in again', async () => {
  const lotte = await app.addUser('Lotte');
  const made = { method: 'POST', url: '/api/auth/api-key/create', payload: { name: 'till' } } as const;
  const key = (await app.call({ ...made, cookie: lotte.cookie })).json().key as string;
  const second = await app.signIn(lotte.email);
  assert.deepEqual([await statusOf(lotte.cookie), await statusOf(second)], [200, 200]);

  await joris.client.users.remove({ params: { userId: lotte.id } });
  assert.deepEqual([await statusOf(lotte.cookie), await statusOf(second)], [401, 401]);
  const byKey = await app.call({ url: '/api/me', headers: { 'x-api-key': key } });
  assert.equal(byKey.statusCode, 401);
  await assert.rejects(app.signIn(lotte.email), /401/);

  const body = {
    name: 'Lotte',
    email: lotte.email,
    password: 'koffie met melk',
    role: 'member',
    locale: 'nl',
  } as const;
  assert.equal((await joris.client.users.create({ body })).id, lotte.id);
  assert.equal(await statusOf(await app.signIn(lotte.email)), 200);
});

test('another process forgets within five seconds, without being told', async () => {
  const mila = await app.addUser('Mila');
  let nowMs = Date.now();
  const elsewhere = createActors({ auth: app.auth, db: app.db, now: () => new Date(nowMs) });
  const headers = { cookie: mila.cookie };
  assert.equal((await elsewhere.find(headers)).caller?.actor.userId, mila.id);
  await app.context.ports.accounts.revoke({ db: app.db, userId: mila.id });
  assert.ok((await elsewhere.find(headers)).caller, 'it remembers for a moment, so that a check costs nothing');
  nowMs += 5_000;
  assert.equal((await elsewhere.find(headers)).caller, null);
});

test('a changed role is felt at once', async () => {
  const bram = await app.addUser('Bram');
  const change = () =>
    app.call({ method: 'PATCH', url: '/api/firm', payload: { name: 'De Brug' }, cookie: bram.cookie });
  assert.equal((await change()).statusCode, 403);
  await joris.client.users.update({ params: { userId: bram.id }, body: { role: 'owner' } });
  const cookie = await app.signIn(bram.email).catch(() => bram.cookie);
  const answer = await app.call({ method: 'PATCH', url: '/api/firm', payload: { name: 'De Brug' }, cookie });
  assert.equal(answer.statusCode, 200, answer.body);
});

test('the last owner cannot leave the house without one', async () => {
  const others = (await joris.client.users.list({})).items.filter(
    ({ role, id }) => role === 'owner' && id !== joris.id,
  );
  for (const { id } of others) await joris.client.users.remove({ params: { userId: id } });
  const refused = await app.call({ method: 'DELETE', url: `/api/users/${joris.id}`, cookie: joris.cookie });
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'last-owner']);
  assert.equal(await statusOf(joris.cookie), 200);
});

test('a session that is sent without its signature, or with another, is none', async () => {
  const sanne = await app.addUser('Sanne');
  const token = decodeURIComponent(sanne.cookie.split('=')[1] ?? '');
  const [value = '', signature = ''] = token.split('.');
  assert.equal(await statusOf(sanne.cookie), 200);
  for (const forged of [value, `${value}.`, `${value}.${signature.slice(0, -3)}AAA`, `${value}x.${signature}`]) {
    assert.equal(await statusOf(`hecht.session_token=${encodeURIComponent(forged)}`), 401, forged);
  }
});

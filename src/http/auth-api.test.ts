import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestApp, testApp, testPassword } from '#test/app.ts';

let app: TestApp;
before(async () => {
  app = await testApp();
});
after(() => app.close());

test('a colleague signs in, is known, and signs out', async () => {
  const sanne = await app.addUser('Sanne');
  const known = await app.call({ url: '/api/auth/get-session', cookie: sanne.cookie });
  assert.equal(known.json().user.email, 'sanne@overkant.example');
  assert.equal((await app.actors.find({ cookie: sanne.cookie })).caller?.actor.userId, sanne.id);

  const out = await app.call({ method: 'POST', url: '/api/auth/sign-out', cookie: sanne.cookie });
  assert.equal(out.statusCode, 200);
  assert.equal((await app.actors.find({ cookie: sanne.cookie })).caller, null);
});

test('a wrong password is told in our own words, whether or not the address exists', async () => {
  await app.addUser('Bram');
  const tries = ['bram@overkant.example', 'nobody@overkant.example'].map((email) =>
    app.call({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password: 'guessing along' } }),
  );
  for (const answer of await Promise.all(tries)) {
    assert.equal(answer.statusCode, 401);
    assert.equal(answer.json().code, 'wrong-password');
    assert.equal(answer.json().requestId, answer.headers['x-request-id']);
  }
});

test('nobody makes an account by himself', async () => {
  const payload = { email: 'eve@overkant.example', password: testPassword, name: 'Eve' };
  const answer = await app.call({ method: 'POST', url: '/api/auth/sign-up/email', payload });
  assert.equal(answer.statusCode, 404);
});

test('an API key opens the API for its maker, is shown once, and ends when it is deleted', async () => {
  const mila = await app.addUser('Mila');
  const made = await app.call({
    method: 'POST',
    url: '/api/auth/api-key/create',
    payload: { name: 'the till' },
    cookie: mila.cookie,
  });
  assert.equal(made.statusCode, 200, made.body);
  const { key, id } = made.json();
  assert.match(key, /^hecht_/);
  assert.equal((await app.actors.find({ 'x-api-key': key })).caller?.actor.userId, mila.id);
  const listed = await app.call({ url: '/api/auth/api-key/list', cookie: mila.cookie });
  assert.ok(!listed.body.includes(key));

  await app.call({ method: 'POST', url: '/api/auth/api-key/delete', payload: { keyId: id }, cookie: mila.cookie });
  assert.equal((await app.actors.find({ 'x-api-key': key })).caller, null);
});

test('a key cannot make keys or change a password', async () => {
  const lotte = await app.addUser('Lotte');
  const made = await app.call({
    method: 'POST',
    url: '/api/auth/api-key/create',
    payload: { name: 'one' },
    cookie: lotte.cookie,
  });
  const headers = { 'x-api-key': made.json().key };
  const more = await app.call({ method: 'POST', url: '/api/auth/api-key/create', payload: { name: 'two' }, headers });
  assert.equal(more.statusCode, 401);
});

test('ending the access of a colleague is felt at once, by session and by key', async () => {
  const karin = await app.addUser('Karin');
  const made = await app.call({
    method: 'POST',
    url: '/api/auth/api-key/create',
    payload: { name: 'spreadsheet' },
    cookie: karin.cookie,
  });
  const key = made.json().key as string;
  assert.ok((await app.actors.find({ 'x-api-key': key })).caller);
  assert.ok((await app.actors.find({ cookie: karin.cookie })).caller);

  await app.context.ports.accounts.revoke({ db: app.db, userId: karin.id });
  assert.equal((await app.actors.find({ 'x-api-key': key })).caller, null);
  assert.equal((await app.actors.find({ cookie: karin.cookie })).caller, null);
});

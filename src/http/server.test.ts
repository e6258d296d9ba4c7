import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { apiErrorOf } from '#contract/client.ts';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';

let app: TestApp;
let sanne: TestUser;
before(async () => {
  app = await testApp({ requestsPerMinute: 100_000 });
  sanne = await app.addUser('Sanne');
});
after(() => app.close());

test('health answers without a session', async () => {
  assert.deepEqual((await app.call({ url: '/health/live' })).json(), { live: true });
  assert.deepEqual((await app.call({ url: '/health/ready' })).json(), { ready: true });
});

test('what does not exist is 404 in the one shape of errors, with the number a user can quote', async () => {
  for (const url of ['/api/nothing-here', '/nothing-here', '/api/auth/callback/github', '/api/parties/x/y/z']) {
    const answer = await app.call({ url, cookie: sanne.cookie });
    assert.equal(answer.statusCode, 404, url);
    const { requestId, ...body } = answer.json();
    assert.deepEqual(body, { code: 'not-found', message: 'not-found', problems: [], current: null });
    assert.equal(requestId, answer.headers['x-request-id']);
  }
});

test('scripts come from the house only, and no page may frame it', async () => {
  const { headers } = await app.call({ url: '/api/docs' });
  const policy = String(headers['content-security-policy']);
  assert.match(policy, /script-src 'self'(;|$)/);
  assert.ok(!policy.includes('unsafe'));
  assert.match(policy, /frame-ancestors 'none'/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
});

test('JSON is refused before it is read when it is too deep, says a key twice, or is none', async () => {
  const send = (payload: string) =>
    app.call({
      method: 'POST',
      url: '/api/parties',
      cookie: sanne.cookie,
      headers: { 'content-type': 'application/json' },
      payload,
    });
  const deep = await send(`${'['.repeat(40)}${']'.repeat(40)}`);
  assert.deepEqual([deep.statusCode, deep.json().problems[0].code], [422, 'too-deep']);
  const twice = await send('{"name":"Ans","name":"Henk"}');
  assert.deepEqual(
    [twice.statusCode, twice.json().problems[0]],
    [422, { path: 'name', code: 'duplicate-key', message: 'duplicate-key' }],
  );
  const none = await send('{"name":');
  assert.deepEqual([none.statusCode, none.json().code], [400, 'malformed']);
  const large = await send(JSON.stringify({ name: 'x'.repeat(1_100_000) }));
  assert.deepEqual([large.statusCode, large.json().code], [413, 'too-large']);
});

test('a form of another page gets nowhere: not by its type, not by its origin', async () => {
  const form = await app.call({
    method: 'POST',
    url: '/api/parties',
    cookie: sanne.cookie,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'name=Ans',
  });
  assert.deepEqual([form.statusCode, form.json().code], [415, 'wrong-type']);
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    const foreign = await app.call({ method: 'POST', url: '/api/demo', cookie: sanne.cookie, headers });
    assert.deepEqual([foreign.statusCode, foreign.json().code], [403, 'not-allowed']);
  }
});

test('the typed client throws what the server said', async () => {
  const error = await app
    .client()
    .me.get({})
    .catch((thrown: unknown) => thrown);
  const said = apiErrorOf(error);
  assert.equal(said?.status, 401);
  assert.equal(said?.code, 'not-signed-in');
  assert.equal(apiErrorOf(new Error('something else')), null);
});

test('who asks too often is told when to come back, and others are not touched', async () => {
  const small = await testApp({ requestsPerMinute: 5, signInsPerMinute: 3 });
  try {
    const ask = () => small.call({ url: '/api/me' });
    for (let asked = 0; asked < 5; asked += 1) assert.equal((await ask()).statusCode, 401);
    const refused = await ask();
    assert.deepEqual([refused.statusCode, refused.json().code], [429, 'too-many']);
    assert.ok(Number(refused.headers['retry-after']) > 0);
    assert.equal((await small.call({ url: '/health/live' })).statusCode, 200);
  } finally {
    await small.close();
  }
});

test('guessing a password is stopped for that account, not for the office behind the same address', async () => {
  const small = await testApp({ signInsPerMinute: 3 });
  try {
    const guess = (email: string) =>
      small.call({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password: 'a wrong guess' } });
    for (let asked = 0; asked < 3; asked += 1) assert.equal((await guess('joris@overkant.example')).statusCode, 401);
    assert.equal((await guess('JORIS@overkant.example')).statusCode, 429);
    assert.equal((await guess('bram@overkant.example')).statusCode, 401);
  } finally {
    await small.close();
  }
});

test('the description names every route, and its page has no script', async () => {
  const document = (await app.call({ url: '/api/openapi.json' })).json();
  assert.match(document.openapi, /^3\.1/);
  for (const path of ['/parties', '/uploads', '/imports/{importId}/errors.csv', '/auth/sign-in/email']) {
    assert.ok(document.paths[path], path);
  }
  const page = (await app.call({ url: '/api/docs' })).body;
  assert.ok(!page.includes('<script'));
  assert.ok(page.includes('/api/parties/{partyId}'));
});

test('a socket that sends its body by drops is closed within 15 seconds', { timeout: 30_000 }, async () => {
  await app.server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.server.address() as { port: number };
  const socket = connect(port, '127.0.0.1');
  const startedMs = performance.now();
  socket.write(
    `POST /api/parties HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
  );
  const drops = setInterval(() => socket.write(' '), 1_000);
  // A drop that falls after the closing is an error of the socket, and no other outcome.
  socket.on('error', () => undefined);
  socket.resume();
  await new Promise((resolve) => socket.once('close', resolve));
  clearInterval(drops);
  assert.ok(performance.now() - startedMs < 16_500);
});

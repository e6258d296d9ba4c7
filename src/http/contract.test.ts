/** What holds for every endpoint of the contract, asked of each in turn. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AnyContractProcedure } from '@orpc/contract';
import { v7 as uuidv7 } from 'uuid';
import { contract } from '#contract/index.ts';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';
import { authRoutes } from './auth-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { routeMeta } from './route-meta.ts';

interface Endpoint {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly access: 'public' | 'user' | 'owner';
  readonly params: readonly string[];
}

/** A well-formed id of nothing for every parameter; the few parameters that are no id have a word. */
const words: Readonly<Record<string, string>> = { block: 'trust', line: 'unanswered' };

const endpoints: Endpoint[] = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.entries(verbs as Record<string, AnyContractProcedure>).map(([verb, procedure]) => {
    const { method, path } = procedure['~orpc'].route;
    const params = [...(path ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    const url = `/api${(path ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) => words[name] ?? uuidv7())}`;
    return { name: `${noun}.${verb}`, method: method ?? 'GET', url, params, ...routeMeta(procedure) } as Endpoint;
  }),
);

let app: TestApp;
let joris: TestUser;
let sanne: TestUser;
before(async () => {
  app = await testApp();
  joris = await app.addUser('Joris', 'owner');
  sanne = await app.addUser('Sanne');
});
after(() => app.close());

const ask = ({ method, url }: Endpoint, cookie?: string, payload?: object) =>
  app.call({ method, url, ...(cookie ? { cookie } : {}), ...(payload && method !== 'GET' ? { payload } : {}) });

test('the table is not empty, and no two endpoints share a way in', () => {
  assert.ok(endpoints.length > 50, String(endpoints.length));
  const ways = endpoints.map(({ method, url }) => `${method} ${url.replaceAll(/[\da-f-]{36}/g, 'ID')}`);
  assert.equal(new Set(ways).size, ways.length);
});

test('without a session every endpoint is closed, but for the few that are public', async () => {
  const open = endpoints.filter(({ access }) => access === 'public').map(({ name }) => name);
  assert.deepEqual(open.sort(), ['setup.create', 'setup.look']);
  for (const endpoint of endpoints.filter(({ access }) => access !== 'public')) {
    const answer = await ask(endpoint, undefined, {});
    assert.deepEqual([answer.statusCode, answer.json().code], [401, 'not-signed-in'], endpoint.name);
  }
  for (const route of fileRoutes.filter(({ access }) => access === 'user')) {
    const url = `/api${route.path.replaceAll(/\{\w+\}/g, () => uuidv7())}`;
    const answer = await app.call({ method: route.method, url });
    assert.deepEqual([answer.statusCode, answer.json().code], [401, 'not-signed-in'], route.path);
  }
  for (const { method, path, access } of authRoutes.filter((route) => route.access === 'user')) {
    const answer = await app.call({ method, url: `/api/auth${path}`, ...(method === 'POST' ? { payload: {} } : {}) });
    assert.deepEqual([answer.statusCode, answer.json().code], [401, 'not-signed-in'], `${access} ${path}`);
  }
});

test('a session or key that is made up opens nothing', async () => {
  const cookies = ['hecht.session_token=made-up', `hecht.session_token=${encodeURIComponent('a.b')}`, 'other=1'];
  for (const cookie of cookies) assert.equal((await app.call({ url: '/api/me', cookie })).statusCode, 401, cookie);
  for (const key of ['', 'x', 'hecht_'.padEnd(70, 'a')]) {
    const answer = await app.call({ url: '/api/me', headers: { 'x-api-key': key } });
    assert.equal(answer.statusCode, 401, key);
  }
  const both = await app.call({ url: '/api/me', cookie: sanne.cookie, headers: { 'x-api-key': 'hecht_made_up' } });
  assert.equal(both.statusCode, 401, 'a wrong key does not fall back on the cookie');
});

test('what is for owners is closed to a member, before anything is read', async () => {
  const owned = endpoints.filter(({ access }) => access === 'owner');
  assert.ok(owned.length >= 5);
  for (const endpoint of owned) {
    const answer = await ask(endpoint, sanne.cookie, {});
    assert.deepEqual([answer.statusCode, answer.json().code], [403, 'not-allowed'], endpoint.name);
  }
});

test('an unknown key in the query is refused by name, on every endpoint', async () => {
  for (const endpoint of endpoints) {
    const url = `${endpoint.url}?isOwn=true`;
    const answer = await ask({ ...endpoint, url }, joris.cookie, {});
    assert.equal(answer.statusCode, 422, endpoint.name);
    const unknown = answer.json().problems.find(({ code }: { code: string }) => code === 'unknown-key');
    assert.equal(unknown?.path, 'query.isOwn', `${endpoint.name} ${answer.body}`);
  }
});

test('an unknown key in the body is refused by name, on every endpoint that writes', async () => {
  for (const endpoint of endpoints.filter(({ method }) => method !== 'GET')) {
    const answer = await ask(endpoint, joris.cookie, { isOwn: true, visibility: 'firm' });
    assert.equal(answer.statusCode, 422, endpoint.name);
    const unknown = answer.json().problems.filter(({ code }: { code: string }) => code === 'unknown-key');
    const paths = unknown.map(({ path }: { path: string }) => path);
    assert.deepEqual(paths, ['body.isOwn', 'body.visibility'], endpoint.name);
  }
});

test('a parameter that cannot be an id is refused before anything is asked of the database', async () => {
  for (const endpoint of endpoints.filter(({ params }) => params.length > 0)) {
    for (const wrong of ['undefined', '1', "'; drop table users --", '%00']) {
      const url = endpoint.url.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, encodeURIComponent(wrong));
      const answer = await ask({ ...endpoint, url }, joris.cookie);
      assert.equal(answer.statusCode, 422, `${endpoint.name} ${wrong}`);
      assert.match(answer.json().problems[0].path, /^params\./, endpoint.name);
    }
  }
});

test('an id of nothing is not found, on every endpoint that takes one and nothing else', async () => {
  let asked = 0;
  for (const endpoint of endpoints.filter(({ params }) => params.length > 0)) {
    const answer = await ask(endpoint, joris.cookie, {});
    // Where a body is needed that complains first; taking a mark back that is not there is done already.
    if (answer.statusCode === 422 || endpoint.name === 'today.unmark') continue;
    assert.deepEqual([answer.statusCode, answer.json().code], [404, 'not-found'], endpoint.name);
    asked += 1;
  }
  assert.ok(asked >= 15, String(asked));
});

test('what no endpoint declares does not leave the house', async () => {
  const answer = await app.call({ url: '/api/users', cookie: sanne.cookie });
  assert.equal(answer.statusCode, 200, answer.body);
  const declared = ['createdAt', 'email', 'id', 'locale', 'name', 'partyId', 'role'];
  for (const item of answer.json().items) assert.deepEqual(Object.keys(item).sort(), declared);
});

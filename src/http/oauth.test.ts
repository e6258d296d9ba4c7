/** A permission of a real provider (oidc-provider), from the start in the browser to the day it is taken back. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import Provider from 'oidc-provider';
import { openOutgoing } from '#outgoing/open-outgoing.ts';
import { asReader, type Reader, ReaderProblem } from '#services/connections/reader.ts';
import { runConnection } from '#services/connections/run-connection.ts';
import { openSecret } from '#services/connections/secrets.ts';
import type { Context } from '#services/context.ts';
import { findConnection } from '#store/connections.ts';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';

const redirectUri = 'http://127.0.0.1:4321/api/oauth/callback';
const hourMs = 3_600_000;

let app: TestApp;
let sanne: TestUser;
let provider: Provider;
let web: Server;
let issuer: string;
/** How the provider, and who sits before it, behaves. */
const mood = { consents: true, isCut: false, tokenRequests: 0 };

/** A mailbox that opens for whoever has a living token. */
const mailbox: Reader<'imap'> = {
  kind: 'imap',
  isPrivate: true,
  everySeconds: 300,
  async look({ secret, settings }) {
    const token = secret?.type === 'token' ? await provider.AccessToken.find(secret.accessToken) : undefined;
    if (!token?.isValid) throw new ReaderProblem('wrong-password');
    return {
      name: settings.address,
      own: [],
      places: [{ place: 'INBOX', name: 'INBOX', role: 'inbox', isWanted: true }],
    };
  },
  // biome-ignore lint/correctness/useYield: there is never anything new in it
  async *read(reach) {
    await this.look(reach);
  },
};

before(async () => {
  web = createServer().listen(0, '127.0.0.1');
  await once(web, 'listening');
  const host = `127.0.0.1:${(web.address() as AddressInfo).port}`;
  issuer = `http://${host}`;
  provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'hecht',
        client_secret: 'een geheim van de aanbieder',
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/consent/${uid}` },
    rotateRefreshToken: true,
    ttl: { AccessToken: 3_600, Session: 600, Interaction: 600, Grant: 86_400, RefreshToken: 86_400 },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  });
  const answer = provider.callback();
  web.on('request', async (request, response) => {
    if (request.url?.startsWith('/token')) {
      mood.tokenRequests += 1;
      if (mood.isCut) return request.socket.destroy();
    }
    if (!request.url?.startsWith('/consent/')) return answer(request, response);
    const { params } = await provider.interactionDetails(request, response);
    const denied = { error: 'access_denied', error_description: 'Sanne said no' };
    const grant = new provider.Grant({ accountId: 'sanne', clientId: String(params.client_id) });
    grant.addOIDCScope(String(params.scope));
    const given = { login: { accountId: 'sanne' }, consent: { grantId: await grant.save() } };
    await provider.interactionFinished(request, response, mood.consents ? given : denied, {
      mergeWithLastSubmission: false,
    });
  });
  app = await testApp();
  sanne = await app.addUser('Sanne', 'owner');
  Object.assign(app.context.ports, {
    readers: [asReader(mailbox)],
    outgoing: openOutgoing({ publicUrl: 'http://127.0.0.1:4321', alsoReachable: [host] }),
    oauth: [
      {
        ...{ id: 'oauth', issuer, endpoints: null, clientId: 'hecht', clientSecret: 'een geheim van de aanbieder' },
        ...{ scopes: { imap: 'openid offline_access' }, asks: { prompt: 'consent' } },
      },
    ],
  });
});
after(async () => {
  await app.close();
  web.closeAllConnections();
  web.close();
});

const settings = (address: string) => ({
  ...{ kind: 'imap', address, userName: address, host: 'imap.example', port: 993, signIn: 'oauth' },
});

async function start(payload: object, cookie = sanne.cookie): Promise<string> {
  const answer = await app.call({ method: 'POST', url: '/api/oauth/start', cookie, payload });
  assert.equal(answer.statusCode, 200, answer.body);
  return (answer.json() as { address: string }).address;
}

/** Through the provider's pages as a browser goes, up to the address that leads back into the house. */
async function walk(address: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = address;
  for (let step = 0; step < 10; step += 1) {
    if (url.startsWith(redirectUri)) return url;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    url = new URL(answer.headers.get('location') ?? assert.fail(`${url}: ${await answer.text()}`), url).href;
  }
  return assert.fail('the provider leads nowhere');
}

async function comeBack(url: string, cookie = sanne.cookie): Promise<URLSearchParams> {
  const { pathname, search } = new URL(url);
  const answer = await app.call({ url: `${pathname}${search}`, cookie });
  assert.equal(answer.statusCode, 303, answer.body);
  const location = String(answer.headers.location);
  assert.ok(location.startsWith('/connections?'), location);
  assert.ok(!location.includes('code='), 'the code goes no further');
  return new URL(location, 'http://x').searchParams;
}

async function connect(address: string): Promise<string> {
  const outcome = await comeBack(await walk(await start({ settings: settings(address) })));
  assert.equal(outcome.get('permission'), 'given', outcome.toString());
  return outcome.get('connection') ?? '';
}

/** Sanne's, by a clock that is so far off. */
const at = (offMs: number, house = false): Context => ({
  ...app.context,
  actor: house
    ? { kind: 'system' }
    : { kind: 'user', userId: sanne.id, role: 'owner', partyId: sanne.partyId, via: 'web' },
  now: () => new Date(Date.now() + offMs),
});
const rowOf = async (id: string) => (await findConnection(app.db, { id })) ?? assert.fail('no such connection');
const signal = new AbortController().signal;

test('a permission given connects the mailbox; its tokens are sealed and come out nowhere', async () => {
  const address = new URL(await start({ settings: settings('sanne@overkant.example') }));
  assert.equal(address.searchParams.get('redirect_uri'), redirectUri, 'exactly the one that was registered');
  assert.equal(address.searchParams.get('code_challenge_method'), 'S256');
  assert.equal(address.searchParams.get('login_hint'), 'sanne@overkant.example');
  assert.ok(!address.href.includes('geheim'));
  const outcome = await comeBack(await walk(address.href));
  assert.equal(outcome.get('permission'), 'given');
  const { items } = await sanne.client.connections.list({});
  assert.equal(items[0]?.name, 'sanne@overkant.example');
  const row = await rowOf(outcome.get('connection') ?? '');
  const secret = await openSecret(at(0), row);
  assert.equal(secret?.type, 'token');
  const token = secret?.type === 'token' ? secret.accessToken : '';
  assert.ok(token.length > 20 && !JSON.stringify(row).includes(token) && !JSON.stringify(items).includes(token));
  await runConnection(at(0, true), { connectionId: row.id }, signal);
  assert.equal((await rowOf(row.id)).problem, null);
});

test('who says no, comes twice, too late, from another session or with a made-up state connects nothing', async () => {
  const count = async () => (await sanne.client.connections.list({})).items.length;
  const before = await count();
  mood.consents = false;
  assert.equal(
    (await comeBack(await walk(await start({ settings: settings('nee@x.example') })))).get('permission'),
    'denied',
  );
  mood.consents = true;
  assert.equal((await comeBack(`${redirectUri}?code=x&state=made-up`)).get('permission'), 'expired');
  assert.equal((await comeBack(redirectUri)).get('permission'), 'expired');

  const other = await app.signIn(sanne.email);
  const stolen = await walk(await start({ settings: settings('gestolen@x.example') }));
  assert.equal((await comeBack(stolen, other)).get('permission'), 'other-session');
  assert.equal((await comeBack(stolen)).get('permission'), 'expired', 'shown once, it is used up');

  const late = await walk(await start({ settings: settings('laat@x.example') }));
  await app.admin.query("update oauth_starts set expires_at = now() - interval '1 second'");
  assert.equal((await comeBack(late)).get('permission'), 'expired');

  const mixed = new URL(await walk(await start({ settings: settings('ander@x.example') })));
  mixed.searchParams.set('iss', 'https://somebody.else.example');
  assert.equal((await comeBack(mixed.href)).get('permission'), 'failed', 'an answer of another provider');
  assert.equal(await count(), before);
});

test('the token endpoint cut off: told, nothing half connected, and it can be begun again', async () => {
  const back = await walk(await start({ settings: settings('kapot@x.example') }));
  mood.isCut = true;
  const outcome = await comeBack(back);
  mood.isCut = false;
  assert.deepEqual([outcome.get('permission'), outcome.get('problem')], ['failed', 'cut-off']);
  assert.ok(await connect('kapot@x.example'));
});

test('before it expires the token is renewed, by one of two workers, and both read on', async () => {
  const id = await connect('twee@x.example');
  const row = await rowOf(id);
  const first = await openSecret(at(0), row);
  const before = mood.tokenRequests;
  assert.deepEqual(await openSecret(at(50 * 60_000), row), first, 'ten minutes left: as it is');
  assert.equal(mood.tokenRequests, before);
  const renewed = await Promise.all([0, 1, 2].map(() => openSecret(at(59 * 60_000), row)));
  assert.equal(mood.tokenRequests, before + 1, 'the old refresh token was shown once');
  assert.notDeepEqual(renewed[0], first);
  assert.deepEqual(renewed[1], renewed[0]);
  assert.deepEqual(renewed[2], renewed[0]);
  await runConnection(at(0, true), { connectionId: id }, signal);
  assert.equal((await rowOf(id)).problem, null);
});

test('a renewal that is cut off loses nothing: the next one goes on', async () => {
  const id = await connect('onderweg@x.example');
  mood.isCut = true;
  await runConnection(at(2 * hourMs, true), { connectionId: id }, signal);
  mood.isCut = false;
  assert.equal((await rowOf(id)).problem, 'cut-off');
  await runConnection(at(3 * hourMs, true), { connectionId: id }, signal);
  assert.equal((await rowOf(id)).problem, null);
});

test('a clock that is hours off does no harm: what the server does not take is renewed once', async () => {
  const ahead = await connect('voor@x.example');
  await runConnection(at(9 * hourMs, true), { connectionId: ahead }, signal);
  assert.equal((await rowOf(ahead)).problem, null);
  const behind = await connect('achter@x.example');
  const secret = await openSecret(at(0), await rowOf(behind));
  await (await provider.AccessToken.find(secret?.type === 'token' ? secret.accessToken : ''))?.destroy();
  const before = mood.tokenRequests;
  await runConnection(at(-5 * hourMs, true), { connectionId: behind }, signal);
  assert.equal((await rowOf(behind)).problem, null);
  assert.equal(mood.tokenRequests, before + 1);
});

test('a permission taken back is told as that, is not asked again and again, and can be given once more', async () => {
  const id = await connect('weg@x.example');
  await runConnection(at(0, true), { connectionId: id }, signal);
  const secret = await openSecret(at(0), await rowOf(id));
  const token = await provider.AccessToken.find(secret?.type === 'token' ? secret.accessToken : '');
  await provider.Grant.adapter.destroy(token?.grantId ?? '');
  await token?.destroy();
  await runConnection(at(0, true), { connectionId: id }, signal);
  const { problem, nextRunAt } = await sanne.client.connections.get({ params: { connectionId: id } });
  assert.deepEqual([problem, nextRunAt], ['revoked', null]);
  const again = await comeBack(await walk(await start({ connectionId: id })));
  assert.deepEqual([again.get('permission'), again.get('connection')], ['given', id]);
  await runConnection(at(0, true), { connectionId: id }, signal);
  assert.equal((await sanne.client.connections.get({ params: { connectionId: id } })).state, 'fine');
});

test('of another’s connection nobody asks; a provider that is not configured is refused in words; keys do not do', async () => {
  const id = await connect('eigen@x.example');
  const bram = await app.addUser('Bram');
  const ask = (cookie: string, payload: object) =>
    app.call({ method: 'POST', url: '/api/oauth/start', cookie, payload });
  assert.equal((await ask(bram.cookie, { connectionId: id })).statusCode, 404);
  const google = await ask(sanne.cookie, { settings: { ...settings('x@x.example'), signIn: 'google' } });
  assert.deepEqual([google.statusCode, google.json().problems[0].code], [422, 'no-such-provider']);
  assert.equal((await ask(sanne.cookie, { connectionId: id, extra: 1 })).statusCode, 422);
  assert.equal((await ask(bram.cookie, { settings: settings('x@x.example'), isShared: true })).statusCode, 403);
  const { key } = await app.auth.api.createApiKey({ body: { userId: sanne.id, name: 'kassa' } });
  const headers = { 'x-api-key': key };
  const byKey = await app.call({ method: 'POST', url: '/api/oauth/start', headers, payload: { connectionId: id } });
  assert.equal(byKey.statusCode, 403);
  assert.deepEqual((await sanne.client.oauth.providers({})).items, [{ id: 'oauth', kinds: ['imap'] }]);
});

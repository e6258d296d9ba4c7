import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createEgress, EgressError, type EgressProblem } from './egress.ts';
import { isPublicAddress } from './public-address.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const answers = new Map<string, Answer>();
const seen: { url: string; method: string; headers: IncomingMessage['headers'] }[] = [];
const servers = [0, 1].map(() =>
  createServer((request, response) => {
    seen.push({ url: request.url ?? '', method: request.method ?? '', headers: request.headers });
    (answers.get(request.url ?? '') ?? ((_, res) => res.end('hello')))(request, response);
  }),
);
let near = '';
let other = '';
const portOf = (at: number) => (servers[at]?.address() as AddressInfo | undefined)?.port ?? 0;

before(async () => {
  for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
  near = `127.0.0.1:${portOf(0)}`;
  other = `127.0.0.1:${portOf(1)}`;
});
after(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const refusedWith = (problem: EgressProblem) => (error: unknown) =>
  error instanceof EgressError && error.problem === problem;

test('addresses that are not out in the world are known in every notation', () => {
  const inside = [
    ...['127.0.0.1', '0.0.0.0', '10.1.2.3', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1', '::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1'],
    ...['fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::'],
    ...['2001::1', '2001:db8::1', '3fff::1', '::127.0.0.1', 'not an address', ''],
  ];
  for (const address of inside) assert.equal(isPublicAddress(address), false, address);
  for (const address of ['8.8.8.8', '172.32.0.1', '2a00:1450:400e::1', '2606:4700::1111']) {
    assert.equal(isPublicAddress(address), true, address);
  }
});

test('without leave of the operator nothing near is reached, however its address is written', async () => {
  const egress = createEgress({ alsoAllowed: [] });
  const port = portOf(0);
  const forms = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'localhost',
  ];
  for (const host of forms) {
    await assert.rejects(egress({ url: `http://${host}:${port}/` }), refusedWith('refused-address'), host);
    await assert.rejects(egress({ url: `http://${host}/` }), refusedWith('refused-address'), host);
  }
  assert.equal(seen.length, 0);
});

test('only the web, without a name and password in the address', async () => {
  const egress = createEgress({ alsoAllowed: [near] });
  for (const url of [
    'file:///etc/passwd',
    'ftp://example.org/',
    'gopher://x/',
    `http://a:b@${near}/`,
    'nonsense',
    '',
  ]) {
    await assert.rejects(egress({ url }), refusedWith('bad-address'), url);
  }
  await assert.rejects(egress({ url: 'http://no-such-host.invalid/' }), refusedWith('unknown-host'));
});

test('what the operator allows is reached: host and port together', async () => {
  const answer = await createEgress({ alsoAllowed: [near] })({ url: `http://${near}/`, method: 'POST', body: 'x' });
  assert.deepEqual([answer.status, answer.body.toString()], [200, 'hello']);
  await assert.rejects(
    createEgress({ alsoAllowed: [near] })({ url: `http://${other}/` }),
    refusedWith('refused-address'),
  );
});

test('a redirect is checked like the first address', async () => {
  answers.set('/inside', (_, response) => response.writeHead(302, { location: `http://${other}/secret` }).end());
  answers.set('/metadata', (_, response) => response.writeHead(307, { location: 'http://169.254.169.254/' }).end());
  answers.set('/file', (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end());
  const egress = createEgress({ alsoAllowed: [near] });
  await assert.rejects(egress({ url: `http://${near}/inside` }), refusedWith('refused-address'));
  await assert.rejects(egress({ url: `http://${near}/metadata` }), refusedWith('refused-address'));
  await assert.rejects(egress({ url: `http://${near}/file` }), refusedWith('bad-address'));
  assert.ok(!seen.some(({ url }) => url === '/secret'));
});

test('a redirect elsewhere carries no secret and no body along; three are followed, a fourth is not', async () => {
  answers.set('/away', (_, response) => response.writeHead(303, { location: `http://${other}/there` }).end());
  const egress = createEgress({ alsoAllowed: [near, other] });
  const headers = { authorization: 'Bearer x', cookie: 'a=b', 'content-type': 'text/plain', 'x-plain': 'stays' };
  await egress({ url: `http://${near}/away`, method: 'POST', headers, body: 'secret' });
  const there = seen.find(({ url }) => url === '/there');
  assert.equal(there?.method, 'GET');
  assert.deepEqual(
    ['authorization', 'cookie', 'content-type', 'x-plain'].map((name) => there?.headers[name]),
    [undefined, undefined, undefined, 'stays'],
  );
  for (const step of [1, 2, 3, 4]) {
    answers.set(`/step${step}`, (_, response) => response.writeHead(302, { location: `/step${step + 1}` }).end());
  }
  assert.equal((await egress({ url: `http://${near}/step2` })).body.toString(), 'hello');
  await assert.rejects(egress({ url: `http://${near}/step1` }), refusedWith('too-many-redirects'));
});

test('what is too large or too slow is broken off', async () => {
  answers.set('/large', (_, response) => {
    const more = () => response.write(Buffer.alloc(64_000), () => !response.destroyed && more());
    more();
  });
  answers.set('/slow', () => undefined);
  const egress = createEgress({ alsoAllowed: [near] }, { totalMs: 300, bytes: 200_000 });
  await assert.rejects(egress({ url: `http://${near}/large` }), refusedWith('too-large'));
  const startedMs = performance.now();
  await assert.rejects(egress({ url: `http://${near}/slow` }), refusedWith('too-slow'));
  assert.ok(performance.now() - startedMs < 5_000);
});

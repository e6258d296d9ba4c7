import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type TestApp, testApp } from '#test/app.ts';

let app: TestApp;
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets/app-abc123.js'), 'export {};');
  await writeFile(join(folder, 'mark.svg'), '<svg/>');
  await writeFile(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__"><title>een</title>');
  app = await testApp({ webFolder: folder });
});
after(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const asPerson = { accept: 'text/html,application/xhtml+xml' };

test('every address of the app is the one page, each time with a nonce of its own', async () => {
  const nonces = new Set<string>();
  for (const url of ['/', '/relaties', '/relaties/123?tab=band', '/vandaag', '/index.html']) {
    const answer = await app.call({ url, headers: asPerson });
    assert.equal(answer.statusCode, 200, url);
    const nonce = /nonce="([\w-]{20,})"/.exec(answer.body)?.[1] ?? '';
    assert.ok(String(answer.headers['content-security-policy']).includes(`style-src 'self' 'nonce-${nonce}'`), url);
    assert.equal(answer.headers['cache-control'], 'no-store');
    nonces.add(nonce);
  }
  assert.equal(nonces.size, 5);
});

test('built files never change and say so; others are asked for again', async () => {
  const script = await app.call({ url: '/assets/app-abc123.js' });
  assert.match(String(script.headers['content-type']), /javascript/);
  assert.match(String(script.headers['cache-control']), /immutable/);
  assert.equal((await app.call({ url: '/mark.svg' })).headers['cache-control'], 'no-cache');
});

test('what is not there is not answered with the page, unless a person asks for an address of the app', async () => {
  for (const [url, headers] of [
    ['/assets/gone.js', asPerson],
    ['/api/gone', asPerson],
    ['/relaties', { accept: 'application/json' }],
    ['/../package.json', { accept: '*/*' }],
    ['/..%2fpackage.json', { accept: '*/*' }],
  ] as const) {
    const answer = await app.call({ url, headers });
    assert.ok([403, 404].includes(answer.statusCode), `${url} ${answer.statusCode}`);
    assert.ok(answer.json().code, url);
  }
});

test('a new build is served without a restart, and before there is one it says so', async () => {
  await writeFile(join(folder, 'index.html'), '<title>twee</title>');
  const later = new Date(Date.now() + 2_000);
  await utimes(join(folder, 'index.html'), later, later);
  assert.match((await app.call({ url: '/', headers: asPerson })).body, /twee/);
  await rm(join(folder, 'index.html'));
  const none = await app.call({ url: '/', headers: asPerson });
  assert.deepEqual([none.statusCode, none.body], [503, 'The web is still being built.']);
});

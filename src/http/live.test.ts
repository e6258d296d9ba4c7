/** What changes is told to open screens, also across processes, and to nobody who may not know of it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createClient } from '#contract/client.ts';
import { type LiveChange, liveChange } from '#contract/live.ts';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';
import { spawnOwn } from '#test/own-process.ts';

let app: TestApp;
let sanne: TestUser;
let bram: TestUser;
let url: string;
before(async () => {
  app = await testApp();
  sanne = await app.addUser('Sanne', 'owner');
  bram = await app.addUser('Bram');
  await app.server.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(app.server.server.address() as AddressInfo).port}`;
  // Whoever reads right behind the start is told that something may have been missed: the tests begin behind that.
  await pause(1_300);
});
after(() => app.close());

interface Screen {
  readonly status: number;
  /** The next change that fits, or a failure after so long. */
  next(fits?: (change: LiveChange) => boolean, withinMs?: number): Promise<LiveChange>;
  readonly told: LiveChange[];
  /** All that came in, as it stood on the wire. */
  text(): string;
  readonly ended: Promise<void>;
  close(): void;
}

/** Without `ago`: from now on. */
async function openScreen(headers: Record<string, string>, { at = url, ago = '0' } = {}): Promise<Screen> {
  const stop = new AbortController();
  const response = await fetch(`${at}/api/live?ago=${ago}`, { headers, signal: stop.signal });
  const told: LiveChange[] = [];
  let [text, read] = ['', 0];
  const wakes = new Set<() => void>();
  const pump = async () => {
    for await (const part of response.body ?? []) {
      text += Buffer.from(part).toString();
      for (const match of text.slice(read).matchAll(/event: change\ndata: (.*)\n\n/g)) {
        told.push(liveChange.parse(JSON.parse(match[1] ?? '')));
      }
      read = text.lastIndexOf('\n\n') + 2;
      for (const wake of wakes) wake();
    }
  };
  const ended = pump().catch(() => undefined);
  const next: Screen['next'] = (fits = () => true, withinMs = 5_000) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`nothing of it within ${withinMs} ms; told: ${text}`)), withinMs);
      const look = () => {
        const at = told.findIndex(fits);
        if (at < 0) return;
        clearTimeout(late);
        wakes.delete(look);
        resolve(told.splice(at, 1)[0] as LiveChange);
      };
      wakes.add(look);
      look();
    });
  return { status: response.status, next, told, text: () => text, ended, close: () => stop.abort() };
}

const of =
  (partyId: string) =>
  ({ parties }: LiveChange) =>
    parties.includes(partyId);

const screenOf = (user: TestUser) => openScreen({ cookie: user.cookie });

test('a change reaches a colleague’s screen; what is private reaches its owner alone', async () => {
  const [mine, theirs] = await Promise.all([screenOf(sanne), screenOf(bram)]);
  const startedAtMs = Date.now();
  const { id: klaver } = await sanne.client.parties.create({
    body: { kind: 'organisation', name: 'Lunchroom Klaver' },
  });
  assert.deepEqual((await theirs.next(of(klaver))).topics, []);
  assert.ok(Date.now() - startedAtMs < 2_000);
  await mine.next(of(klaver));

  const { id: sister } = await sanne.client.parties.create({
    body: { kind: 'person', name: 'Zus van Sanne', roles: ['private'] },
  });
  await sanne.client.tasks.create({ body: { title: 'Taart', partyId: sister } });
  await sanne.client.promises.create({
    body: { partyId: sister, owedBy: 'ours', text: 'Taart', dueAt: '2027-11-01T10:00:00.000Z' },
  });
  const content = [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Alleen voor mij' }] }];
  await mine.next(of(sister));
  await sanne.client.notes.create({ body: { partyId: klaver, body: { type: 'doc', content }, isPrivate: true } });
  await mine.next(of(klaver));
  // A word of its own, behind all of these: what Bram was told until then is all he was told.
  await sanne.client.parties.update({ params: { partyId: klaver }, body: { name: 'Lunchroom De Klaver' } });
  const seen = await theirs.next(of(klaver));
  assert.deepEqual(seen, { parties: [klaver], topics: [] });
  assert.ok(!theirs.text().includes(sister), 'not even the id');
  mine.close();
  theirs.close();
});

test('what was missed in between is told on coming back, and nothing that is older', async () => {
  const { id: before } = await sanne.client.parties.create({ body: { kind: 'person', name: 'Eerder' } });
  await pause(1_500);
  const { id: missed } = await sanne.client.parties.create({ body: { kind: 'person', name: 'Gemist' } });
  await pause(300);
  const screen = await openScreen({ cookie: bram.cookie }, { ago: '310' });
  const caughtUp = await screen.next();
  assert.deepEqual(caughtUp.parties, [missed]);
  assert.ok(!screen.text().includes(before));
  screen.close();
  const late = await openScreen({ cookie: bram.cookie }, { ago: '299000' });
  assert.equal((await late.next()).parties, 'many', 'from before anybody listened: read everything again');
  late.close();
});

test('it lasts as long as the session: revoked, it ends within 5 seconds', async () => {
  const cookie = await app.signIn(bram.email);
  const screen = await openScreen({ cookie });
  const other = await openScreen({ cookie: bram.cookie });
  const startedAtMs = Date.now();
  await app.call({ method: 'POST', url: '/api/auth/sign-out', cookie, payload: {} });
  await screen.ended;
  assert.ok(Date.now() - startedAtMs < 5_000, `${Date.now() - startedAtMs} ms`);
  assert.match(screen.text(), /event: ended/);
  assert.ok(!other.text().includes('ended'), 'the other session goes on');
  other.close();
});

test('sessions only, and not without end', async () => {
  assert.equal((await openScreen({})).status, 401);
  const key = await app.auth.api.createApiKey({ body: { userId: bram.id, name: 'kassa' } });
  assert.equal((await openScreen({ 'x-api-key': key.key })).status, 403);
  const many = await Promise.all(Array.from({ length: 24 }, () => openScreen({ cookie: sanne.cookie })));
  assert.ok(many.every(({ status }) => status === 200));
  assert.equal((await openScreen({ cookie: sanne.cookie })).status, 429);
  for (const screen of many) screen.close();
  await Promise.all(many.map(({ ended }) => ended));
});

test('headers that let it pass through proxies unbuffered', async () => {
  const stop = new AbortController();
  const { headers } = await fetch(`${url}/api/live`, { headers: { cookie: bram.cookie }, signal: stop.signal });
  assert.match(headers.get('content-type') ?? '', /^text\/event-stream/);
  assert.match(headers.get('cache-control') ?? '', /no-transform/);
  assert.equal(headers.get('x-accel-buffering'), 'no');
  assert.equal(headers.get('content-encoding'), null);
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'self'/);
  stop.abort();
});

test('two processes: what one writes, the screens of the other are told; a stop ends them and is not held up', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hecht-live-'));
  const port = await findPort();
  const env = {
    ...process.env,
    ...{ PORT: String(port), HECHT_DATA: dataDir, DATABASE_URL: app.databaseUrl, HECHT_ROLES: 'web' },
    HECHT_SECRET: app.authOptions.secret,
  };
  const program = spawnOwn(process.execPath, [fileURLToPath(new URL('../main.ts', import.meta.url))], { env });
  try {
    const at = `http://127.0.0.1:${port}`;
    let output = '';
    for await (const part of program.stdout ?? []) {
      output += part;
      if (output.includes(at)) break;
    }
    program.stdout?.resume();
    const there = await openScreen({ cookie: sanne.cookie }, { at });
    const here = await screenOf(bram);
    const startedAtMs = Date.now();
    const { id } = await sanne.client.parties.create({ body: { kind: 'person', name: 'Van hier' } });
    await there.next(of(id));
    const overThere = createClient({ url: at, headers: () => ({ cookie: sanne.cookie }) });
    const body = {
      channel: 'call' as const,
      kind: 'call' as const,
      at: new Date().toISOString(),
      to: [{ partyId: id }],
      text: 'Ja',
    };
    await overThere.interactions.record({ body });
    // Whoever reads on every word has the figures with the last of them, although another process made them.
    let bond = 0;
    while (bond === 0) {
      await here.next(of(id));
      bond = (await bram.client.parties.list({ query: { q: 'Van hier', limit: '5' } })).items[0]?.figures?.bond ?? 0;
    }
    assert.ok(Date.now() - startedAtMs < 5_000, `${Date.now() - startedAtMs} ms`);
    const stoppedAtMs = Date.now();
    program.kill('SIGTERM');
    await Promise.all([there.ended, once(program, 'exit')]);
    assert.ok(Date.now() - stoppedAtMs < 5_000, `${Date.now() - stoppedAtMs} ms`);
    assert.equal(program.exitCode, 0);
    here.close();
  } finally {
    program.kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  }
});

async function findPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/**
 * `npm run test:bluesky`: the reader against a real network of the AT Protocol on this machine (directory, personal data server,
 * view of the network), with people who really post, reply, like, repost, follow and quote. Apart from `npm test`: it is
 * large, compiles a part of itself once, and needs redis-server and a C++ compiler.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { blueskyReader } from '#connectors/bluesky/bluesky.ts';
import { createEgress } from '#outgoing/egress.ts';
import { createNet } from '#outgoing/net.ts';
import { type Net, type PlaceCursor, type Reach, ReaderProblem } from '#services/connections/reader.ts';
import type { InteractionRecord } from '#services/imports/connector.ts';
import { emptyTestDatabase } from './database.ts';

const here = fileURLToPath(new URL('./bluesky/', import.meta.url));
const parts = join(here, 'node_modules');
const redisPort = 4638;

interface Ref {
  readonly uriStr: string;
}
interface Seeds {
  createAccount(name: string, params: object): Promise<{ did: string }>;
  post(by: string, text: string, facets?: object[], images?: undefined, quote?: Ref): Promise<{ ref: Ref }>;
  reply(by: string, root: Ref, parent: Ref, text: string): Promise<{ ref: Ref }>;
  like(by: string, post: Ref): Promise<unknown>;
  repost(by: string, post: Ref): Promise<unknown>;
  follow(by: string, other: string): Promise<unknown>;
}
interface Network {
  readonly pds: { readonly url: string };
  getSeedClient(): Seeds;
  processAll(): Promise<void>;
  close(): Promise<void>;
}

install();
const redis = startRedis();
const database = await emptyTestDatabase();
process.env['REDIS_HOST'] = `127.0.0.1:${redisPort}`;
const { TestNetwork } = (await import(pathToFileURL(join(parts, '@atproto/dev-env/dist/index.js')).href)) as {
  TestNetwork: { create(params: object): Promise<Network> };
};
const began = performance.now();
const network = await TestNetwork.create({ dbPostgresUrl: database.url, dbPostgresSchema: 'hecht' });
console.log(
  `a network of the AT Protocol stands after ${Math.round(performance.now() - began)} ms at ${network.pds.url}`,
);
let failed = false;
try {
  await tryReader(network);
  console.log('✔ everything the reader should see was seen, once');
} catch (error) {
  failed = true;
  console.error('✖', error);
} finally {
  await network.close().catch(() => undefined);
  redis.kill();
  await database.drop();
}
process.exit(failed ? 1 : 0);

async function tryReader({ pds, getSeedClient, processAll }: Network): Promise<void> {
  const seeds = getSeedClient.call(network);
  const account = (name: string) => {
    return seeds.createAccount(name, {
      handle: `${name}.test`,
      email: `${name}@example.com`,
      password: `${name}-koffie`,
    });
  };
  const [overkant, ans, yara] = [await account('overkant'), await account('ans'), await account('yara')];
  const { host } = new URL(pds.url);
  const net = createNet({ egress: createEgress({ alsoAllowed: [host] }), alsoAllowed: [host] });
  await giveName({ net, url: pds.url, handle: 'ans.test', password: 'ans-koffie', name: 'Ans de Wit' });
  const ours = await seeds.post(overkant.did, 'Nieuwe melange: Overkant 12');
  const reply = await seeds.reply(ans.did, ours.ref, ours.ref, 'Heerlijk, graag twee kilo!');
  const answer = await seeds.reply(overkant.did, ours.ref, reply.ref, 'Komt eraan');
  await seeds.like(ans.did, ours.ref);
  await seeds.repost(ans.did, ours.ref);
  await seeds.follow(ans.did, overkant.did);
  await seeds.post(yara.did, 'Dit moet je proeven', undefined, undefined, ours.ref);
  const facets = [
    {
      index: { byteStart: 0, byteEnd: 14 },
      features: [{ $type: 'app.bsky.richtext.facet#mention', did: overkant.did }],
    },
  ];
  const mention = await seeds.post(yara.did, '@overkant.test is open', facets);
  await seeds.repost(overkant.did, mention.ref);
  await processAll.call(network);

  const reach = (password: string): Reach<'bluesky'> => ({
    settings: { kind: 'bluesky', server: pds.url, handle: 'overkant.test' },
    secret: { type: 'password', password },
    ...{ net, signal: AbortSignal.timeout(60_000), ownAddresses: [], defaultCountry: 'NL' },
    ...{ timeZone: 'Europe/Amsterdam', nowMs: Date.now() },
  });
  await assert.rejects(blueskyReader.look(reach('nee')), (error) => {
    assert.ok(error instanceof ReaderProblem);
    console.log(`a wrong password is called "${error.problem}"; the server said: ${error.detail}`);
    return error.problem === 'wrong-password';
  });
  const { name, own, places } = await blueskyReader.look(reach('overkant-koffie'));
  assert.deepEqual([name, own[0]?.value], ['@overkant.test', `bluesky:${overkant.did}`]);

  const from = places.map(({ place }): PlaceCursor => ({ place, role: null, cursor: null }));
  const first = await readAll(reach('overkant-koffie'), from);
  const said = first.records.map((one) => {
    const who = [
      one.from.displayName ?? one.from.label,
      one.kind,
      one.to.map(({ displayName, label }) => displayName ?? label),
    ];
    return `${who.flat().join(' ')}${one.snippet === null ? '' : `: ${one.snippet}`}`;
  });
  for (const line of said) console.log(`  ${line}`);
  assert.deepEqual(said.toSorted(), [
    '@overkant.test comment Ans de Wit: Komt eraan',
    '@overkant.test share @yara.test',
    '@yara.test post @overkant.test: @overkant.test is open',
    '@yara.test share @overkant.test: Dit moet je proeven',
    'Ans de Wit comment @overkant.test: Heerlijk, graag twee kilo!',
    'Ans de Wit follow @overkant.test',
    'Ans de Wit like @overkant.test',
    'Ans de Wit share @overkant.test',
  ]);
  assert.ok(first.records.find(({ sourceKey }) => sourceKey === answer.ref.uriStr)?.answers.includes(reply.ref.uriStr));

  assert.equal((await readAll(reach('overkant-koffie'), first.places)).records.length, 0, 'nothing twice');
  await seeds.like(yara.did, answer.ref);
  await processAll.call(network);
  const second = await readAll(reach('overkant-koffie'), first.places);
  assert.deepEqual(
    second.records.map(({ kind, from: by }) => `${by.label} ${kind}`),
    ['@yara.test like'],
  );
}

interface Naming {
  readonly net: Net;
  readonly url: string;
  readonly handle: string;
  readonly password: string;
  readonly name: string;
}

async function giveName({ net, url, handle, password, name }: Naming): Promise<void> {
  const post = async (method: string, body: object, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const answer = await net.fetch(`${url}/xrpc/${method}`, { method: 'POST', headers, body: JSON.stringify(body) });
    assert.ok(answer.ok, `${method} ${answer.status}`);
    return (await answer.json()) as { accessJwt: string; did: string };
  };
  const { accessJwt, did } = await post('com.atproto.server.createSession', { identifier: handle, password });
  const collection = 'app.bsky.actor.profile';
  const record = { $type: collection, displayName: name };
  await post('com.atproto.repo.putRecord', { repo: did, collection, rkey: 'self', record }, accessJwt);
}

async function readAll(reach: Reach<'bluesky'>, places: readonly PlaceCursor[]) {
  const records: InteractionRecord[] = [];
  const cursors = new Map(places.map((place) => [place.place, place]));
  for await (const batch of blueskyReader.read(reach, places)) {
    for (const item of batch.items) {
      assert.equal(item.type, 'interaction', JSON.stringify(item));
      if (item.type === 'interaction') records.push(item.record);
    }
    cursors.set(batch.place, { place: batch.place, role: null, cursor: batch.cursor });
  }
  return { records, places: [...cursors.values()] };
}

function install(): void {
  const run = (command: string, args: readonly string[], cwd: string) =>
    execFileSync(command, args, { cwd, stdio: 'inherit' });
  if (!existsSync(join(parts, '@atproto/dev-env')))
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], here);
  const sqlite = join(parts, 'better-sqlite3');
  if (existsSync(join(sqlite, 'build/Release/better_sqlite3.node'))) return;
  // Its ready-made part lies at another house; the headers of our Node lie here.
  const headers = dirname(dirname(process.execPath));
  const npm = execFileSync('npm', ['root', '--global']).toString().trim();
  run(
    process.execPath,
    [join(npm, 'npm/node_modules/node-gyp/bin/node-gyp.js'), 'rebuild', '--release', `--nodedir=${headers}`],
    sqlite,
  );
}

function startRedis(): ChildProcess {
  try {
    execFileSync('redis-server', ['--version']);
  } catch {
    console.error('test:bluesky needs redis-server (apt-get install redis-server). Nothing was tried.');
    process.exit(2);
  }
  return spawn('redis-server', ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', ''], { stdio: 'ignore' });
}

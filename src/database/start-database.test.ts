import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type Database, startDatabase } from './start-database.ts';

/** In the checkout and not in the system's temporary folder, so that the account's own rights are tried too. */
const scratch = fileURLToPath(new URL('../../.tmp/', import.meta.url));
let dataDir: string;

before(() => {
  dataDir = makeDataDir();
});
after(() => rmSync(dataDir, { recursive: true, force: true }));

function makeDataDir(): string {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, 'supervised-'));
  chmodSync(folder, 0o755);
  return folder;
}

async function query(url: string, text: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answer: pg.QueryResult | pg.QueryResult[] = await client.query(text);
    return (Array.isArray(answer) ? answer.at(-1) : answer)?.rows[0] ?? {};
  } finally {
    await client.end();
  }
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await startDatabase({ dataDir });
  try {
    await work(database);
  } finally {
    await database.stop();
  }
}

const postmasterPid = (database: Database) =>
  Number(readFileSync(join(database.folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Another Hecht, as its own process, that holds the database until it is killed. */
async function startOther(t: TestContext) {
  const script = `import { startDatabase } from '#database/start-database.ts';
    const database = await startDatabase({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(database.url, database.adopted);
    process.on('SIGTERM', () => database.stop().then(() => process.exit()));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const [url, adopted] = String(line).trim().split(' ');
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await once(child, 'exit');
  };
  return { url: url ?? '', adopted: adopted === 'true', end };
}

async function eventually<T>(what: () => Promise<T>, withinMs = 10_000): Promise<T> {
  const deadlineMs = Date.now() + withinMs;
  for (;;) {
    try {
      return await what();
    } catch (problem) {
      if (Date.now() > deadlineMs) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

test('keeps what was written over a stop and a start', async () => {
  await withDatabase(async ({ url }) => {
    await query(url, 'CREATE TABLE kept (word text); INSERT INTO kept VALUES ($$hecht$$)');
  });
  await withDatabase(async ({ url }) => {
    assert.deepEqual(await query(url, 'SELECT word FROM kept'), { word: 'hecht' });
  });
});

test('listens on this machine only, with durable commits and a locale that no system upgrade changes', async () => {
  await withDatabase(async ({ url }) => {
    const settings = await query(
      url,
      `SELECT current_setting('listen_addresses') AS address, current_setting('synchronous_commit') AS commit,
        current_setting('fsync') AS fsync, current_setting('password_encryption') AS password, datlocprovider AS provider
       FROM pg_database WHERE datname = current_database()`,
    );
    assert.deepEqual(settings, {
      address: '127.0.0.1',
      commit: 'on',
      fsync: 'on',
      password: 'scram-sha-256',
      provider: 'b',
    });
    const stranger = new URL(url);
    stranger.password = 'guess';
    await assert.rejects(query(stranger.href, 'SELECT 1'), /password authentication failed/);
  });
});

test('has the extensions and text search the product needs', async () => {
  await withDatabase(async ({ url }) => {
    await query(url, 'CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE EXTENSION IF NOT EXISTS unaccent');
    assert.deepEqual(await query(url, "SELECT to_tsvector('dutch', 'banden')::text AS words"), { words: "'band':1" });
  });
});

test('starts again at the same address when the server is killed', async () => {
  await withDatabase(async (database) => {
    process.kill(postmasterPid(database), 'SIGKILL');
    const row = await eventually(() => query(database.url, 'SELECT 1 AS one'));
    assert.deepEqual(row, { one: 1 });
  });
});

test('adopts the server of another Hecht, and takes over when that one ends', async (t) => {
  const other = await startOther(t);
  assert.equal(other.adopted, false);
  await withDatabase(async (database) => {
    assert.equal(database.adopted, true);
    assert.equal(database.url, other.url);
    await other.end('SIGTERM');
    assert.deepEqual(await eventually(() => query(database.url, 'SELECT 1 AS one')), { one: 1 });
  });
});

test('a kill -9 of its Hecht stops the server, and the next start finds every committed row', async (t) => {
  const other = await startOther(t);
  await query(other.url, 'CREATE TABLE IF NOT EXISTS survived (n int); INSERT INTO survived VALUES (1)');
  await other.end('SIGKILL');
  await withDatabase(async ({ url, adopted }) => {
    assert.equal(adopted, false);
    assert.deepEqual(await query(url, 'SELECT count(*)::int AS n FROM survived'), { n: 1 });
  });
});

test('two starters at once share one server, also when neither finds a cluster', async (t) => {
  const kept = dataDir;
  dataDir = makeDataDir();
  try {
    const [one, other] = await Promise.all([startOther(t), startOther(t)]);
    assert.equal(one.url, other.url);
    assert.deepEqual([one.adopted, other.adopted].sort(), [false, true]);
    await Promise.all([one.end('SIGTERM'), other.end('SIGTERM')]);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
    dataDir = kept;
  }
});

test('a process that got the number of a dead server does not block the start', async () => {
  await withDatabase(async () => undefined);
  const stale = [process.ppid, join(dataDir, 'database', 'cluster'), 1, 15_433, '', '127.0.0.1', '', 'ready'];
  writeFileSync(join(dataDir, 'database', 'cluster', 'postmaster.pid'), `${stale.join('\n')}\n`);
  await withDatabase(async ({ url, adopted }) => {
    assert.equal(adopted, false);
    assert.deepEqual(await query(url, 'SELECT 1 AS one'), { one: 1 });
  });
});

test('says plainly what to do when the data folder cannot be made', async () => {
  const file = join(dataDir, 'a-file');
  writeFileSync(file, '');
  await assert.rejects(startDatabase({ dataDir: join(file, 'data') }), /cannot write in its data folder/);
});

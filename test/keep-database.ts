/** Keeps one PostgreSQL for test files that are run by hand, and ends when none has used it for a while. */
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startDatabase } from '#database/start-database.ts';
import { addressFile, testServerSettings } from './database-server.ts';

const dataDir = dirname(addressFile);
const endAfterIdleMs = 60_000;
const lookEveryMs = 5_000;

mkdirSync(dataDir, { recursive: true });
const log = (line: string) => appendFileSync(join(dataDir, 'keeper.log'), `${line}\n`);
try {
  const database = await startDatabase({ dataDir, settings: testServerSettings, log });
  if (!database.adopted) {
    writeFileSync(addressFile, database.url, { mode: 0o600 });
    await waitUntilIdle(database.url);
    rmSync(addressFile, { force: true });
  }
  await database.stop();
} catch (problem) {
  log(String(problem));
  process.exitCode = 1;
}

async function waitUntilIdle(url: string): Promise<void> {
  for (let idleMs = 0; idleMs < endAfterIdleMs; ) {
    await pause(lookEveryMs);
    idleMs = (await countOthers(url)) === 0 ? idleMs + lookEveryMs : 0;
  }
}

async function countOthers(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ others: number }>(
      `SELECT count(*)::int AS others FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    return rows[0]?.others ?? 0;
  } finally {
    await client.end();
  }
}

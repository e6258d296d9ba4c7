import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** Where the keeper of a by-hand run writes the address of its server. */
export const addressFile = fileURLToPath(new URL('../.tmp/test-database/address', import.meta.url));

/** Test data may be lost with the machine, so nothing waits for the disk. */
export const testServerSettings = { fsync: 'off', full_page_writes: 'off', max_connections: '300' };

/** `npm test` names its server; DATABASE_URL names any other; a file run by hand gets one that stays a short while. */
export async function findTestServer(): Promise<string> {
  return process.env.HECHT_TEST_DATABASE_URL || process.env.DATABASE_URL || (await findKept());
}

async function findKept(): Promise<string> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const address = existsSync(addressFile) ? readFileSync(addressFile, 'utf8').trim() : '';
    if (address && (await answers(address))) return address;
    if (attempt % 100 === 0) startKeeper();
    await pause(100);
  }
  throw new Error('The test database did not start; see .tmp/test-database/keeper.log.');
}

async function answers(address: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function startKeeper(): void {
  const keeper = fileURLToPath(new URL('./keep-database.ts', import.meta.url));
  spawn(process.execPath, [keeper], { detached: true, stdio: 'ignore' }).unref();
}

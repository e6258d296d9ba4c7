import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const shippedFolder = fileURLToPath(new URL('./migrations/', import.meta.url));

/** Any constant will do, as long as every Hecht process takes the same one. */
const migrationLock = 4_321_001;

const patienceMs = 10_000;
/** Refused, reset, shutting down, starting up. */
const passing = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03']);

export type Migration = { name: string; sql: string };

/** Brings a database up to this program's schema and returns the names of the migrations it applied. */
export async function migrate(databaseUrl: string, folder = shippedFolder): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await connectPatiently(databaseUrl);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const applied = await listApplied(client);
    refuseUnknown(applied, migrations);
    const pending = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    // Ending the session also gives the lock back, however the migration went.
    await client.end();
  }
}

/** A server that is starting, or a Hecht that hands its database over, refuses for a moment. */
async function connectPatiently(databaseUrl: string): Promise<pg.Client> {
  const deadlineMs = Date.now() + patienceMs;
  for (;;) {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'hecht migrate' });
    try {
      await client.connect();
      return client;
    } catch (problem) {
      await client.end().catch(() => undefined);
      const { code = '' } = problem as { code?: string };
      if (!passing.has(code) || Date.now() > deadlineMs) throw problem;
      await pause(200);
    }
  }
}

export async function readMigrations(folder = shippedFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4,}.*\.sql$/.test(name)).sort();
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(`${folder}/${name}`, 'utf8') })));
}

async function listApplied(client: pg.Client): Promise<Set<string>> {
  await client.query(
    'CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  const { rows } = await client.query<{ name: string }>('SELECT name FROM schema_migrations');
  return new Set(rows.map((row) => row.name));
}

function refuseUnknown(applied: Set<string>, migrations: Migration[]): void {
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = [...applied].filter((name) => !known.has(name)).sort();
  if (unknown.length === 0) return;
  throw new Error(
    `This database was made by a newer Hecht: it has ${unknown.join(', ')}, which this version does not know. ` +
      'Start the newer version, or restore a backup made with this one.',
  );
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(migration.sql);
    await client.query('INSERT INTO schema_migrations (name) VALUES ($1)', [migration.name]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new Error(`Migration ${migration.name} failed: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

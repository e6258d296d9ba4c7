import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate, readMigrations } from '#store/migrate.ts';
import { findTestServer } from './database-server.ts';

export type TestDatabase = { url: string; pool: pg.Pool; drop(): Promise<void> };

/** Makes one copy of a template at a time wait until the template is whole. */
const templateLock = 4_321_002;
const abandonedAfterMs = 6 * 3_600_000;

/** A database of your own, with every migration applied. Ask for one per test file and drop it in `after`. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await findTestServer();
  const template = await onServer(server, ensureTemplate);
  return createDatabase(server, `TEMPLATE ${template} STRATEGY wal_log`);
}

/** The same without any migration, for tests of the migrations themselves. */
export async function emptyTestDatabase(): Promise<TestDatabase> {
  return createDatabase(await findTestServer(), 'TEMPLATE template0');
}

async function createDatabase(server: string, options: string): Promise<TestDatabase> {
  const name = `hecht_test_${Date.now()}_${randomBytes(4).toString('hex')}`;
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} ${options}`));
  const url = withDatabase(server, name);
  const pool = new pg.Pool({ connectionString: url, max: 8, allowExitOnIdle: true });
  // Dropping a database cuts idle connections of a test that ended; that is no error.
  pool.on('error', () => undefined);
  const drop = async () => {
    if (!pool.ended) await pool.end();
    await onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return { url, pool, drop };
}

async function ensureTemplate(client: pg.Client): Promise<string> {
  const migrations = await readMigrations();
  const fingerprint = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 12);
  const name = `hecht_template_${fingerprint}`;
  await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
  const { rows } = await client.query('SELECT datallowconn FROM pg_database WHERE datname = $1', [name]);
  if (rows[0]?.datallowconn === false) return name;
  // Still open for connections means that its making was interrupted.
  if (rows.length > 0) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await dropAbandoned(client);
  await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  await migrate(withDatabase(await findTestServer(), name));
  await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  return name;
}

/** Databases of killed test files, and templates of schemas nobody has worked on lately. */
async function dropAbandoned(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database
     WHERE datname LIKE 'hecht\\_test\\_%' AND split_part(datname, '_', 3)::bigint < $1
     UNION ALL
     (SELECT datname FROM pg_database WHERE datname LIKE 'hecht\\_template\\_%' ORDER BY oid DESC OFFSET 3)`,
    [Date.now() - abandonedAfterMs],
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: withDatabase(server, 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate, readMigrations } from '#store/migrate.ts';
import { findTestServer } from './database-server.ts';

export type TestDatabase = { url: string; pool: pg.Pool; drop(): Promise<void> };

/** A database that is made once and copied for everybody who asks for its like. */
export type Template = {
  /** Starts with `hecht_template_` and says what is in it: another content has another name. */
  name: string;
  /** The template this one begins as. */
  from: string;
  /** Whoever asks meanwhile waits behind this number until it is whole. */
  lock: number;
  fill(url: string): Promise<unknown>;
};

const abandonedAfterMs = 6 * 3_600_000;

/** A database of your own, with every migration applied. Ask for one per test file and drop it in `after`. */
export async function testDatabase(): Promise<TestDatabase> {
  return copyOf(await schemaTemplate());
}

export async function copyOf(template: Template): Promise<TestDatabase> {
  await ensureTemplate(template);
  return createDatabase(await findTestServer(), `TEMPLATE ${template.name} STRATEGY wal_log`);
}

/** Every migration applied, and nothing in it. */
export async function schemaTemplate(): Promise<Template> {
  const migrations = await readMigrations();
  const fingerprint = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 12);
  return { name: `hecht_template_${fingerprint}`, from: 'template0', lock: 4_321_002, fill: (url) => migrate(url) };
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

export async function ensureTemplate({ name, from, lock, fill }: Template): Promise<void> {
  const server = await findTestServer();
  await onServer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
    const { rows } = await client.query('SELECT datallowconn FROM pg_database WHERE datname = $1', [name]);
    if (rows[0]?.datallowconn === false) return;
    // Still open for connections means that its making was interrupted.
    if (rows.length > 0) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await dropAbandoned(client);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`);
    await fill(withDatabase(server, name));
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  });
}

/** Databases of killed test files, and templates of schemas nobody has worked on lately. */
async function dropAbandoned(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database
     WHERE datname LIKE 'hecht\\_test\\_%' AND split_part(datname, '_', 3)::bigint < $1
     UNION ALL
     (SELECT datname FROM pg_database WHERE datname LIKE 'hecht\\_template\\_%' ORDER BY oid DESC OFFSET 5)`,
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

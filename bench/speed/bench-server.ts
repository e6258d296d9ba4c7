/** The database server of the bench: settings as shipped (every commit reaches the disk), data kept beside the house's own. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '#config';
import { openDatabase } from '#database/open-database.ts';
import { migrate } from '#store/migrate.ts';

export interface BenchServer {
  readonly dataDir: string;
  readonly version: string;
  urlOf(database: string): string;
  has(database: string): Promise<boolean>;
  /** Thrown away first when it was there. */
  create(database: string): Promise<string>;
  drop(database: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startBenchServer(): Promise<BenchServer> {
  const config = readConfig(process.env, []);
  const dataDir = join(config.dataDir, 'bench');
  mkdirSync(dataDir, { recursive: true });
  const { databaseUrl } = config;
  const database = await openDatabase({ databaseUrl, dataDir, log: console.error });
  const admin = new pg.Client({ connectionString: withDatabase(database.url, 'postgres') });
  await admin.connect();
  const { rows } = await admin.query<{ server_version: string }>('show server_version');
  const drop = async (name: string) => {
    await admin.query(`drop database if exists ${name} with (force)`);
  };
  return {
    dataDir,
    version: rows[0]?.server_version ?? '',
    urlOf: (name) => withDatabase(database.url, name),
    has: async (name) => ((await admin.query('select from pg_database where datname = $1', [name])).rowCount ?? 0) > 0,
    create: async (name) => {
      await drop(name);
      await admin.query(`create database ${name}`);
      const url = withDatabase(database.url, name);
      await migrate(url);
      return url;
    },
    drop,
    stop: async () => {
      await admin.end();
      await database.stop();
    },
  };
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

import pg from 'pg';
import { type Database, type DatabaseOptions, startDatabase } from './start-database.ts';

export type OpenDatabase = Pick<Database, 'url' | 'stop'> & {
  /** Where the embedded server keeps its files; undefined when DATABASE_URL names another. */
  folder: string | undefined;
};

const oldestVersion = 150_000;

/** The database everything runs on: the one that was named, else the embedded one of this data folder. */
export async function openDatabase({
  databaseUrl,
  ...embedded
}: { databaseUrl: string | undefined } & DatabaseOptions) {
  const database: OpenDatabase = databaseUrl
    ? { url: databaseUrl, folder: undefined, stop: async () => undefined }
    : await startDatabase(embedded);
  if (databaseUrl) await requireVersion(databaseUrl);
  return database;
}

async function requireVersion(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
      "SELECT current_setting('server_version_num') AS server_version_num, current_setting('server_version') AS server_version",
    );
    if (Number(rows[0]?.server_version_num) >= oldestVersion) return;
    throw new Error(`it is version ${rows[0]?.server_version}; Hecht needs 15 or later.`);
  } catch (cause) {
    const { host } = new URL(url);
    const reason = cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : cause;
    throw new Error(`The PostgreSQL of DATABASE_URL (${host}) cannot be used: ${reason}`, { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
}

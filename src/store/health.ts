/** What a doctor asks the database. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface Vitals {
  readonly serverVersion: string;
  readonly migrations: number;
  readonly staleTies: number;
  /** How long the oldest of them waits. */
  readonly staleForSeconds: number | null;
  readonly givenUpJobs: number;
  readonly silentImports: number;
  readonly databaseBytes: number;
}

export async function readVitals(db: Db, { now, silentSince }: { now: Date; silentSince: Date }): Promise<Vitals> {
  const { rows } = await sql<Omit<Vitals, 'givenUpJobs'>>`
    select current_setting('server_version') as "serverVersion",
      (select count(*) from schema_migrations) as migrations,
      (select count(*) from stale_ties) as "staleTies",
      (select extract(epoch from ${now}::timestamptz - min(at))::double precision from stale_ties) as "staleForSeconds",
      (select count(*) from imports where status in ('previewing', 'running', 'undoing')
        and coalesce(heartbeat_at, created_at) < ${silentSince}) as "silentImports",
      pg_database_size(current_database()) as "databaseBytes"`.execute(db);
  const [vitals] = rows;
  if (!vitals) throw new Error('the database did not answer');
  return { ...vitals, givenUpJobs: await countGivenUpJobs(db) };
}

/** The queue makes its own tables at its first start; before that nothing can have been given up. */
async function countGivenUpJobs(db: Db): Promise<number> {
  const { rows: tables } = await sql<{ there: boolean }>`select to_regclass('jobs.job') is not null as there`.execute(
    db,
  );
  if (!tables[0]?.there) return 0;
  const { rows } = await sql<{ jobs: number }>`select count(*) as jobs from jobs.job where name = 'given-up'`.execute(
    db,
  );
  return rows[0]?.jobs ?? 0;
}

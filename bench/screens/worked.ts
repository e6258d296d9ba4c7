/** Processor time of the program and of the database's sessions together: what a call costs, however busy the machine is. */
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Db } from '#store/database.ts';

/** Linux counts in hundredths of a second; elsewhere this is not a number. */
const msPerTick = 10;

export async function readWorkedMs(db: Db, appPid: number): Promise<number> {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(db);
  return [appPid, ...rows.map(({ pid }) => pid)].reduce((sum, pid) => sum + readTicks(pid) * msPerTick, 0);
}

function readTicks(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return Number.NaN;
  }
}

/** The year line: what a tie was, in the weeks in which that changed. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export interface TieHistoryRow {
  readonly tieId: string;
  readonly week: number;
  readonly bond: number;
  readonly trust: number;
  readonly reciprocity: number;
  readonly intensity: number;
  readonly time: number;
}

/** Replaces what was written of these ties from a week on; older weeks stay as they were seen then. */
export async function replaceTieHistory(
  tx: Tx,
  input: { tieIds: readonly string[]; fromWeek: number; rows: readonly TieHistoryRow[] },
): Promise<void> {
  await sql`
    delete from tie_history where tie_id = any(${[...input.tieIds]}::uuid[]) and week >= ${input.fromWeek}`.execute(tx);
  if (input.rows.length === 0) return;
  const column = (field: 'tieId' | 'week') => input.rows.map((row) => row[field]);
  const share = (field: Exclude<keyof TieHistoryRow, 'tieId' | 'week'>) => input.rows.map((row) => asReal(row[field]));
  await sql`
    insert into tie_history (tie_id, week, bond, trust, reciprocity, intensity, time)
    select * from unnest(${column('tieId')}::uuid[], ${column('week')}::int[], ${share('bond')}::real[],
      ${share('trust')}::real[], ${share('reciprocity')}::real[], ${share('intensity')}::real[],
      ${share('time')}::real[])
    on conflict do nothing`.execute(tx);
}

export async function listTieHistory(
  db: Db,
  find: { tieIds: readonly string[]; fromWeek: number },
): Promise<TieHistoryRow[]> {
  const { rows } = await sql<TieHistoryRow>`
    select tie_id as "tieId", week, bond, trust, reciprocity, intensity, time from tie_history
    where tie_id = any(${[...find.tieIds]}::uuid[]) and week >= ${find.fromWeek} order by tie_id, week`.execute(db);
  return rows;
}

/** After years of silence a share is smaller than a real can be, which PostgreSQL calls an error. */
function asReal(share: number): number {
  return Math.abs(share) < 1e-30 ? 0 : share;
}

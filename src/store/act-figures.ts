/** What the ranking of acts needs of relations: their kept figures, many at once. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface ActFiguresRow {
  readonly partyId: string;
  readonly bond: number;
  readonly trust: number;
  readonly reciprocity: number;
  readonly intensity: number;
  readonly time: number;
  readonly givingOurs: number;
  readonly givingTheirs: number;
  readonly pressure: number;
  readonly gapDays: number | null;
  readonly silenceDays: number;
  readonly dependency: number | null;
}

export async function listActFigures(
  db: Db,
  find: { partyIds: readonly string[]; now: Date },
): Promise<Map<string, ActFiguresRow>> {
  const { rows } = await sql<ActFiguresRow>`
    select party_id as "partyId", bond, trust, reciprocity, intensity, time, giving_ours as "givingOurs",
      giving_theirs as "givingTheirs", pressure, gap_days as "gapDays", dependency,
      coalesce(greatest(0, extract(epoch from
        least(${find.now}::timestamptz, to_timestamp(as_of_ms / 1000)) - last_at) / 86400.0), 0)::float8 as "silenceDays"
    from party_figures where party_id = any(${[...find.partyIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.partyId, row]));
}

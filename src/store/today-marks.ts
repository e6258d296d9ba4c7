import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface TodayMark {
  readonly userId: string;
  readonly partyId: string;
  readonly line: string;
  readonly mark: 'snoozed' | 'done' | 'left-in-peace' | 'not-useful';
  readonly until: Date | null;
  readonly at: Date;
}

export async function putTodayMark(db: Db, mark: TodayMark): Promise<void> {
  await sql`
    insert into today_marks (user_id, party_id, line, mark, until, at)
    values (${mark.userId}, ${mark.partyId}, ${mark.line}, ${mark.mark}, ${mark.until}, ${mark.at})
    on conflict (user_id, party_id, line) do update
      set mark = excluded.mark, until = excluded.until, at = excluded.at`.execute(db);
}

export async function deleteTodayMark(db: Db, mark: Pick<TodayMark, 'userId' | 'partyId' | 'line'>): Promise<void> {
  await sql`
    delete from today_marks
    where user_id = ${mark.userId} and party_id = ${mark.partyId} and line = ${mark.line}`.execute(db);
}

export interface LineVerdict {
  readonly line: string;
  readonly useful: boolean;
  readonly at: Date;
}

/** What a user said of lines since then: done is useful, the rest of the marks say neither. */
export async function listVerdicts(db: Db, find: { userId: string; since: Date }): Promise<LineVerdict[]> {
  const { rows } = await sql<LineVerdict>`
    select line, mark = 'done' as useful, at from today_marks
    where user_id = ${find.userId} and mark in ('done', 'not-useful') and at >= ${find.since}
    order by at desc limit 500`.execute(db);
  return rows;
}

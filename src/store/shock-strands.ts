/** Through whom relations hang together with us, lean: for what happens when somebody goes, and for how it stood then. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { listMembers } from './members.ts';

export interface ShockStrandRow {
  readonly partyId: string;
  readonly colleagueId: string | null;
  readonly contactId: string;
  readonly bond: number;
  readonly time: number;
}

interface Find {
  readonly partyIds: readonly string[];
  readonly on: string;
  /** As of the end of this week of the year line; null = now. */
  readonly week: number | null;
}

/** `offset 0` as in strands.ts: a colleague has thousands of ties, a relation one or two. */
export async function listShockStrands(db: Db, { partyIds, on, week }: Find): Promise<ShockStrandRow[]> {
  const members = await listMembers(db, { partyIds, on });
  const figures =
    week === null
      ? sql`select bond, time from tie_figures where tie_id = t.id offset 0`
      : sql`select bond::float8, time::float8 from tie_history where tie_id = t.id and week <= ${week}
          order by week desc limit 1`;
  const { rows } = await sql<ShockStrandRow>`
    with member as (
      select * from unnest(${members.map((row) => row.partyId)}::uuid[], ${members.map((row) => row.memberId)}::uuid[])
        as m(party_id, member_id)
    )
    select m.party_id as "partyId", case when o.kind = 'person' then o.id end as "colleagueId",
      m.member_id as "contactId", g.bond, g.time
    from member m cross join lateral (
      select id, party_b as other from ties where party_a = m.member_id
      union all select id, party_a from ties where party_b = m.member_id offset 0
    ) t
    join parties o on o.id = t.other and o.is_own
    cross join lateral (${figures}) g`.execute(db);
  return rows;
}

/** Through whom relations hang together with us, lean: for what happens when somebody goes, and for how it stood then. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

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

/**
 * For thousands at once, each table by `= any(...)`: only a plain index can answer that. Asked one by one, PostgreSQL may
 * take the index that keeps relations from overlapping, which is read as a whole for each.
 */
export async function listShockStrands(db: Db, { partyIds, on, week }: Find): Promise<ShockStrandRow[]> {
  const figures =
    week === null
      ? sql`select bond, time from tie_figures where tie_id = t.id offset 0`
      : sql`select bond::float8, time::float8 from tie_history where tie_id = t.id and week <= ${week}
          order by week desc limit 1`;
  const { rows } = await sql<ShockStrandRow>`
    with member as materialized (
      select id as party_id, id as member_id from unnest(${[...partyIds]}::uuid[]) as x(id)
      union all
      select r.to_party, r.from_party from relations r join parties p on p.id = r.from_party
      where r.to_party = any(${[...partyIds]}::uuid[]) and r.type_id = (select id from relation_types where key = 'works-at')
        and (r.from_on is null or r.from_on <= ${on}::date) and (r.until_on is null or r.until_on > ${on}::date)
        -- People whose private affair it is do not count for where they work.
        and p.visibility = 'firm' and p.deleted_at is null
    ), tie as materialized (
      select id, party_a as member_id, party_b as other from ties
      where party_a = any(array(select member_id from member))
      union all
      select id, party_b, party_a from ties where party_b = any(array(select member_id from member))
    )
    select m.party_id as "partyId", case when o.kind = 'person' then o.id end as "colleagueId",
      m.member_id as "contactId", g.bond, g.time
    from tie t join (select id, kind from parties where is_own offset 0) o on o.id = t.other
    join member m on m.member_id = t.member_id
    cross join lateral (${figures}) g`.execute(db);
  return rows;
}

/** Who counts for a party: itself, and for an organisation the people who work there now. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface MemberRow {
  readonly partyId: string;
  readonly memberId: string;
}

/**
 * People whose private affair it is do not count for the organisation they work at. Asked apart from what is then looked
 * up of them: with the members known, PostgreSQL plans the rest for as many as there are.
 */
export async function listMembers(db: Db, input: { partyIds: readonly string[]; on: string }): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select x.id as "partyId", x.id as "memberId" from unnest(${[...input.partyIds]}::uuid[]) as x(id)
    union all
    select x.id, r.from_party from unnest(${[...input.partyIds]}::uuid[]) as x(id) cross join lateral (
      select r.from_party from relations r
      where r.to_party = x.id and r.type_id = (select id from relation_types where key = 'works-at')
        and (r.from_on is null or r.from_on <= ${input.on}::date)
        and (r.until_on is null or r.until_on > ${input.on}::date) offset 0
    ) r join parties p on p.id = r.from_party and p.visibility = 'firm' and p.deleted_at is null`.execute(db);
  return rows;
}

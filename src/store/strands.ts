/** Through which ties a party outside the firm hangs together with us (or, in a log of others, with anybody). */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { listMembers } from './members.ts';

export interface StrandRow {
  /** The party spoken of: a person, or the organisation this person works at. */
  readonly partyId: string;
  readonly tieId: string;
  readonly oursId: string;
  readonly oursName: string;
  readonly oursKind: 'person' | 'organisation';
  readonly theirsId: string;
  readonly theirsName: string;
  /** True: ours is side a of the tie. */
  readonly oursIsA: boolean;
  readonly oursIsOwn: boolean;
}

/**
 * `offset 0`: parties by their key. A colleague has thousands of ties and a relation one or two; the planner takes the
 * mean of the two for both, and would rather read all parties.
 */
export async function listStrands(db: Db, input: { partyIds: readonly string[]; on: string }): Promise<StrandRow[]> {
  const members = await listMembers(db, input);
  const { rows } = await sql<StrandRow>`
    with member as (
      select * from unnest(${members.map((row) => row.partyId)}::uuid[], ${members.map((row) => row.memberId)}::uuid[])
        as m(party_id, member_id)
    ), end_of as (
      select m.party_id, m.member_id, t.id, t.party_b as other, false as ours_is_a
      from member m cross join lateral (select id, party_b from ties where party_a = m.member_id offset 0) t
      union all
      select m.party_id, m.member_id, t.id, t.party_a, true from member m join ties t on t.party_b = m.member_id
    ), strand as (
      select e.*, o.name, o.kind, o.is_own, o.visibility, bool_or(o.is_own) over (partition by e.party_id) as has_own
      from end_of e cross join lateral (
        select name, kind, is_own, visibility from parties where id = e.other offset 0
      ) o
    )
    select s.party_id as "partyId", s.id as "tieId", s.other as "oursId", s.name as "oursName", s.kind as "oursKind",
      p.id as "theirsId", p.name as "theirsName", s.ours_is_a as "oursIsA", s.is_own as "oursIsOwn"
    from strand s cross join lateral (select id, name from parties where id = s.member_id offset 0) p
    where s.is_own or (not s.has_own and s.visibility = 'firm'
      -- What its people have among themselves is not what an organisation has with others.
      and not exists (select from member m where m.party_id = s.party_id and m.member_id = s.other))`.execute(db);
  return rows;
}

/** The parties outside the firm whose figures hang on these ties: both ends, and where those work. */
export async function listPartiesOfTies(db: Db, tieIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with ends as (
      select party_a as id from ties where id = any(${[...tieIds]}::uuid[])
      union select party_b from ties where id = any(${[...tieIds]}::uuid[])
    ), concerned as (
      select id from ends
      union select r.to_party from ends join relations r on r.from_party = ends.id
      join relation_types k on k.id = r.type_id and k.key = 'works-at'
    )
    select p.id from concerned join parties p using (id) where not p.is_own order by p.id`.execute(db);
  return rows.map((row) => row.id);
}

/** The organisations outside the firm that these people work at. */
export async function listPartiesWorkedAt(db: Db, partyIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.to_party as id from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
    join parties p on p.id = r.to_party and not p.is_own
    where r.from_party = any(${[...partyIds]}::uuid[]) order by 1`.execute(db);
  return rows.map((row) => row.id);
}

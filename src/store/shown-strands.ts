import { sql } from 'kysely';
import type { Db } from './database.ts';
import { listMembers } from './members.ts';

export interface ShownStrand {
  readonly tieId: string;
  readonly ours: { readonly id: string; readonly name: string };
  readonly theirs: { readonly id: string; readonly name: string };
  readonly bond: number;
  readonly lastAt: string | null;
}

interface Find {
  readonly partyId: string;
  /** Only ties with this party of ours; null = all. */
  readonly onlyOurs: string | null;
  readonly on: string;
}

const mostShown = 200;

/**
 * Ties of a party (and of whoever works there) with us, strongest first; where there is none, those with others.
 * `offset 0`: each member's ties by their index, whatever the planner thinks there are.
 */
export async function listShownStrands(db: Db, { partyId, onlyOurs, on }: Find): Promise<ShownStrand[]> {
  const members = (await listMembers(db, { partyIds: [partyId], on })).map((row) => row.memberId);
  const { rows } = await sql<ShownStrand>`
    with strand as (
      select id, party_a as theirs, party_b as ours from ties where party_a = any(${members}::uuid[])
      union all
      select id, party_b, party_a from ties where party_b = any(${members}::uuid[])
    ), shown as (
      select s.*, o.name as ours_name, o.is_own, bool_or(o.is_own) over () as has_own
      from strand s cross join lateral (
        select id, name, is_own, visibility from parties where id = s.ours offset 0
      ) o
      where o.visibility = 'firm' and (${onlyOurs}::uuid is null or o.id = ${onlyOurs}::uuid)
    )
    select s.id as "tieId", json_build_object('id', s.ours, 'name', s.ours_name) as ours,
      json_build_object('id', p.id, 'name', p.name) as theirs, coalesce(f.bond, 0) as bond, f.last_at as "lastAt"
    from shown s cross join lateral (select id, name from parties where id = s.theirs offset 0) p
    left join lateral (select bond, last_at from tie_figures where tie_id = s.id offset 0) f on true
    where s.is_own or (not s.has_own and exists (
      select from tie_states x join sources c on c.number = any(x.sources) and not c.is_private where x.tie_id = s.id))
    order by coalesce(f.bond, 0) desc, f.last_at desc nulls last, s.id limit ${mostShown}`.execute(db);
  return rows;
}

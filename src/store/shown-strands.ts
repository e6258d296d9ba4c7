import { sql } from 'kysely';
import type { Db } from './database.ts';

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

/** Ties of a party (and of whoever works there) with us, strongest first; where there is none, those with others. */
export async function listShownStrands(db: Db, { partyId, onlyOurs, on }: Find): Promise<ShownStrand[]> {
  const { rows } = await sql<ShownStrand>`
    with member as (
      select ${partyId}::uuid as id
      union
      select r.from_party from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
      join parties p on p.id = r.from_party and p.visibility = 'firm' and p.deleted_at is null
      where r.to_party = ${partyId} and (r.until_on is null or r.until_on > ${on}::date)
    ), strand as (
      select t.id, member.id as theirs, t.party_b as ours from member join ties t on t.party_a = member.id
      union all
      select t.id, member.id, t.party_a from member join ties t on t.party_b = member.id
    ), shown as (
      select s.*, o.name as ours_name, o.is_own, bool_or(o.is_own) over () as has_own
      from strand s join parties o on o.id = s.ours
      where o.visibility = 'firm' and (${onlyOurs}::uuid is null or o.id = ${onlyOurs}::uuid)
    )
    select s.id as "tieId", json_build_object('id', s.ours, 'name', s.ours_name) as ours,
      json_build_object('id', p.id, 'name', p.name) as theirs, coalesce(f.bond, 0) as bond, f.last_at as "lastAt"
    from shown s join parties p on p.id = s.theirs left join tie_figures f on f.tie_id = s.id
    where s.is_own or (not s.has_own and exists (
      select from tie_states x join sources c on c.number = any(x.sources) and not c.is_private where x.tie_id = s.id))
    order by coalesce(f.bond, 0) desc, f.last_at desc nulls last, s.id limit ${mostShown}`.execute(db);
  return rows;
}

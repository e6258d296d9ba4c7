/** Through whom a party hangs together with us, for its page. */
import { type RawBuilder, sql } from 'kysely';

export interface ShownStrand {
  readonly tieId: string;
  readonly ours: { readonly id: string; readonly name: string };
  readonly theirs: { readonly id: string; readonly name: string };
  readonly bond: number;
  readonly lastAt: string | null;
}

interface Find {
  readonly partyId: string;
  /** Of somebody private each viewer sees only what is between that person and the viewer's own party. */
  readonly viewerPartyId: string | null;
  readonly on: string;
}

const mostShown = 200;

/**
 * Ties of a party (and of whoever works there) with us, strongest first; where there is none, those with others.
 * `offset 0`: each is looked up by its index, whatever the planner thinks there are.
 */
export function selectShownStrands({ partyId, viewerPartyId, on }: Find): RawBuilder<ShownStrand> {
  return sql<ShownStrand>`
    with spoken_of as materialized (
      select visibility = 'private' as is_private from parties where id = ${partyId}::uuid
    ), member as materialized (
      select ${partyId}::uuid as id
      union all
      select r.from_party from relations r
      cross join lateral (select visibility, deleted_at from parties where id = r.from_party offset 0) p
      where r.to_party = ${partyId}::uuid and r.type_id = (select id from relation_types where key = 'works-at')
        and (r.from_on is null or r.from_on <= ${on}::date) and (r.until_on is null or r.until_on > ${on}::date)
        and p.visibility = 'firm' and p.deleted_at is null
    ), strand as materialized (
      select m.id as theirs, t.id, t.other as ours from member m cross join lateral (
        select id, party_b as other from ties where party_a = m.id
        union all
        select id, party_a from ties where party_b = m.id offset 0
      ) t
    ), shown as (
      select s.*, o.name as ours_name, o.is_own, bool_or(o.is_own) over () as has_own
      from strand s cross join spoken_of cross join lateral (
        select id, name, is_own, visibility from parties where id = s.ours offset 0
      ) o
      where o.visibility = 'firm' and (not spoken_of.is_private or o.id = ${viewerPartyId}::uuid)
    )
    select s.id as "tieId", json_build_object('id', s.ours, 'name', s.ours_name) as ours,
      json_build_object('id', p.id, 'name', p.name) as theirs, coalesce(f.bond, 0) as bond, f.last_at as "lastAt"
    from shown s cross join lateral (select id, name from parties where id = s.theirs offset 0) p
    left join lateral (select bond, last_at from tie_figures where tie_id = s.id offset 0) f on true
    where s.is_own or (not s.has_own and not exists (select from member m where m.id = s.ours) and exists (
      select from tie_states x join sources c on c.number = any(x.sources) and not c.is_private where x.tie_id = s.id))
    order by coalesce(f.bond, 0) desc, f.last_at desc nulls last, s.id limit ${mostShown}`;
}

/** Who knows whom, read in stretches into the network that is kept in memory. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface NetworkParty {
  readonly id: string;
  readonly isOrganisation: boolean;
  readonly isOwn: boolean;
  /** One of us who works here no more. */
  readonly hasLeft: boolean;
  /** Not to be named as somebody in between. */
  readonly isUnshown: boolean;
  /** Of somebody private: the users who may see them. */
  readonly visibleTo: readonly string[] | null;
}

export interface NetworkTie {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly bond: number;
  readonly visibleTo: readonly string[] | null;
}

export interface NetworkLink {
  readonly from: string;
  readonly to: string;
  readonly typeKey: string;
}

interface Stretch {
  readonly after: string | null;
  readonly most: number;
}

/** Neither the bin, nor who is to be ignored, nor who was met in passing. */
export async function listNetworkParties(db: Db, stretch: Stretch & { on: string }): Promise<NetworkParty[]> {
  const { after, most, on } = stretch;
  const { rows } = await sql<NetworkParty>`
    select p.id, p.kind = 'organisation' as "isOrganisation", p.is_own as "isOwn",
      exists (select from unshown_introducers h where h.party_id = p.id) as "isUnshown",
      case when p.visibility = 'private'
        then array(select v.user_id from private_parties v where v.party_id = p.id) end as "visibleTo",
      p.is_own and p.kind = 'person' and exists (
        select from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
        where r.from_party = p.id and r.until_on <= ${on}::date) and not exists (
        select from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
        where r.from_party = p.id and (r.until_on is null or r.until_on > ${on}::date)) as "hasLeft"
    from parties p
    where (${after}::uuid is null or p.id > ${after}::uuid) and p.deleted_at is null and not p.is_folded
      and not 'ignore' = any(p.roles)
    order by p.id limit ${most}`.execute(db);
  return rows;
}

/**
 * Ties of some strength, by the rule of guarded-ties: one with somebody private is theirs who know them and are in it
 * themselves; one between two outsiders that only mailboxes know of, the owners' of those.
 */
export async function listNetworkTies(db: Db, stretch: Stretch & { faintest: number }): Promise<NetworkTie[]> {
  const { after, most, faintest } = stretch;
  const { rows } = await sql<NetworkTie>`
    with stretch as materialized (
      select t.id, t.party_a, t.party_b from ties t
      where ${after}::uuid is null or t.id > ${after}::uuid order by t.id limit ${most}
    )
    select t.id, t.party_a as a, t.party_b as b, coalesce(f.bond, 0) as bond, case
      when a.visibility = 'private' or b.visibility = 'private' then coalesce((
        select array_agg(v.user_id) from private_parties v join users u on u.id = v.user_id
        where v.party_id in (case when a.visibility = 'private' then a.id end, case when b.visibility = 'private' then b.id end)
          and u.party_id in (a.id, b.id)), '{}')
      when not a.is_own and not b.is_own and f.bond >= ${faintest} then (
        select case when bool_and(c.is_private) then array_agg(distinct c.owner_user_id) end
        from tie_states s join sources c on c.number = any(s.sources) where s.tie_id = t.id)
      end as "visibleTo"
    from stretch t left join tie_figures f on f.tie_id = t.id
    join parties a on a.id = t.party_a join parties b on b.id = t.party_b
    order by t.id`.execute(db);
  return rows;
}

export async function listNetworkLinks(db: Db, on: string): Promise<NetworkLink[]> {
  const { rows } = await sql<NetworkLink>`
    select r.from_party as "from", r.to_party as "to", k.key as "typeKey"
    from relations r join relation_types k on k.id = r.type_id
    where (r.from_on is null or r.from_on <= ${on}::date) and (r.until_on is null or r.until_on > ${on}::date)
    order by r.id`.execute(db);
  return rows;
}

/** By which one sees that something was changed since: the last thing that was noted. */
export async function findLastChange(db: Db): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from changes order by id desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

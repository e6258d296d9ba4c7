/** What a what-if reads of relations: a stretch at a time, from what is materialised. Private ones never. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { filterFigures, filterRoles, type PartyFilter } from './party-rows.ts';

export interface ShockedPartyRow {
  readonly id: string;
  /** By the firm where this person works: read, but not counted. */
  readonly isSpokenFor: boolean;
  readonly bond: number;
  readonly time: number;
  readonly isGone: boolean;
  /** What of the bond runs through people of ours. */
  readonly peopleStrength: number;
  readonly shares: Readonly<Record<string, number>> | null;
  readonly uncertainty: number | null;
  readonly n: number | null;
  readonly ground: 'said' | 'survey' | 'choices' | 'segment' | null;
}

export type ShockScope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'segment'; readonly filter: PartyFilter }
  | { readonly kind: 'party'; readonly partyId: string };

interface Stretch {
  readonly scope: ShockScope;
  /** Only these, where a blow touches only some. */
  readonly among: readonly string[] | null;
  readonly after: string | null;
  readonly limit: number;
}

const mayCount = sql.raw(`p.deleted_at is null and not p.is_own and p.visibility = 'firm'
  and not p.roles && '{private,ignore,colleague}'::text[]`);

function isInScope(scope: ShockScope): RawBuilder<unknown> {
  if (scope.kind === 'party') return sql`p.id = ${scope.partyId}::uuid`;
  if (scope.kind === 'everything') return sql`true`;
  return sql`true ${filterRoles(scope.filter)} ${filterFigures(scope.filter)}`;
}

/**
 * One page by id, then what hangs on it, so that each page costs the same. Somebody who works at a firm that is measured
 * too is spoken for by that firm, unless it is that person who is asked about.
 */
export async function listShockedParties(db: Db, { scope, among, after, limit }: Stretch): Promise<ShockedPartyRow[]> {
  const from = after ?? '00000000-0000-0000-0000-000000000000';
  const { rows } = await sql<ShockedPartyRow>`
    with page as materialized (
      select p.id, f.bond, f.time, f.alarm = 'gone' as is_gone,
        case when f.dependency_on is null then 0 else f.bond end as people_strength
      from party_figures f join parties p on p.id = f.party_id
      where ${mayCount} and ${isInScope(scope)} and f.party_id > ${from}::uuid and p.id > ${from}::uuid
        and ${among === null ? sql`true` : sql`f.party_id = any(${[...among]}::uuid[])`}
      order by f.party_id limit ${limit}
    ), spoken_for as materialized (
      select distinct r.from_party as id from page join relations r on r.from_party = page.id
      join parties o on o.id = r.to_party join party_figures g on g.party_id = o.id
      where ${scope.kind !== 'party'}
        and r.type_id = (select id from relation_types where key = 'works-at') and r.until_on is null
        and o.deleted_at is null and o.visibility = 'firm' and not o.is_own
    )
    select g.id, g.bond, g.time, g.is_gone as "isGone", g.people_strength as "peopleStrength",
      s.id is not null as "isSpokenFor", w.shares, w.uncertainty, w.n, w.ground
    from page g left join spoken_for s on s.id = g.id left join party_foundations w on w.party_id = g.id
    order by g.id`.execute(db);
  return rows;
}

/** Whom this own or outside person has a tie with, and where those work: all that their going away can touch. */
export async function listTouchedParties(db: Db, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with ends as materialized (
      select party_b as id from ties where party_a = ${personId}::uuid
      union all select party_a from ties where party_b = ${personId}::uuid
      union all select ${personId}::uuid
    )
    select id from ends union
    select r.to_party from ends join relations r on r.from_party = ends.id
      and r.type_id = (select id from relation_types where key = 'works-at') and r.until_on is null`.execute(db);
  return rows.map(({ id }) => id);
}

/** Of those who bought it within a year: which part of what they order it is. Orders in a mailbox of one's own do not count. */
export async function listProductShares(
  db: Db,
  find: { product: string; since: Date },
): Promise<{ partyId: string; share: number }[]> {
  const { rows } = await sql<{ partyId: string; share: number }>`
    with buyer as materialized (
      select distinct from_party as id from interactions
      where order_line ->> 'product' = ${find.product} and owner_user_id is null and twin_of is null
        and happened_at > ${find.since}
    ), bought as (
      select coalesce(e.to_party, b.id) as party_id, o.product from buyer b
      cross join lateral (
        select i.order_line ->> 'product' as product from interactions i
        where i.from_party = b.id and i.happened_at > ${find.since} and i.order_line is not null
          and i.owner_user_id is null and i.twin_of is null
      ) o
      left join lateral (
        select r.to_party from relations r where r.from_party = b.id and r.until_on is null
          and r.type_id = (select id from relation_types where key = 'works-at') limit 1
      ) e on true
    )
    select party_id as "partyId", (count(*) filter (where product = ${find.product}))::float8 / count(*) as share
    from bought group by party_id`.execute(db);
  return rows;
}

const mostProducts = 100;

export async function listProducts(db: Db, since: Date): Promise<{ product: string; buyers: number }[]> {
  const { rows } = await sql<{ product: string; buyers: number }>`
    select order_line ->> 'product' as product, count(distinct from_party)::int as buyers from interactions
    where order_line ->> 'product' is not null and owner_user_id is null and twin_of is null and happened_at > ${since}
    group by 1 order by 2 desc, 1 limit ${mostProducts}`.execute(db);
  return rows;
}

const mostPeople = 1_000;

/** Everybody of the firm, with an account or not. */
export async function listOwnPeople(db: Db): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from parties where is_own and kind = 'person' and deleted_at is null and visibility = 'firm'
    order by sort_name, id limit ${mostPeople}`.execute(db);
  return rows;
}

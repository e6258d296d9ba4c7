/** How many relations a list has, in which groups, and where in it one stands. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { filterFigures, isListed, type PartyFilter, type PartySort, type Viewer } from './party-rows.ts';

interface Listed {
  readonly viewer: Viewer;
  readonly filter: PartyFilter;
}

function listed(list: Listed): RawBuilder<unknown> {
  return sql`parties p left join party_figures f on f.party_id = p.id
    where ${isListed(list)} ${filterFigures(list.filter)}`;
}

export async function countParties(db: Db, list: Listed): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${listed(list)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** In the order of their ids, so that two who lock them never wait for each other. */
export async function listPartyIds(db: Db, list: Listed & { except: readonly string[] }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from ${listed(list)} and not p.id = any(${[...list.except]}::uuid[]) order by p.id`.execute(db);
  return rows.map(({ id }) => id);
}

export type PartyGrouping = keyof typeof groupings | { readonly fieldId: string };

/** Each the rows that a relation has in it: its value, and its name where the program has no word for it. */
const groupings = {
  role: `select role as value, null as label from unnest(p.roles) as role`,
  status: `select f.status, null where f.status is not null`,
  alarm: `select f.alarm, null where f.alarm is not null`,
  weakest: `select f.weakest, null where f.weakest is not null`,
  kind: `select p.kind, null`,
  wish: `select p.contact_wish, null where p.contact_wish is not null`,
  city: `select lower(p.city), initcap(lower(p.city)) where p.city is not null`,
  tag: `select g.id::text, g.name from party_tags t join tags g on g.id = t.tag_id and g.deleted_at is null
    where t.party_id = p.id`,
  group: `select g.id::text, g.name from group_members m join groups g on g.id = m.group_id and g.deleted_at is null
    where m.party_id = p.id`,
} as const;

const mostGroups = 200;

export interface PartyGroupRow {
  readonly value: string | null;
  readonly label: string | null;
  readonly count: number;
}

export async function groupParties(db: Db, list: Listed & { by: PartyGrouping }): Promise<PartyGroupRow[]> {
  const { by } = list;
  const values =
    typeof by === 'string'
      ? sql.raw(groupings[by])
      : sql`select choice as value, null as label from field_values v cross join unnest(v.choices) as choice
          where v.field_id = ${by.fieldId}::uuid and v.party_id = p.id`;
  const { rows } = await sql<PartyGroupRow>`
    select it.value, max(it.label) as label, count(*)::int as count
    from parties p left join party_figures f on f.party_id = p.id
    left join lateral (${values}) as it(value, label) on true
    where ${isListed(list)} ${filterFigures(list.filter)}
    group by it.value order by it.value is null, count(*) desc, it.value limit ${mostGroups}`.execute(db);
  return rows;
}

/** With figures first, then by name: as pages of the list have them. */
const orders: Record<PartySort, string> = {
  bond: 'f.bond',
  trend: 'f.trend',
  last: "coalesce(f.last_at, '-infinity'::timestamptz)",
  quiet: "coalesce(f.quiet_at, 'infinity'::timestamptz)",
  name: 'p.sort_name',
  created: 'p.created_at',
};

interface Around extends Listed {
  readonly sort: PartySort;
  readonly descending: boolean;
  readonly partyId: string;
  readonly reach: number;
}

export interface AroundRow {
  readonly place: number | null;
  readonly total: number;
  readonly ids: readonly string[];
}

export async function findAround(db: Db, list: Around): Promise<AroundRow> {
  const direction = list.descending ? 'desc' : 'asc';
  const value = orders[list.sort];
  const order = sql.raw(
    list.sort === 'name' || list.sort === 'created'
      ? `${value} ${direction}, p.id ${direction}`
      : `(f.party_id is null), ${value} ${direction},
        (case when f.party_id is null then p.sort_name end), f.party_id ${direction}, p.id`,
  );
  const { rows } = await sql<AroundRow>`
    with listed as materialized (
      select p.id, row_number() over (order by ${order}) as place from ${listed(list)}
    ), here as (select place from listed where id = ${list.partyId}::uuid)
    select (select place::int from here) as place, (select count(*)::int from listed) as total,
      array(select id from listed where place between (select place from here) - ${list.reach}::int
        and (select place from here) + ${list.reach}::int order by place) as ids`.execute(db);
  return rows[0] ?? { place: null, total: 0, ids: [] };
}

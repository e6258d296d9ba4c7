/** How many relations a list has, in which groups, and where in it one stands. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { filterFigures, isListed, type PartyFilter, type Viewer } from './party-rows.ts';

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

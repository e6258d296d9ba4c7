/** Pages of the list of relations, each order read from its own index. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import {
  dress,
  filterFigures,
  isListed,
  type PartyFilter,
  type PartyListRow,
  type PartySort,
  type Viewer,
} from './party-rows.ts';

interface PageInput {
  readonly viewer: Viewer;
  readonly filter: PartyFilter;
  readonly sort: PartySort;
  readonly descending: boolean;
  /** The last row of the page before: its sort key and id. */
  readonly after: { readonly key: string; readonly id: string } | null;
  readonly limit: number;
}

/** As their indexes have them: value and id in one direction. */
const orders = {
  bond: { value: 'f.bond', type: 'float8' },
  trend: { value: 'f.trend', type: 'float8' },
  last: { value: "coalesce(f.last_at, '-infinity'::timestamptz)", type: 'timestamptz' },
  quiet: { value: "coalesce(f.quiet_at, 'infinity'::timestamptz)", type: 'timestamptz' },
  name: { value: 'p.sort_name', type: 'text' },
  created: { value: 'p.created_at', type: 'timestamptz' },
} as const satisfies Record<PartySort, { value: string; type: string }>;

/** Parties with figures, in the order of one of them. */
export async function pageFiguredParties(db: Db, page: PageInput): Promise<PartyListRow[]> {
  const order = { ...orders[page.sort], id: 'f.party_id' };
  const { rows } = await dress(
    page.viewer,
    sql`
    select id, row_number() over () as place, sort_key from (
      select p.id, ${sql.raw(order.value)}::text as sort_key from party_figures f join parties p on p.id = f.party_id
      where ${isListed(page)} ${filterFigures(page.filter)} ${goOn(page, order)}
      order by ${inOrder(page, order)} limit ${page.limit}
    ) p`,
  ).execute(db);
  return rows;
}

/** Parties of which nothing is measured yet, by name: they come after those with figures. */
export async function pageBareParties(db: Db, page: PageInput): Promise<PartyListRow[]> {
  const order = { ...orders.name, id: 'p.id' };
  const byName = { ...page, descending: false };
  const { rows } = await dress(
    page.viewer,
    sql`
    select id, row_number() over () as place, sort_key from (
      select p.id, p.sort_name as sort_key from parties p left join party_figures f on f.party_id = p.id
      where ${isListed(page)} and f.party_id is null ${filterFigures(page.filter)} ${goOn(byName, order)}
      order by ${inOrder(byName, order)} limit ${page.limit}
    ) p`,
  ).execute(db);
  return rows;
}

/** By name or by when they came, whether measured or not. */
export async function pageAllParties(db: Db, page: PageInput): Promise<PartyListRow[]> {
  const order = { ...orders[page.sort], id: 'p.id' };
  const { rows } = await dress(
    page.viewer,
    sql`
    select id, row_number() over () as place, sort_key from (
      select p.id, ${sql.raw(order.value)}::text as sort_key
      from parties p left join party_figures f on f.party_id = p.id
      where ${isListed(page)} ${filterFigures(page.filter)} ${goOn(page, order)}
      order by ${inOrder(page, order)} limit ${page.limit}
    ) p`,
  ).execute(db);
  return rows;
}

interface Order {
  readonly value: string;
  readonly type: string;
  readonly id: string;
}

function inOrder({ descending }: PageInput, { value, id }: Order): RawBuilder<unknown> {
  const direction = descending ? 'desc' : 'asc';
  return sql.raw(`${value} ${direction}, ${id} ${direction}`);
}

function goOn({ after, descending }: PageInput, { value, type, id }: Order): RawBuilder<unknown> {
  if (!after) return sql``;
  const row = sql.raw(`(${value}, ${id}) ${descending ? '<' : '>'}`);
  return sql`and ${row} (${after.key}::${sql.raw(type)}, ${after.id}::uuid)`;
}

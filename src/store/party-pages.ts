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

export interface Listing {
  readonly viewer: Viewer;
  readonly filter: PartyFilter;
  readonly sort: PartySort;
  readonly descending: boolean;
}

/** A row of a list: its sort key and id. */
export interface Place {
  readonly key: string;
  readonly id: string;
}

interface Stretch {
  /** From here on; null: from its beginning, or backwards from its end. */
  readonly after: Place | null;
  /** Null: all of it. */
  readonly limit: number | null;
  readonly isBackward?: boolean;
}

type PageInput = Listing & Stretch;

/** Parties with figures in the order of one of them; those without, by name, behind them; or all among each other. */
export type Part = 'figured' | 'bare' | 'all';

/** As their indexes have them: value and id in one direction. */
const orders = {
  bond: { value: 'f.bond', type: 'float8' },
  trend: { value: 'f.trend', type: 'float8' },
  last: { value: "coalesce(f.last_at, '-infinity'::timestamptz)", type: 'timestamptz' },
  quiet: { value: "coalesce(f.quiet_at, 'infinity'::timestamptz)", type: 'timestamptz' },
  name: { value: 'p.sort_name', type: 'text' },
  foundation: { value: 'coalesce(f.foundation_share, 0)', type: 'float8' },
  created: { value: 'p.created_at', type: 'timestamptz' },
} as const satisfies Record<PartySort, { value: string; type: string }>;

const sources: Record<Part, string> = {
  figured: 'party_figures f join parties p on p.id = f.party_id',
  bare: 'parties p left join party_figures f on f.party_id = p.id',
  all: 'parties p left join party_figures f on f.party_id = p.id',
};

/** Parties with figures, in the order of one of them. */
export async function pageFiguredParties(db: Db, page: PageInput): Promise<PartyListRow[]> {
  return readPage(db, 'figured', page);
}

/** Parties of which nothing is measured yet, by name: they come after those with figures. */
export async function pageBareParties(db: Db, page: PageInput): Promise<PartyListRow[]> {
  return readPage(db, 'bare', page);
}

/** By name or by when they came, whether measured or not. */
export async function pageAllParties(db: Db, page: PageInput): Promise<PartyListRow[]> {
  return readPage(db, 'all', page);
}

async function readPage(db: Db, part: Part, page: PageInput): Promise<PartyListRow[]> {
  const picked = sql`select id, row_number() over () as place, sort_key from (${stretchOf(part, page)}) p`;
  const { rows } = await dress(page.viewer, picked).execute(db);
  return rows;
}

/** Ids and sort keys of part of a list, read from its index. */
export function stretchOf(part: Part, page: PageInput): RawBuilder<unknown> {
  const order = orderOf(part, page);
  const limit = page.limit === null ? sql`` : sql`limit ${page.limit}`;
  return sql`
    select p.id, ${sql.raw(order.value)}::text as sort_key from ${sql.raw(sources[part])}
    where ${isListed(page)} ${part === 'bare' ? sql`and f.party_id is null` : sql``} ${filterFigures(page.filter)}
      ${goOn(page.after, order)}
    order by ${sql.raw(`${order.value} ${order.direction}, ${order.id} ${order.direction}`)} ${limit}`;
}

/** Where somebody stands in the order of a list, if at all. */
export async function findPlace(
  db: Db,
  { partyId, ...list }: Listing & { partyId: string },
): Promise<(Place & { part: Part }) | undefined> {
  const isOfAll = list.sort === 'name' || list.sort === 'created';
  const { value } = orders[list.sort];
  const { rows } = await sql<Place & { part: Part }>`
    select p.id, ${sql.raw(isOfAll ? `'all'` : `case when f.party_id is null then 'bare' else 'figured' end`)} as part,
      ${sql.raw(isOfAll ? `${value}::text` : `case when f.party_id is null then p.sort_name else ${value}::text end`)} as key
    from ${sql.raw(sources.all)}
    where p.id = ${partyId}::uuid and ${isListed(list)} ${filterFigures(list.filter)}`.execute(db);
  return rows[0];
}

interface Order {
  readonly value: string;
  readonly type: string;
  readonly id: string;
  readonly direction: 'asc' | 'desc';
}

function orderOf(part: Part, { sort, descending, isBackward = false }: PageInput): Order {
  const isDescending = part === 'bare' ? isBackward : descending !== isBackward;
  const direction = isDescending ? 'desc' : 'asc';
  if (part === 'bare') return { ...orders.name, id: 'p.id', direction };
  return { ...orders[sort], id: part === 'all' ? 'p.id' : 'f.party_id', direction };
}

function goOn(after: Place | null, { value, type, id, direction }: Order): RawBuilder<unknown> {
  if (!after) return sql``;
  const row = sql.raw(`(${value}, ${id}) ${direction === 'desc' ? '<' : '>'}`);
  return sql`and ${row} (${after.key}::${sql.raw(type)}, ${after.id}::uuid)`;
}

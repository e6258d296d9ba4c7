/** Who stands before and after somebody in a list: two short walks along its index, never the whole list. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { findPlace, type Listing, type Part, type Place, stretchOf } from './party-pages.ts';

interface Around extends Listing {
  readonly partyId: string;
  /** So many on each side. */
  readonly reach: number;
  /** So many are counted before it at most; null: all. */
  readonly mostCounted: number | null;
}

export interface Neighbours {
  /** Nearest first. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** How many stand before it; null where that is more than were to be counted. */
  readonly countBefore: number | null;
}

export async function findNeighboursOf(db: Db, list: Around): Promise<Neighbours | null> {
  const here = await findPlace(db, list);
  if (!here) return null;
  const [after, before] = await Promise.all([walkOn(db, list, here), walkBack(db, list, here)]);
  const { mostCounted } = list;
  const isCounted = mostCounted === null || before.count <= mostCounted;
  return { after, before: before.ids, countBefore: isCounted ? before.count : null };
}

async function walkOn(db: Db, list: Around, { part, ...here }: Place & { part: Part }): Promise<string[]> {
  const { reach } = list;
  const { ids } = await walk(db, part, { ...list, after: here, limit: reach });
  if (part !== 'figured' || ids.length === reach) return ids;
  const bare = await walk(db, 'bare', { ...list, after: null, limit: reach - ids.length });
  return [...ids, ...bare.ids];
}

async function walkBack(db: Db, list: Around, { part, ...here }: Place & { part: Part }): Promise<Walked> {
  const most = list.mostCounted === null ? null : Math.max(list.mostCounted + 1, list.reach);
  const near = await walk(db, part, { ...list, after: here, limit: most, isBackward: true });
  if (part !== 'bare' || near.count === most) return near;
  const left = most === null ? null : most - near.count;
  const far = await walk(db, 'figured', { ...list, after: null, limit: left, isBackward: true });
  return { ids: [...near.ids, ...far.ids].slice(0, list.reach), count: near.count + far.count };
}

interface Walked {
  readonly ids: string[];
  readonly count: number;
}

/** The first of a stretch by name, and how many it has. */
async function walk(db: Db, part: Part, page: Parameters<typeof stretchOf>[1] & { reach: number }): Promise<Walked> {
  const { rows } = await sql<Walked>`
    with passed as materialized (
      select id, row_number() over () as place from (${stretchOf(part, page)}) p
    )
    select array(select id from passed where place <= ${page.reach}::int order by place) as ids,
      (select count(*)::int from passed) as count`.execute(db);
  return rows[0] ?? { ids: [], count: 0 };
}

/** Relations as you type. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { planEachTime } from './named-client.ts';
import {
  dress,
  filterFigures,
  filterRoles,
  isVisibleTo,
  type PartyFilter,
  type PartyListRow,
  type Viewer,
} from './party-rows.ts';

/** So many that begin like it, and that merely contain it, are weighed; two letters are in everything. */
const mostStarting = 200;
const mostContaining = 300;

interface Find {
  readonly viewer: Viewer;
  readonly words: readonly string[];
  readonly filter: PartyFilter;
  /** Colleagues too. */
  readonly ours: boolean;
  readonly limit: number;
}

/** All words somewhere in name, mail, phone or handle; those that begin with the first word lead, then the closest. */
export async function searchPartyRows(db: Db, find: Find): Promise<PartyListRow[]> {
  const plain = find.words.map((word) => word.replace(/[\\%_]/g, '\\$&'));
  const start = `${plain[0] ?? ''}%`;
  const contains = sql.join(
    plain.map((word) => sql`p.search_text like ${`%${word}%`}`),
    sql` and `,
  );
  const { rows } = await dress(
    find.viewer,
    sql`
    ${sql.raw(planEachTime)} select id, row_number() over () as place, '' as sort_key from (
      with starts as materialized (
        ${candidates(find, sql`p.search_text like ${start} and ${contains}`, mostStarting)}
      ), sorts as materialized (
        ${candidates(find, sql`p.sort_name like ${start} and ${contains}`, mostStarting)}
      ), has as materialized (
        ${candidates(find, contains, mostContaining)}
      )
      select h.id from (
        select id, sort_name, min(rank) as rank from (
          select id, sort_name, 0 as rank from starts
          union all select id, sort_name, 1 from sorts
          union all select id, sort_name, 2 from has
        ) hit group by id, sort_name
      ) h left join party_figures f on f.party_id = h.id
      where true ${filterFigures(find.filter)}
      order by h.rank, f.bond desc nulls last, h.sort_name, h.id
      limit ${find.limit}
    ) best`,
  ).execute(db);
  return rows;
}

function candidates(find: Find, matches: RawBuilder<unknown>, most: number): RawBuilder<unknown> {
  return sql`
    select p.id, p.sort_name from parties p
    where ${matches} and p.deleted_at is null and ${isVisibleTo(find.viewer, 'p')}
      and (${find.ours} or not p.is_own) ${filterRoles(find.filter)}
    limit ${most}`;
}

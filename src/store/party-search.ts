/** Relations as you type. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { planEachTime } from './named-client.ts';
import { filterFigures, filterRoles, isVisibleTo, type PartyFilter, type Viewer } from './party-rows.ts';

/** So many of each way to fit are weighed. */
const mostStarting = 200;
const mostContaining = 300;
const mostNoted = 100;

export interface PartyFind {
  readonly viewer: Viewer;
  readonly words: readonly string[];
  readonly filter: PartyFilter;
  /** Colleagues too. */
  readonly ours: boolean;
  readonly limit: number;
}

export interface FoundParty {
  readonly id: string;
  /** How it was found: at the start of a name or elsewhere in what is kept of them; by a tag; in a note. */
  readonly by: 'text' | 'tag' | 'note';
}

/** All words somewhere in name, mail, phone, handle or own field; then in a tag; then in a note. Beginnings lead, then the closest. */
export async function findPartiesByWords(db: Db, find: PartyFind): Promise<FoundParty[]> {
  const start = `${plain(find.words[0] ?? '')}%`;
  const inText = allIn(sql`p.search_text`, find.words);
  const isLong = find.words.some((word) => word.length > 2);
  const { rows } = await sql<FoundParty>`
    ${sql.raw(planEachTime)} with starts as materialized (
      ${candidates(find, sql`p.search_text like ${start} and ${inText}`, mostStarting)}
    ), sorts as materialized (
      ${candidates(find, sql`p.sort_name like ${start} and ${inText}`, mostStarting)}
    ), has as materialized (
      ${candidates(find, inText, mostContaining)}
    ), tagged as materialized (
      ${candidates(find, isTagged(find), mostContaining)}
    ), noted as materialized (
      ${isLong ? notedParties(find) : sql`select id, sort_name from parties where false`}
    )
    select h.id, case h.rank when 3 then 'tag' when 4 then 'note' else 'text' end as by from (
      select id, sort_name, min(rank) as rank from (
        select id, sort_name, 0 as rank from starts
        union all select id, sort_name, 1 from sorts
        union all select id, sort_name, 2 from has
        union all select id, sort_name, 3 from tagged
        union all select id, sort_name, 4 from noted
      ) hit group by id, sort_name
    ) h join parties p on p.id = h.id left join party_figures f on f.party_id = h.id
    where true ${filterFigures(find.filter)}
    order by h.rank, f.bond desc nulls last, h.sort_name, h.id
    limit ${find.limit}`.execute(db);
  return rows;
}

/** Who looks like it by the letters: how many of those that are worth a closer look. */
const mostAlike = 80;
const leastAlike = 0.4;

export interface AlikeParty {
  readonly id: string;
  readonly searchText: string;
}

export async function findPartiesAlike(db: Db, find: PartyFind): Promise<AlikeParty[]> {
  const alike = sql.join(
    find.words.map((word) => sql`(p.search_text %> ${word} or p.search_text like any(${swapsOf(word)}::text[]))`),
    sql` and `,
  );
  const likeness = sql.join(
    find.words.map((word) => sql`word_similarity(${word}, p.search_text)`),
    sql` + `,
  );
  const work = async (tx: Db): Promise<AlikeParty[]> => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(leastAlike)}, true)`.execute(tx);
    const { rows } = await sql<AlikeParty>`
      ${sql.raw(planEachTime)} select p.id, p.search_text as "searchText"
      from parties p left join party_figures f on f.party_id = p.id
      where ${alike} and ${mayBeFound(find)} ${filterFigures(find.filter)}
      order by ${likeness} desc, p.sort_name, p.id limit ${mostAlike}`.execute(tx);
    return rows;
  };
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/** Two letters swapped leave a short word hardly a trigram of its own. */
function swapsOf(word: string): string[] {
  if (word.length < 4 || word.length > 7) return [];
  return Array.from({ length: word.length - 1 }, (_, at) => {
    const [left = '', right = ''] = [word[at], word[at + 1]];
    return `%${plain(word.slice(0, at) + right + left + word.slice(at + 2))}%`;
  });
}

function candidates(find: PartyFind, matches: RawBuilder<unknown>, most: number): RawBuilder<unknown> {
  return sql`
    select p.id, p.sort_name from parties p
    where ${matches} and ${mayBeFound(find)}
    limit ${most}`;
}

function mayBeFound(find: PartyFind): RawBuilder<unknown> {
  return sql`p.deleted_at is null and ${isVisibleTo(find.viewer, 'p')}
    and (${find.ours} or not p.is_own) ${filterRoles(find.filter)}`;
}

function isTagged({ words }: PartyFind): RawBuilder<unknown> {
  return sql`p.id in (
    select t.party_id from tags g join party_tags t on t.tag_id = g.id
    where g.deleted_at is null and ${allIn(sql`g.key`, words)})`;
}

/** Somebody's private note finds for its writer alone. */
function notedParties(find: PartyFind): RawBuilder<unknown> {
  return sql`
    select p.id, p.sort_name from (
      select distinct n.party_id from notes n
      where n.deleted_at is null and (not n.is_private or n.author_id = ${find.viewer}::uuid)
        and ${allIn(sql`n.search_text`, find.words)} limit ${mostNoted}
    ) n join parties p on p.id = n.party_id where ${mayBeFound(find)}`;
}

/** Three letters may stand anywhere; one or two are in everything, and count at the start of a word. */
function allIn(text: RawBuilder<unknown>, words: readonly string[]): RawBuilder<unknown> {
  const each = words.map((word) =>
    word.length > 2
      ? sql`${text} like ${`%${plain(word)}%`}`
      : sql`(${text} like ${`${plain(word)}%`} or ${text} like ${`% ${plain(word)}%`})`,
  );
  return sql`(${sql.join(each, sql` and `)})`;
}

function plain(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}

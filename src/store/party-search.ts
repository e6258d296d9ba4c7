/** Relations as you type. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { planEachTime } from './named-client.ts';
import { type MatchTexts, matchTexts } from './party-matches.ts';
import {
  dress,
  filterFigures,
  filterRoles,
  isVisibleTo,
  listPartyRows,
  type PartyFilter,
  type PartyListRow,
  type Viewer,
} from './party-rows.ts';

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
  const { rows } =
    await sql<FoundParty>`select id, ${by(sql`rank`)} as by from (${byWords(find)}) h order by place`.execute(db);
  return rows;
}

export interface FoundRow extends PartyListRow, Pick<FoundParty, 'by'> {
  /** Only where the name alone does not say why it was found. */
  readonly texts: MatchTexts | null;
}

/** The same, dressed for a list: in one trip where the plan of it is kept, else its dress by a plan that is. */
export async function findPartyRowsByWords(db: Db, find: PartyFind): Promise<FoundRow[]> {
  if (!find.words.some(isLong)) return dressFound(db, find, await findPartiesByWords(db, find));
  const dressed = dress(find.viewer, sql`select id, place, rank::text as sort_key from (${byWords(find)}) h`);
  const isUnclear = sql`(l."sortKey" = '3' or ${isBesideName(find)})`;
  const { rows } = await sql<FoundRow>`
    select l.*, ${by(sql`l."sortKey"::int`)} as by,
      (select ${matchTexts()} from parties p where p.id = l.id and l."sortKey" <> '4' and ${isUnclear}) as texts
    from (${dressed}) l`.execute(db);
  return rows;
}

async function dressFound(db: Db, find: PartyFind, found: readonly FoundParty[]): Promise<FoundRow[]> {
  const ids = found.map(({ id }) => id);
  const tagged = found.flatMap(({ id, by: how }) => (how === 'tag' ? [id] : []));
  const [known, { rows }] = await Promise.all([
    listPartyRows(db, ids, find.viewer),
    sql<{ id: string; texts: MatchTexts }>`
      select p.id, ${matchTexts()} as texts from parties p
      where p.id = any(${ids}::uuid[]) and (p.id = any(${tagged}::uuid[]) or ${isBesideName(find)})`.execute(db),
  ]);
  const texts = new Map(rows.map((row) => [row.id, row.texts]));
  return found.flatMap(({ id, by: how }) => {
    const row = known.get(id);
    return row ? [{ ...row, by: how, texts: texts.get(id) ?? null }] : [];
  });
}

/** Of the row `p` of parties: a word is not in the name. */
function isBesideName({ words }: PartyFind): RawBuilder<unknown> {
  return sql`not (${sql.join(
    words.map((word) => sql`position(${word} in p.sort_name) > 0`),
    sql` and `,
  )})`;
}

function by(rank: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case ${rank} when 3 then 'tag' when 4 then 'note' else 'text' end`;
}

/**
 * Beginnings are looked for apart only when more than enough has the words. What was typed stands behind a `select`: the plan
 * is then made without it, once. Where only one or two letters were typed, or conditions stand beside them, it is made each time.
 */
function byWords(find: PartyFind): RawBuilder<unknown> {
  const { words, filter } = find;
  const first = asked(words[0] ?? '');
  const end = asked(`${words[0] ?? ''}${highest}`);
  const others = words.slice(1).map((word) => hasWord(sql`p.search_text`, word));
  const rest = others.length === 0 ? sql`` : sql`and ${sql.join(others, sql` and `)}`;
  const starting = (name: string) => {
    const text = sql.raw(`p.${name}`);
    return sql`(select so from many) and ${text} ~>=~ ${first} and ${text} ~<~ ${end} ${rest}`;
  };
  const isAnyLong = words.some(isLong);
  const isPlannedOnce = isAnyLong && filter.condition === undefined;
  return sql`
    ${isPlannedOnce ? sql`` : sql.raw(planEachTime)} with has as materialized (
      select p.id, p.sort_name, p.search_text from parties p
      where ${allIn(sql`p.search_text`, words)} and ${mayBeFound(find)} limit ${sql.lit(mostContaining)}
    ), many as materialized (
      select count(*) = ${sql.lit(mostContaining)} as so from has
    ), starts as materialized (
      ${candidates(find, starting('search_text'), mostStarting)}
    ), sorts as materialized (
      ${candidates(find, starting('sort_name'), mostStarting)}
    ), tagged as materialized (
      ${candidates(find, isTagged(find), mostContaining)}
    ), noted as materialized (
      ${isAnyLong ? notedParties(find) : sql`select id, sort_name from parties where false`}
    )
    select h.id, h.rank, row_number() over (order by h.rank, f.bond desc nulls last, h.sort_name, h.id) as place from (
      select id, sort_name, min(rank) as rank from (
        select id, sort_name, case when starts_with(search_text, ${first}) then 0 when starts_with(sort_name, ${first}) then 1
          else 2 end as rank from has
        union all select id, sort_name, 0 from starts
        union all select id, sort_name, 1 from sorts
        union all select id, sort_name, 3 from tagged
        union all select id, sort_name, 4 from noted
      ) hit group by id, sort_name
    ) h join parties p on p.id = h.id left join party_figures f on f.party_id = h.id
    where true ${filterFigures(filter)}
    order by h.rank, f.bond desc nulls last, h.sort_name, h.id
    limit (select ${find.limit}::int)`;
}

/** Behind every other letter. */
const highest = '\u{10FFFF}';

/** A value that the planner does not look at. */
function asked(value: string): RawBuilder<unknown> {
  return sql`(select ${value}::text)`;
}

/** Who looks like it by the letters: how many of those that are worth a closer look. */
const mostAlike = 80;
const leastAlike = 0.4;

export interface AlikeParty {
  readonly id: string;
  readonly searchText: string;
}

/** Words in which nothing can be off have to be there: they are few letters or a number, and leave few to weigh. */
export async function findPartiesAlike(
  db: Db,
  { find, sure }: { find: PartyFind; sure: readonly string[] },
): Promise<AlikeParty[]> {
  const loose = find.words.filter((word) => !sure.includes(word));
  const alike = sql.join(
    [
      ...loose.map((word) => sql`(p.search_text %> ${word} or p.search_text like any(${swapsOf(word)}::text[]))`),
      ...sure.map((word) =>
        isLong(word) ? sql`p.search_text like ${`%${plain(word)}%`}` : startsWord(sql`p.search_text`, word),
      ),
    ],
    sql` and `,
  );
  const likeness = sql.join(
    loose.map((word) => sql`word_similarity(${word}, p.search_text)`),
    sql` + `,
  );
  // How alike is enough is a setting of the session: put for this statement alone, and read before the rows are.
  const { rows } = await sql<AlikeParty>`
    ${sql.raw(planEachTime)} select r.id, r."searchText"
    from (select set_config('pg_trgm.word_similarity_threshold', ${String(leastAlike)}, true) as least offset 0) alike
    cross join lateral (
      select p.id, p.search_text as "searchText", ${likeness} as likeness, p.sort_name
      from parties p left join party_figures f on f.party_id = p.id
      where alike.least is not null and ${alike} and ${mayBeFound(find)} ${filterFigures(find.filter)}
      order by likeness desc, p.sort_name, p.id limit ${mostAlike}
    ) r order by r.likeness desc, r.sort_name, r.id`.execute(db);
  return rows;
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
    limit ${sql.lit(most)}`;
}

function mayBeFound(find: PartyFind): RawBuilder<unknown> {
  return sql`p.deleted_at is null and ${isVisibleTo(find.viewer, 'p')}
    ${find.ours ? sql`` : sql`and not p.is_own`} ${filterRoles(find.filter)}`;
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
        and ${allIn(sql`n.search_text`, find.words)} limit ${sql.lit(mostNoted)}
    ) n join parties p on p.id = n.party_id where ${mayBeFound(find)}`;
}

/** Three letters may stand anywhere; one or two are in everything, and count at the start of a word. */
function allIn(text: RawBuilder<unknown>, words: readonly string[]): RawBuilder<unknown> {
  const isAnyLong = words.some(isLong);
  const each = words.map((word) => {
    if (isLong(word)) return sql`${text} like ${asked(`%${plain(word)}%`)}`;
    // Beside a longer word the index of that one finds few enough.
    if (isAnyLong) return hasWord(text, word);
    return startsWord(text, word);
  });
  return sql`(${sql.join(each, sql` and `)})`;
}

/** In a form that an index may be read for. */
function startsWord(text: RawBuilder<unknown>, word: string): RawBuilder<unknown> {
  return sql`(${text} like ${`${plain(word)}%`} or ${text} like ${`% ${plain(word)}%`})`;
}

function isLong(word: string): boolean {
  return word.length > 2;
}

/** As allIn has it of one word, in a form that no index is read for: by then few are left. */
function hasWord(text: RawBuilder<unknown>, word: string): RawBuilder<unknown> {
  if (isLong(word)) return sql`position(${word} in ${text}) > 0`;
  return sql`(starts_with(${text}, ${word}) or position(${` ${word}`} in ${text}) > 0)`;
}

function plain(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}

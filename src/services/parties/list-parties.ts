/** The list of relations: sorted, filtered, a page at a time; and the same as you type. */
import type { PartyRow } from '#contract/party-rows.ts';
import { pageBareParties, pageFiguredParties, pagePartiesByName } from '#store/party-pages.ts';
import type { PartyFilter, PartyListRow, PartySort } from '#store/party-rows.ts';
import { searchPartyRows } from '#store/party-search.ts';
import { viewerOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { describePartyRow } from './describe-party-row.ts';
import { normaliseText } from './names.ts';

const pageSize = 50;
const mostFound = 200;

interface ListInput extends PartyFilter {
  readonly cursor?: string;
  readonly limit?: number;
  readonly q?: string;
  readonly sort?: PartySort;
  readonly order?: 'asc' | 'desc';
}

interface Page {
  readonly items: PartyRow[];
  readonly nextCursor: string | null;
}

/** What each order begins with: the strongest, the latest, what falls most, what has been quiet longest. */
const naturalOrder = { bond: 'desc', last: 'desc', trend: 'asc', quiet: 'asc', name: 'asc' } as const;

export async function listParties(ctx: Context, input: ListInput): Promise<Page> {
  const limit = input.limit ?? pageSize;
  const words = wordsOf(input.q ?? '');
  if (words.length > 0) return searchPage(ctx, input, words, limit);
  const sort = input.sort ?? 'bond';
  const descending = (input.order ?? naturalOrder[sort]) === 'desc';
  const cursor = readListCursor(input.cursor, sort);
  const page = { viewer: viewerOf(ctx.actor), filter: input, sort, descending, limit: limit + 1 };
  if (sort === 'name') {
    return pageOf(await pagePartiesByName(ctx.db, { ...page, after: cursor }), limit, 'named');
  }
  const inBare = cursor?.part === 'bare';
  const figured = inBare ? [] : await pageFiguredParties(ctx.db, { ...page, after: cursor });
  const asksFigures = input.status ?? input.alarm ?? input.weakest ?? input.dependencyOn;
  if (figured.length > limit || asksFigures !== undefined) {
    return pageOf(figured, limit, 'figured');
  }
  const rest = limit - figured.length;
  const bare = await pageBareParties(ctx.db, { ...page, after: inBare ? cursor : null, limit: rest + 1 });
  if (bare.length > 0 && rest === 0) {
    // The page is full; what has no figures begins on the next one.
    const items = figured.map(describePartyRow);
    return { items, nextCursor: writeCursor(['bare', '', emptyId]) };
  }
  const { items, nextCursor } = pageOf(bare, rest, 'bare');
  return { items: [...figured.map(describePartyRow), ...items], nextCursor };
}

/** As you type: best first, no pages. */
export async function searchParties(
  ctx: Context,
  input: { q: string; limit?: number },
): Promise<{ items: PartyRow[] }> {
  const words = wordsOf(input.q);
  if (words.length === 0) return { items: [] };
  const find = { viewer: viewerOf(ctx.actor), words, filter: {}, ours: true, limit: input.limit ?? 20 };
  return { items: (await searchPartyRows(ctx.db, find)).map(describePartyRow) };
}

async function searchPage(ctx: Context, input: ListInput, words: string[], limit: number): Promise<Page> {
  const find = { viewer: viewerOf(ctx.actor), words, filter: input, ours: false, limit: mostFound };
  const rows = await searchPartyRows(ctx.db, find);
  const from =
    input.cursor === undefined ? 0 : Number(Buffer.from(input.cursor, 'base64url').toString().replace(/^q/, ''));
  if (!Number.isSafeInteger(from) || from < 0) throw unknownCursor();
  const next = from + limit;
  const nextCursor = rows.length > next ? Buffer.from(`q${next}`).toString('base64url') : null;
  return { items: rows.slice(from, next).map(describePartyRow), nextCursor };
}

/** "+31 570 12" finds the phone as its digits do. */
function wordsOf(q: string): string[] {
  const normal = normaliseText(q.replaceAll('\0', ''));
  if (/^[+\d][\d\s().-]{3,}$/.test(normal)) return [normal.replace(/\D/g, '').replace(/^00/, '')];
  return normal
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 6);
}

type Part = 'named' | 'figured' | 'bare';
const emptyId = '00000000-0000-0000-0000-000000000000';

function pageOf(rows: readonly PartyListRow[], limit: number, part: Part): Page {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map(describePartyRow),
    nextCursor: more ? writeCursor([part, last.sortKey, last.id]) : null,
  };
}

const instantText = /^(-?infinity|\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d){0,2}( BC)?)$/;
const numberText = /^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/;

function readListCursor(cursor: string | undefined, sort: PartySort) {
  const parts = readCursor(cursor, ['text', 'text', 'id']);
  if (!parts) return null;
  const [part, key, id] = parts.map(String);
  const isFigured = part === 'figured';
  const isKnown = part === 'bare' || part === (sort === 'name' ? 'named' : 'figured');
  const isNumber = sort === 'bond' || sort === 'trend';
  const fits = isKnown && (!isFigured || (isNumber ? numberText : instantText).test(key ?? ''));
  if (!fits) throw unknownCursor();
  return { part: part as Part, key: key ?? '', id: id ?? '' };
}

function unknownCursor(): AppError {
  const problem = { path: 'query.cursor', code: 'unknown-cursor', message: 'not a cursor of this list' };
  return new AppError('bad-input', { problems: [problem] });
}

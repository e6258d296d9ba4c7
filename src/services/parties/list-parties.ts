/** The list of relations: sorted, filtered, a page at a time. */
import type { PartyRow } from '#contract/party-rows.ts';
import { pageAllParties, pageBareParties, pageFiguredParties } from '#store/party-pages.ts';
import { listPartyRows, type PartyListRow, type PartySort } from '#store/party-rows.ts';
import { viewerOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { describePartyRow } from './describe-party-row.ts';
import { addCells } from './party-cells.ts';
import { type ListOrder, type ListSelection, readFilter, readOrder } from './read-list.ts';
import { wordsOf } from './read-words.ts';
import { findParties, findRows } from './search-parties.ts';

const pageSize = 50;
export const mostFound = 200;

export interface ListInput extends ListSelection, ListOrder {
  readonly cursor?: string;
  readonly limit?: number;
  /** More to show of each: names with commas between. */
  readonly columns?: string;
}

interface Page {
  readonly items: PartyRow[];
  readonly nextCursor: string | null;
}

export async function listParties(ctx: Context, input: ListInput): Promise<Page> {
  const page = await listPage(ctx, input);
  return { ...page, items: await addCells(ctx, page.items, input.columns) };
}

async function listPage(ctx: Context, input: ListInput): Promise<Page> {
  const limit = input.limit ?? pageSize;
  const words = wordsOf(input.q ?? '');
  if (words.length > 0) return searchPage(ctx, input, words, limit);
  const { sort, descending } = readOrder(input);
  const cursor = readListCursor(input.cursor, sort);
  const filter = await readFilter(ctx, input);
  const page = { viewer: viewerOf(ctx.actor), filter, sort, descending, limit: limit + 1 };
  if (isOfAll(sort)) return pageOf(await pageAllParties(ctx.db, { ...page, after: cursor }), limit, 'named');
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

/** Best first; of so many that typing on is quicker than paging there are no more than a few pages. */
async function searchPage(ctx: Context, input: ListInput, words: string[], limit: number): Promise<Page> {
  const from =
    input.cursor === undefined ? 0 : Number(Buffer.from(input.cursor, 'base64url').toString().replace(/^q/, ''));
  if (!Number.isSafeInteger(from) || from < 0) throw unknownCursor();
  const find = { words, filter: await readFilter(ctx, input), ours: false };
  // The first page is what one waits for while typing.
  if (from === 0) return firstPageOf(await findRows(ctx, { ...find, limit: limit + 1 }), limit);
  const found = await findParties(ctx, { ...find, limit: mostFound });
  const next = from + limit;
  const ids = found.slice(from, next).map(({ id }) => id);
  const rows = await listPartyRows(ctx.db, ids, viewerOf(ctx.actor));
  const items = ids.flatMap((id) => rows.get(id) ?? []).map(describePartyRow);
  return { items, nextCursor: found.length > next ? searchCursor(next) : null };
}

function firstPageOf(found: readonly { row: PartyListRow }[], limit: number): Page {
  const items = found.slice(0, limit).map(({ row }) => describePartyRow(row));
  return { items, nextCursor: found.length > limit && limit < mostFound ? searchCursor(limit) : null };
}

function searchCursor(next: number): string {
  return Buffer.from(`q${next}`).toString('base64url');
}

/** Orders in which who has figures and who has none stand among each other. */
function isOfAll(sort: PartySort): boolean {
  return sort === 'name' || sort === 'created';
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
  const isKnown = isOfAll(sort) ? part === 'named' : part === 'bare' || part === 'figured';
  const isText = part === 'bare' || sort === 'name';
  const isNumber = sort === 'bond' || sort === 'trend' || sort === 'foundation';
  const fits = isKnown && (isText || (isNumber ? numberText : instantText).test(key ?? ''));
  if (!fits) throw unknownCursor();
  return { part: part as Part, key: key ?? '', id: id ?? '' };
}

function unknownCursor(): AppError {
  const problem = { path: 'query.cursor', code: 'unknown-cursor', message: 'not a cursor of this list' };
  return new AppError('bad-input', { problems: [problem] });
}

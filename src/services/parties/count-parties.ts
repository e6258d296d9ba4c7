/** How many relations a list has, into which groups it falls, and who stands around somebody in it. */
import type { groupings } from '#contract/party-filter.ts';
import type { ListGroup } from '#contract/party-lists.ts';
import { listFields } from '#store/fields.ts';
import { countParties, findAround, groupParties, type PartyGrouping } from '#store/party-counts.ts';
import { viewerOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { mostFound } from './list-parties.ts';
import { type ListOrder, type ListSelection, readFilter, readOrder } from './read-list.ts';
import { wordsOf } from './read-words.ts';
import { findParties } from './search-parties.ts';

/** So many are told of on each side of somebody. */
const reach = 20;

export async function countListed(ctx: Context, input: ListSelection): Promise<{ count: number }> {
  const filter = await readFilter(ctx, input);
  const words = wordsOf(input.q ?? '');
  if (words.length === 0) return { count: await countParties(ctx.db, { viewer: viewerOf(ctx.actor), filter }) };
  return { count: (await findParties(ctx, { words, filter, ours: false, limit: mostFound })).length };
}

export async function groupListed(
  ctx: Context,
  input: ListSelection & { by: string },
): Promise<{ items: ListGroup[] }> {
  const list = { viewer: viewerOf(ctx.actor), filter: await readFilter(ctx, input) };
  if (!input.by.startsWith('fields.')) {
    return { items: await groupParties(ctx.db, { ...list, by: input.by as (typeof groupings)[number] }) };
  }
  const key = input.by.slice('fields.'.length);
  const field = (await listFields(ctx.db)).find((one) => one.key === key && one.type.endsWith('choice'));
  if (!field) {
    const problem = { path: 'query.by', code: 'unknown-field', message: 'no field with choices' };
    throw new AppError('bad-input', { problems: [problem] });
  }
  const by: PartyGrouping = { fieldId: field.id };
  const labels = new Map(field.options.map((option) => [option.key, option.label]));
  const items = await groupParties(ctx.db, { ...list, by });
  return { items: items.map((group) => ({ ...group, label: labels.get(group.value ?? '') ?? null })) };
}

interface Around {
  readonly place: number | null;
  readonly total: number;
  readonly ids: string[];
  readonly first: number;
}

export async function findNeighbours(
  ctx: Context,
  input: ListSelection & ListOrder & { partyId: string },
): Promise<Around> {
  const filter = await readFilter(ctx, input);
  const words = wordsOf(input.q ?? '');
  if (words.length === 0) {
    const { sort, descending } = readOrder(input);
    const { partyId } = input;
    const list = { viewer: viewerOf(ctx.actor), filter, sort, descending, partyId, reach };
    const { place, total, ids } = await findAround(ctx.db, list);
    return { place, total, ids: [...ids], first: place === null ? 1 : Math.max(1, place - reach) };
  }
  const found = await findParties(ctx, { words, filter, ours: false, limit: mostFound });
  const ids = found.map(({ id }) => id);
  const at = ids.indexOf(input.partyId);
  if (at < 0) return { place: null, total: ids.length, ids: [], first: 1 };
  const from = Math.max(0, at - reach);
  return { place: at + 1, total: ids.length, ids: ids.slice(from, at + reach + 1), first: from + 1 };
}

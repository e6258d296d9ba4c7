/** How many relations a list has, into which groups it falls, and who stands around somebody in it. */
import type { groupings } from '#contract/party-filter.ts';
import type { ListGroup } from '#contract/party-lists.ts';
import { listFields } from '#store/fields.ts';
import { countParties, groupParties, type PartyGrouping } from '#store/party-counts.ts';
import { findNeighboursOf } from '#store/party-neighbours.ts';
import { viewerOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { mostFound } from './list-parties.ts';
import { type ListOrder, type ListSelection, readFilter, readOrder } from './read-list.ts';
import { wordsOf } from './read-words.ts';
import { findParties } from './search-parties.ts';

/** So many are told of on each side of somebody. */
const reach = 20;
/** Further down the list its place takes long to count, and is counted for who asks for it. */
const countedAtOnce = 500;

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
  readonly isListed: boolean;
  readonly place: number | null;
  readonly ids: string[];
  readonly isMoreBefore: boolean;
  readonly isMoreAfter: boolean;
}

const nowhere: Around = { isListed: false, place: null, ids: [], isMoreBefore: false, isMoreAfter: false };

export async function findNeighbours(
  ctx: Context,
  input: ListSelection & ListOrder & { partyId: string; exact?: 'true' },
): Promise<Around> {
  const { partyId } = input;
  const filter = await readFilter(ctx, input);
  const words = wordsOf(input.q ?? '');
  if (words.length === 0) {
    const mostCounted = input.exact === undefined ? countedAtOnce : null;
    const list = { viewer: viewerOf(ctx.actor), filter, ...readOrder(input) };
    // One more than is told of: whether there are more.
    const found = await findNeighboursOf(ctx.db, { ...list, partyId, reach: reach + 1, mostCounted });
    if (!found) return nowhere;
    return {
      isListed: true,
      place: found.countBefore === null ? null : found.countBefore + 1,
      ids: [...found.before.slice(0, reach).reverse(), partyId, ...found.after.slice(0, reach)],
      isMoreBefore: found.before.length > reach,
      isMoreAfter: found.after.length > reach,
    };
  }
  const found = await findParties(ctx, { words, filter, ours: false, limit: mostFound });
  const ids = found.map(({ id }) => id);
  const at = ids.indexOf(partyId);
  if (at < 0) return nowhere;
  const [from, until] = [Math.max(0, at - reach), at + reach + 1];
  return {
    isListed: true,
    place: at + 1,
    ids: ids.slice(from, until),
    isMoreBefore: from > 0,
    isMoreAfter: until < ids.length,
  };
}

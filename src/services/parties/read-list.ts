/** Which relations a list has, read from its query once for lists, counts, groups, bulk acts and exports alike. */
import type { FilterTree } from '#contract/party-filter.ts';
import { weighCondition } from '#store/party-conditions.ts';
import type { PartyFilter, PartySort } from '#store/party-rows.ts';
import type { Context } from '../context.ts';
import { asksRole, readConditions } from './read-conditions.ts';

export interface ListSelection extends Omit<PartyFilter, 'condition' | 'asksIgnored'> {
  readonly q?: string;
  readonly filter?: FilterTree;
}

export interface ListOrder {
  readonly sort?: PartySort;
  readonly order?: 'asc' | 'desc';
}

/** What each order begins with: the strongest, the latest, what falls most, what has been quiet longest. */
const naturalOrder: Readonly<Record<PartySort, 'asc' | 'desc'>> = {
  bond: 'desc',
  last: 'desc',
  created: 'desc',
  foundation: 'desc',
  trend: 'asc',
  quiet: 'asc',
  name: 'asc',
};

export function readOrder({ sort = 'bond', order }: ListOrder): { sort: PartySort; descending: boolean } {
  return { sort, descending: (order ?? naturalOrder[sort]) === 'desc' };
}

export async function readFilter(ctx: Context, input: ListSelection, from = 'query.filter'): Promise<PartyFilter> {
  const { filter: tree, kind, role, status, alarm, weakest, dependencyOn } = input;
  const plain = { kind, role, status, alarm, weakest, dependencyOn };
  if (!tree) return plain;
  const condition = await weighCondition(ctx.db, await readConditions(ctx, { tree, from }));
  return { ...plain, condition, asksIgnored: asksRole(tree) };
}

/** The columns of the list and what each sorts by. */
import type { PartyFilter } from '../../api/queries.ts';

type Sort = NonNullable<PartyFilter['sort']>;

export interface Column {
  readonly name: 'name' | 'weakest' | 'status' | 'trend' | 'bond' | 'last';
  readonly sort: Sort | null;
  /** The order a first click gives. */
  readonly first: 'asc' | 'desc';
}

export const columns: readonly Column[] = [
  { name: 'name', sort: 'name', first: 'asc' },
  { name: 'weakest', sort: null, first: 'asc' },
  { name: 'status', sort: 'quiet', first: 'desc' },
  { name: 'trend', sort: 'trend', first: 'asc' },
  { name: 'bond', sort: 'bond', first: 'desc' },
  { name: 'last', sort: 'last', first: 'desc' },
];

export function sortedBy(filter: PartyFilter): { sort: Sort; order: 'asc' | 'desc' } {
  const sort = filter.sort ?? 'bond';
  const first = columns.find((column) => column.sort === sort)?.first ?? 'desc';
  return { sort, order: filter.order ?? first };
}

/** The next filter after a click on a column's head: another column, or the other way round. */
export function turnSort(filter: PartyFilter, column: Column): PartyFilter {
  if (!column.sort) return filter;
  const now = sortedBy(filter);
  const order = now.sort !== column.sort ? column.first : now.order === 'asc' ? 'desc' : 'asc';
  return { ...filter, sort: column.sort, order };
}

/** The columns of the list: how wide, and what each sorts by. */
import type { ListState } from '../../api/list-queries.ts';

type Sort = NonNullable<ListState['sort']>;

export const usualColumns = ['name', 'weakest', 'status', 'trend', 'bond', 'last'] as const;
export const moreColumns = [
  'role',
  'wish',
  'jobTitle',
  'city',
  'tags',
  'groups',
  'employer',
  'mail',
  'phone',
  'birthday',
  'createdAt',
  'foundation',
] as const;
export type UsualColumn = (typeof usualColumns)[number];
export type MoreColumn = (typeof moreColumns)[number];

export interface Column {
  /** A name from above, or "fields." with the key of an own field. */
  readonly name: string;
  readonly width: string;
  readonly sort: Sort | null;
  /** The order a first click gives. */
  readonly first: 'asc' | 'desc';
}

const column = (name: string, width: string, sort: Sort | null = null, first: 'asc' | 'desc' = 'asc'): Column => {
  return { name, width, sort, first };
};

const known: readonly Column[] = [
  column('name', 'minmax(11rem, 1.7fr)', 'name'),
  column('weakest', '10.5rem'),
  column('status', 'minmax(8.5rem, 0.8fr)', 'quiet', 'desc'),
  column('trend', '8.2rem', 'trend'),
  column('bond', '5.2rem', 'bond', 'desc'),
  column('last', '9.5rem', 'last', 'desc'),
  column('role', 'minmax(6.5rem, 0.6fr)'),
  column('wish', 'minmax(7rem, 0.7fr)'),
  column('jobTitle', 'minmax(7rem, 0.8fr)'),
  column('city', 'minmax(6rem, 0.6fr)'),
  column('tags', 'minmax(8rem, 1fr)'),
  column('groups', 'minmax(7rem, 0.8fr)'),
  column('employer', 'minmax(7rem, 0.9fr)'),
  column('mail', 'minmax(9rem, 1.1fr)'),
  column('phone', '8.5rem'),
  column('birthday', '7rem'),
  column('createdAt', '6.5rem', 'created', 'desc'),
  column('foundation', 'minmax(7rem, 0.8fr)', 'foundation', 'desc'),
];

export const ownField = 'fields.';

export function isKnownColumn(name: string): boolean {
  return known.some((one) => one.name === name) || name.startsWith(ownField);
}

/** The name always stands first; what nobody knows any more is left out. */
export function columnsOf(state: ListState): Column[] {
  const names = state.columns ? state.columns.split(',').filter(isKnownColumn) : usualColumns;
  const chosen = ['name', ...new Set(names.filter((name) => name !== 'name'))];
  return chosen.map((name) => known.find((one) => one.name === name) ?? column(name, 'minmax(6rem, 0.7fr)'));
}

export function sortedBy(state: ListState): { sort: Sort; order: 'asc' | 'desc' } {
  const sort = state.sort ?? 'bond';
  const first = known.find((one) => one.sort === sort)?.first ?? 'desc';
  return { sort, order: state.order ?? first };
}

/** The next list after a click on a column's head: another column, or the other way round. */
export function turnSort(state: ListState, { sort, first }: Column): ListState {
  if (!sort) return state;
  const now = sortedBy(state);
  const order = now.sort !== sort ? first : now.order === 'asc' ? 'desc' : 'asc';
  return { ...state, sort, order };
}

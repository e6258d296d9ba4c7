/** The list in the address bar: what is believed of it, and what older links meant. */
import { checkFilter, type FilterLeaf, type FilterTree } from '#contract/party-filter.ts';
import type { ListState } from '../../api/list-queries.ts';

type Raw = Record<string, unknown>;

const sorts = ['bond', 'name', 'last', 'trend', 'quiet', 'created', 'foundation'] as const;
const orders = ['asc', 'desc'] as const;
/** Filters that once had a name of their own in the address. */
const older = ['kind', 'role', 'status', 'alarm', 'weakest'] as const;

export function readListState(search: Raw): ListState {
  const sort = sorts.find((name) => name === search.sort);
  const order = orders.find((name) => name === search.order);
  const filter = readFilter(search);
  return {
    ...readText(search, 'q', 200),
    ...(sort && { sort }),
    ...(order && { order }),
    ...(filter && { filter }),
    ...readText(search, 'columns', 600),
    ...readText(search, 'group', 120),
    ...readText(search, 'view', 60),
  };
}

function readText<const N extends string>(search: Raw, name: N, most: number): { [K in N]?: string } {
  const value = search[name];
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  return text === '' ? {} : ({ [name]: text.slice(0, most) } as { [K in N]?: string });
}

function readFilter(search: Raw): FilterTree | undefined {
  const given = typeof search.filter === 'object' && checkFilter(search.filter).length === 0;
  const tree = given ? (search.filter as FilterTree) : undefined;
  const leaves = older.flatMap((field): FilterLeaf[] => {
    const value = search[field];
    const leaf: FilterLeaf = { field, op: 'is', value: [value] };
    return typeof value === 'string' && checkFilter({ all: [leaf] }).length === 0 ? [leaf] : [];
  });
  if (leaves.length === 0) return tree;
  return { all: tree ? [...leaves, tree] : leaves };
}

/** The conditions of a filter that stand side by side, and how they go together. */
export function partsOf(filter: FilterTree | undefined): {
  how: 'all' | 'any';
  parts: readonly (FilterTree | FilterLeaf)[];
} {
  if (!filter) return { how: 'all', parts: [] };
  return 'all' in filter ? { how: 'all', parts: filter.all } : { how: 'any', parts: filter.any };
}

export function withParts(
  state: ListState,
  { how, parts }: { how: 'all' | 'any'; parts: readonly (FilterTree | FilterLeaf)[] },
): ListState {
  const { filter: _, ...rest } = state;
  if (parts.length === 0) return rest;
  return { ...rest, filter: how === 'all' ? { all: parts } : { any: parts } };
}

/** The same list, whatever view it began with? */
export function isSameList(one: ListState, other: ListState): boolean {
  return listKey(one) === listKey(other);
}

function listKey({ view: _, ...state }: ListState): string {
  return JSON.stringify(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)));
}

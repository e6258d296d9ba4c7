/** Lists of relations as the address bar has them, and what is read for them. */
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { FilterLeaf, FilterTree } from '#contract/party-filter.ts';
import { api, nothing } from './client.ts';

/** Which relations, in what order, with which columns, grouped by what; all of it stands in the address bar. */
export interface ListState {
  q?: string;
  sort?: 'bond' | 'name' | 'last' | 'trend' | 'quiet' | 'created' | 'foundation';
  order?: 'asc' | 'desc';
  filter?: FilterTree;
  /** Names with commas between, in their order; absent: the usual ones. */
  columns?: string;
  group?: string;
  /** The view this began with: an id, or the name of one that comes with the program. */
  view?: string;
}

interface Chosen {
  q?: string;
  filter?: string;
}

export function chosenOf({ q, filter }: ListState): Chosen {
  return { ...(q ? { q } : {}), ...(filter ? { filter: JSON.stringify(filter) } : {}) };
}

export function orderOf({ sort, order }: ListState): Pick<ListState, 'sort' | 'order'> {
  return { ...(sort ? { sort } : {}), ...(order ? { order } : {}) };
}

/** The same list, of one group alone. */
export function withLeaf(state: ListState, leaf: FilterLeaf): ListState {
  return { ...state, filter: { all: state.filter ? [leaf, state.filter] : [leaf] } };
}

/** More than a screen shows, and no more than that: the first answer is the one that somebody waits for. */
const firstPage = '40';

export const listQueries = {
  oauthProviders: () =>
    queryOptions({ queryKey: ['oauth-providers'], queryFn: () => api.oauth.providers(nothing), staleTime: 600_000 }),
  connections: () =>
    queryOptions({
      queryKey: ['connections'],
      queryFn: () => api.connections.list(nothing),
      // While something is being read its progress is shown.
      refetchInterval: ({ state }) =>
        state.data?.items.some((item) => item.state === 'reading' || item.state === 'new') ? 2_000 : 30_000,
    }),
  connectionFailures: (connectionId: string) =>
    queryOptions({
      queryKey: ['connections', connectionId, 'failures'],
      queryFn: () => api.connections.failures({ ...nothing, params: { connectionId } }),
    }),
  page: (state: ListState) => {
    const columns = state.columns ? { columns: state.columns } : {};
    const asked = { ...chosenOf(state), ...orderOf(state), ...columns };
    return infiniteQueryOptions({
      queryKey: ['parties', 'list', asked],
      queryFn: ({ pageParam, signal }) =>
        api.parties.list(
          {
            ...nothing,
            query: { ...asked, ...(pageParam ? { limit: '100', cursor: pageParam } : { limit: firstPage }) },
          },
          { signal },
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    });
  },
  count: (state: ListState) =>
    queryOptions({
      queryKey: ['parties', 'count', chosenOf(state)],
      queryFn: ({ signal }) => api.parties.count({ ...nothing, query: chosenOf(state) }, { signal }),
    }),
  groups: (state: ListState) =>
    queryOptions({
      queryKey: ['parties', 'groups', state.group, chosenOf(state)],
      queryFn: ({ signal }) =>
        api.parties.groups({ ...nothing, query: { ...chosenOf(state), by: state.group ?? '' } }, { signal }),
      enabled: state.group !== undefined,
    }),
  around: (state: ListState, partyId: string) =>
    queryOptions({
      queryKey: ['parties', 'around', chosenOf(state), orderOf(state), partyId],
      queryFn: ({ signal }) =>
        api.parties.around({ ...nothing, query: { ...chosenOf(state), ...orderOf(state), partyId } }, { signal }),
      staleTime: 60_000,
    }),
  place: (state: ListState, partyId: string) =>
    queryOptions({
      queryKey: ['parties', 'place', chosenOf(state), orderOf(state), partyId],
      queryFn: ({ signal }) => {
        const query = { ...chosenOf(state), ...orderOf(state), partyId, exact: 'true' } as const;
        return api.parties.around({ ...nothing, query }, { signal });
      },
      staleTime: 60_000,
    }),
  views: () => queryOptions({ queryKey: ['views'], queryFn: () => api.views.list(nothing), staleTime: 60_000 }),
  fields: () => queryOptions({ queryKey: ['fields'], queryFn: () => api.fields.list(nothing), staleTime: 60_000 }),
  tags: () => queryOptions({ queryKey: ['tags'], queryFn: () => api.tags.list(nothing), staleTime: 30_000 }),
  teams: () => queryOptions({ queryKey: ['groups'], queryFn: () => api.groups.list(nothing), staleTime: 30_000 }),
  bulkRuns: () => queryOptions({ queryKey: ['bulk'], queryFn: () => api.bulk.list(nothing), staleTime: 5_000 }),
};

/** Begins to read a list without waiting for it: who draws it finds it on its way. */
export function askForList(cache: QueryClient, state: ListState): void {
  if (state.group === undefined) void cache.prefetchInfiniteQuery(listQueries.page(state));
  else void cache.prefetchQuery(listQueries.groups(state));
}

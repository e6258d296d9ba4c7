/** What is read of questions of the kind "what if". */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, nothing } from './client.ts';

export const whatIfQueries = {
  run: (runId: string) =>
    queryOptions({
      queryKey: ['what-if', 'run', runId],
      queryFn: () => api.whatIfRuns.get({ ...nothing, params: { runId } }),
      retry: false,
    }),
  past: () =>
    infiniteQueryOptions({
      queryKey: ['what-if', 'past'],
      queryFn: ({ pageParam }) =>
        api.whatIfRuns.list({ ...nothing, query: { limit: '10', ...(pageParam ? { cursor: pageParam } : {}) } }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  colleagues: () =>
    queryOptions({ queryKey: ['what-if', 'colleagues'], queryFn: () => api.whatIfRuns.colleagues(nothing) }),
  products: () =>
    queryOptions({
      queryKey: ['what-if', 'products'],
      queryFn: () => api.whatIfRuns.products(nothing),
      staleTime: 600_000,
    }),
};

/** What is read of give and take over all relations. Read again with Today: it changes with the same things. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, nothing } from './client.ts';

const key = (name: string) => ['today', 'give-and-take', name];
const pageOf = (pageParam: string | null) => ({ ...nothing, query: pageParam ? { cursor: pageParam } : {} });

export const giveAndTakeQueries = {
  thanks: () =>
    infiniteQueryOptions({
      queryKey: key('thanks'),
      queryFn: ({ pageParam }) => api.thanksOwed.list(pageOf(pageParam)),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  favours: () =>
    infiniteQueryOptions({
      queryKey: key('favours'),
      queryFn: ({ pageParam }) => api.favours.list(pageOf(pageParam)),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  faults: () =>
    infiniteQueryOptions({
      queryKey: key('faults'),
      queryFn: ({ pageParam }) =>
        api.faults.list({ ...nothing, query: { open: 'true', ...(pageParam && { cursor: pageParam }) } }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  kinds: () =>
    queryOptions({ queryKey: ['parameters', 'benefit-kinds'], queryFn: () => api.benefitKinds.list(nothing) }),
};

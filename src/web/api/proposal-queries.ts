/** What is read of the proposals from one's own mail. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, nothing } from './client.ts';

export const proposalQueries = {
  /** Null: of all relations. */
  list: (partyId: string | null) =>
    infiniteQueryOptions({
      queryKey: ['proposals', partyId ?? 'all'],
      queryFn: ({ pageParam }) => {
        const query = { ...(partyId && { partyId }), ...(pageParam && { cursor: pageParam }) };
        return api.proposals.list({ ...nothing, query });
      },
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  count: () => queryOptions({ queryKey: ['proposals', 'count'], queryFn: () => api.proposals.count(nothing) }),
};

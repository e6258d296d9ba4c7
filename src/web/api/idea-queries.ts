/** What is read of ideas, of rules of the house, and of what both sides expect. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { IdeaStatus } from '#contract/ideas.ts';
import { api, nothing } from './client.ts';

export interface IdeaFilter {
  readonly status?: IdeaStatus;
  readonly waits?: 'told' | 'thanks';
  readonly partyId?: string;
  readonly thing?: string;
}

export const ideaQueries = {
  list: (filter: IdeaFilter) =>
    infiniteQueryOptions({
      // One relation's belong to its page.
      queryKey: filter.partyId ? ['party', filter.partyId, 'ideas'] : ['ideas', filter],
      queryFn: ({ pageParam }) =>
        api.ideas.list({ ...nothing, query: { ...filter, ...(pageParam && { cursor: pageParam }) } }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  rules: () => queryOptions({ queryKey: ['house-rules'], queryFn: () => api.houseRules.list(nothing) }),
  cases: (houseRuleId: string) =>
    infiniteQueryOptions({
      queryKey: ['house-rules', houseRuleId],
      queryFn: ({ pageParam }) =>
        api.houseRules.cases({ ...nothing, params: { houseRuleId }, query: pageParam ? { cursor: pageParam } : {} }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  expectations: (partyId: string) =>
    infiniteQueryOptions({
      queryKey: ['party', partyId, 'expectations'],
      queryFn: ({ pageParam }) =>
        api.expectations.list({ ...nothing, params: { partyId }, query: pageParam ? { cursor: pageParam } : {} }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
};

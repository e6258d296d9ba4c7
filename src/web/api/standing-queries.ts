/** What is read of why relations are with us, and of plans to make them firmer. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, nothing } from './client.ts';

export const standingQueries = {
  foundation: (partyId: string) =>
    queryOptions({
      queryKey: ['party', partyId, 'foundation'],
      queryFn: () => api.foundations.get({ ...nothing, params: { partyId } }),
    }),
  kinds: () =>
    queryOptions({ queryKey: ['foundations', 'kinds'], queryFn: () => api.foundationKinds.list({ ...nothing }) }),
  plans: (filter: { readonly state: 'open' | 'ended'; readonly partyId?: string }) =>
    infiniteQueryOptions({
      queryKey: filter.partyId ? ['party', filter.partyId, 'plans', filter.state] : ['plans', filter.state],
      queryFn: ({ pageParam }) =>
        api.plans.list({ ...nothing, query: { ...filter, ...(pageParam && { cursor: pageParam }) } }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  proposed: (partyId: string | null) =>
    infiniteQueryOptions({
      queryKey: partyId ? ['party', partyId, 'proposed-plan'] : ['plans', 'proposed'],
      queryFn: ({ pageParam }) =>
        api.plans.proposals({
          ...nothing,
          query: { limit: '20', ...(partyId && { partyId }), ...(pageParam && { cursor: pageParam }) },
        }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  planHistory: (planId: string) =>
    queryOptions({
      queryKey: ['plans', planId, 'history'],
      queryFn: () => api.plans.history({ ...nothing, params: { planId } }),
    }),
};

export const foundationTouches = [['party'], ['foundations'], ['changes'], ['plans'], ['parties']];
export const planTouches = [['party'], ['plans'], ['tasks'], ['changes']];

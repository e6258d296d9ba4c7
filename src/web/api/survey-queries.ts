/** What is read of surveys. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, nothing } from './client.ts';

export const surveyQueries = {
  shares: () => queryOptions({ queryKey: ['surveys', 'shares'], queryFn: () => api.surveys.shares({ ...nothing }) }),
  candidates: (may: 'true' | 'false') =>
    infiniteQueryOptions({
      queryKey: ['surveys', 'candidates', may],
      queryFn: ({ pageParam }) =>
        api.surveys.candidates({
          ...nothing,
          query: { kind: 'missing', may, limit: '10', ...(pageParam ? { cursor: pageParam } : {}) },
        }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  candidate: (partyId: string, kind: 'missing' | 'four') =>
    queryOptions({
      queryKey: ['surveys', 'candidates', partyId, kind],
      queryFn: () => api.surveys.candidates({ ...nothing, query: { kind, partyId } }),
    }),
  latest: () =>
    infiniteQueryOptions({
      queryKey: ['surveys', 'latest'],
      queryFn: ({ pageParam }) =>
        api.surveys.list({ ...nothing, query: { limit: '20', ...(pageParam ? { cursor: pageParam } : {}) } }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  ofParty: (partyId: string) =>
    queryOptions({
      queryKey: ['surveys', 'of', partyId],
      queryFn: () => api.surveys.list({ ...nothing, query: { partyId, limit: '10' } }),
    }),
};

/** What a write of a survey touches. */
export const surveyTouches = [['surveys'], ['party'], ['tie'], ['parties'], ['foundations'], ['changes']];

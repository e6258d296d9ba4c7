/** What is read of reports. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, nothing } from './client.ts';

export type ReportState = 'open' | 'waiting' | 'due' | 'done';

export const reportQueries = {
  list: (state: ReportState) =>
    infiniteQueryOptions({
      queryKey: ['reports', 'list', state],
      queryFn: ({ pageParam }) =>
        api.reports.list({ ...nothing, query: { state, ...(pageParam ? { cursor: pageParam } : {}) } }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  ofParty: (partyId: string, state: 'open' | 'done') =>
    queryOptions({
      queryKey: ['reports', 'of', partyId, state],
      queryFn: () => api.reports.list({ ...nothing, query: { partyId, state } }),
    }),
  one: (reportId: string) =>
    queryOptions({
      queryKey: ['reports', 'one', reportId],
      queryFn: () => api.reports.get({ ...nothing, params: { reportId } }),
    }),
};

/** What a write of a report touches. */
export const reportTouches = [['reports'], ['party'], ['tie'], ['parties'], ['today']];

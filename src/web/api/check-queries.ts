/** What the nightly check found, and what changed in a tie. */
import { queryOptions } from '@tanstack/react-query';
import { api, nothing } from './client.ts';

export const checkQueries = {
  check: () => queryOptions({ queryKey: ['check'], queryFn: () => api.checks.get(nothing), staleTime: 300_000 }),
  change: (tieId: string) =>
    queryOptions({
      queryKey: ['tie', tieId, 'change'],
      queryFn: () => api.ties.change({ ...nothing, params: { tieId } }),
    }),
};

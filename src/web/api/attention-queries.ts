/** Attention given and received in a tie, and what a relation got unasked. */
import { queryOptions } from '@tanstack/react-query';
import { api, nothing } from './client.ts';

export const attentionQueries = {
  ofTie: (tieId: string) =>
    queryOptions({
      queryKey: ['tie', tieId, 'attention'],
      queryFn: () => api.ties.attention({ ...nothing, params: { tieId } }),
    }),
  unasked: (partyId: string) =>
    queryOptions({
      queryKey: ['party', partyId, 'unasked'],
      queryFn: () => api.ties.unasked({ ...nothing, params: { partyId } }),
    }),
};

import { queryOptions } from '@tanstack/react-query';
import { api, nothing } from './client.ts';

export const networkQueries = {
  party: (partyId: string) =>
    queryOptions({
      queryKey: ['party', partyId, 'network'],
      queryFn: () => api.network.party({ ...nothing, params: { partyId } }),
    }),
  introduction: (partyId: string) =>
    queryOptions({
      queryKey: ['party', partyId, 'introduction'],
      queryFn: () => api.network.introduction({ ...nothing, params: { partyId } }),
    }),
  weakPoints: () => queryOptions({ queryKey: ['network', 'weak'], queryFn: () => api.network.weakPoints(nothing) }),
  map: (scope: 'matters' | 'all') =>
    queryOptions({
      queryKey: ['network', 'map', scope],
      queryFn: () => api.network.map({ ...nothing, query: { scope } }),
      staleTime: 60_000,
    }),
};

import { queryOptions } from '@tanstack/react-query';
import { api, nothing } from './client.ts';

export const buyingQueries = {
  ofParty: (partyId: string) =>
    queryOptions({
      queryKey: ['party', partyId, 'buying'],
      queryFn: () => api.buyings.get({ ...nothing, params: { partyId } }),
    }),
};

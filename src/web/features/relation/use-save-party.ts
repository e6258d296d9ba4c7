import { useQueryClient } from '@tanstack/react-query';
import type { Party } from '#contract/parties.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';

export type PartyChange = Parameters<typeof api.parties.update>[0]['body'];

/** Saves one change against the version that was seen; what others changed meanwhile is fetched, never overwritten. */
export function useSaveParty(party: Party) {
  const cache = useQueryClient();
  const key = queries.party(party.id).queryKey;
  return useAct<PartyChange, Party>({
    run: (body) => {
      const { version } = cache.getQueryData(key) ?? party;
      return api.parties.update({
        ...nothing,
        params: { partyId: party.id },
        body,
        headers: { ...newKey(), ...ifMatch(version) },
      });
    },
    touches: [['parties'], ['today'], ['tie'], ['party', party.id]],
    onDone: (saved) => cache.setQueryData(key, saved),
    onFailed: () => void cache.invalidateQueries({ queryKey: key }),
  });
}

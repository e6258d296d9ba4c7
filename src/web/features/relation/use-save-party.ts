import { useQueryClient } from '@tanstack/react-query';
import type { Party } from '#contract/parties.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { saveMerged } from '../../ui/changes/clash.ts';
import { noteSeen, seenVersion } from '../../ui/changes/seen-version.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useWords } from '../../ui/words.tsx';

export type PartyChange = NonNullable<Parameters<typeof api.parties.update>[0]['body']>;

/** Saves one change against the version that was seen; what others changed meanwhile is fetched, never overwritten. */
export function useSaveParty(party: Party, { isQuiet = false }: { isQuiet?: boolean } = {}) {
  const cache = useQueryClient();
  const key = queries.party(party.id).queryKey;
  return useAct<PartyChange, Party>({
    run: (change) => {
      const { version } = cache.getQueryData(key) ?? party;
      return saveMerged({
        body: change,
        version: seenVersion(party.id, version),
        send: (body, base) =>
          api.parties.update({
            ...nothing,
            params: { partyId: party.id },
            body,
            headers: { ...newKey(), ...ifMatch(base) },
          }),
      });
    },
    touches: [['parties'], ['today'], ['tie'], ['party', party.id], ['tags'], ['groups']],
    onDone: (saved) => {
      noteSeen(party.id, saved.version);
      cache.setQueryData(key, saved);
    },
    onFailed: () => void cache.invalidateQueries({ queryKey: key }),
    isQuiet,
  });
}

export interface Fact {
  /** What it is called, for the word that it is saved. */
  readonly label: string;
  readonly change: PartyChange;
  /** The same fields as they were. */
  readonly before: PartyChange;
}

/** Problems by field when it was refused, null when it stands. */
export type SaveFact = (fact: Fact) => Promise<Readonly<Record<string, string>> | null>;

/** One fact, saved as one leaves it: with a way back, and what is wrong with it told at its field. */
export function useSaveFact(party: Party): SaveFact {
  const words = useWords();
  const { mutateAsync } = useSaveParty(party, { isQuiet: true });
  const loud = useSaveParty(party);
  const { records, shell } = words;
  return async ({ label, change, before }) => {
    try {
      await mutateAsync(change);
    } catch (error) {
      const { fields, sentence } = describeFailure(error, words);
      return Object.keys(fields).length > 0 ? fields : { '': sentence };
    }
    const message = records.savedOne(label);
    showUndo({ message, label: shell.undo, close: shell.close, onUndo: () => loud.mutate(before) });
    return null;
  };
}

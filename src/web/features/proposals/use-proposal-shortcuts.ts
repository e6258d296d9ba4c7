import { type Act, useActs } from '../../ui/acts.ts';
import { useWords } from '../../ui/words.tsx';

/** The keys of this page, by name; the list itself hears them. */
export function useProposalShortcuts() {
  const { names } = useWords().acts;
  const key = (id: keyof typeof names, ...keys: string[]): Act => {
    return { id, name: names[id], where: 'proposals', kind: 'key', keys, isHeard: false };
  };
  useActs([key('proposalWalk', 'j', 'k'), key('proposalYes', 'Enter'), key('proposalNo', 'x')]);
}

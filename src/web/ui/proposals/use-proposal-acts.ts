/** Yes or no: gone from the list at once, and to be taken back. */
import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { Proposal } from '#contract/proposals.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndo } from '../changes/use-undo.tsx';
import { showUndo } from '../undo-toast.tsx';
import { useWords } from '../words.tsx';

interface ProposalPage {
  readonly items: readonly Proposal[];
  readonly nextCursor: string | null;
}

export function useProposalActs() {
  const { proposals, shell } = useWords();
  const cache = useQueryClient();
  const { undo } = useUndo();
  const of = ({ id }: Proposal) => ({ ...nothing, params: { proposalId: id }, headers: newKey() });
  const shared = {
    touches: [['proposals'], ['party'], ['tie'], ['today'], ['tasks'], ['parties'], ['changes']],
    line: 'proposals',
    onFailed: () => void cache.invalidateQueries({ queryKey: ['proposals'] }),
  };
  const say = (message: string, changeId: string) =>
    showUndo({ message, label: shell.undo, close: shell.close, onUndo: () => undo({ changeId }) });
  const accept = useAct({
    ...shared,
    run: (proposal: Proposal) => api.proposals.accept({ ...of(proposal), body: {} }),
    onDone: ({ changeId }, { kind }) => say(proposals.accepted[kind], changeId),
  });
  const dismiss = useAct({
    ...shared,
    run: (proposal: Proposal) => api.proposals.dismiss(of(proposal)),
    onDone: ({ changeId }) => say(proposals.dismissed, changeId),
  });
  const takeAway = ({ id }: Proposal) => {
    void cache.cancelQueries({ queryKey: ['proposals'] });
    cache.setQueriesData<InfiniteData<ProposalPage> | { open: number }>({ queryKey: ['proposals'] }, (shown) => {
      if (!shown) return shown;
      if ('open' in shown) return { open: Math.max(0, shown.open - 1) };
      const pages = shown.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) }));
      return { ...shown, pages };
    });
  };
  return {
    accept: (proposal: Proposal) => {
      takeAway(proposal);
      accept.mutate(proposal);
    },
    dismiss: (proposal: Proposal) => {
      takeAway(proposal);
      dismiss.mutate(proposal);
    },
  };
}

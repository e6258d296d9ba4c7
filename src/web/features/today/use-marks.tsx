import { useQueryClient } from '@tanstack/react-query';
import type { TodayLine } from '#contract/today.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useWords } from '../../ui/words.tsx';

type Mark = 'snoozed' | 'done' | 'left-in-peace' | 'not-useful';
const dayMs = 86_400_000;

/** Puts a line away at once, tells how to get it back, and puts it back by itself when the server says no. */
export function useMarks(line: TodayLine) {
  const words = useWords();
  const { today, shell, durations } = words;
  const cache = useQueryClient();
  const partyId = line.party.id;
  const touches = [['today'], ['party', partyId], ['parties']];
  const putBack = useAct({
    run: () => api.today.unmark({ ...nothing, params: { partyId, line: line.kind }, headers: newKey() }),
    touches,
  });
  const put = useAct({
    run: ({ mark, days }: { mark: Mark; days: number | null }) => {
      const until = days === null ? null : new Date(Date.now() + days * dayMs).toISOString();
      return api.today.mark({ ...nothing, body: { partyId, line: line.kind, mark, until }, headers: newKey() });
    },
    touches,
    onFailed: () => void cache.invalidateQueries({ queryKey: ['today'] }),
    onDone: (_, { mark, days }) => {
      const until = days === null ? '' : durations.ahead(days);
      const message = today.marked[mark](line.party.name, until);
      showUndo({ message, label: shell.undo, close: shell.close, onUndo: () => putBack.mutate() });
    },
  });
  const mark = (chosen: Mark, days: number | null) => {
    cache.setQueryData(queries.today().queryKey, (shown) => {
      if (!shown) return shown;
      return { ...shown, items: shown.items.filter((item) => item.kind !== line.kind || item.party.id !== partyId) };
    });
    put.mutate({ mark: chosen, days });
  };
  return { mark, isPending: put.isPending };
}

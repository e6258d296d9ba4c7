import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useWords } from '../../ui/words.tsx';

/** What is shown wherever one of the house's own words changes. */
export const wordTouches = [
  ['parameters'],
  ['fields'],
  ['tags'],
  ['groups'],
  ['relation-types'],
  ['party'],
  ['parties'],
  ['changes'],
];

interface Undoable<I> {
  readonly run: (input: I) => Promise<unknown>;
  readonly recordOf: (input: I) => string;
  readonly say: (input: I) => string;
  readonly isQuiet?: boolean;
}

/** Does it, says so, and takes it back when asked: by the change that this very record noted last. */
export function useUndoable<I>({ run, recordOf, say, isQuiet = false }: Undoable<I>) {
  const { shell } = useWords();
  const undo = useAct({
    run: async (recordId: string) => {
      const { items } = await api.changes.list({ ...nothing, query: { recordId, limit: '1' } });
      return api.changes.undo({ ...nothing, body: items[0] ? { changeId: items[0].id } : {}, headers: newKey() });
    },
    touches: wordTouches,
  });
  return useAct<I>({
    run,
    touches: wordTouches,
    isQuiet,
    onDone: (_, input) => {
      const onUndo = () => undo.mutate(recordOf(input));
      showUndo({ message: say(input), label: shell.undo, close: shell.close, onUndo });
    },
  });
}

/** Taking back: the last thing one did, or one line of the history. Says what came back, and offers to do it again. */
import { notifications } from '@mantine/notifications';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { apiErrorOf } from '#contract/client.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { showUndo } from '../undo-toast.tsx';
import { useSpoken } from '../words.tsx';
import { sayUndone } from './say-change.ts';

interface Wanted {
  /** Absent: the last thing this user did in the web. */
  readonly changeId?: string;
  readonly isRedo?: boolean;
}

const undoLine = 'undo';
const mostWaitMs = 10_000;

/** What one did last may still be on its way to the house: then it is not yet the last thing that stands there. */
function othersKept(cache: QueryClient): Promise<void> {
  const areKept = () => cache.isMutating({ predicate: ({ options }) => options.scope?.id !== undoLine }) === 0;
  if (areKept()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      stop();
      clearTimeout(latest);
      resolve();
    };
    const latest = setTimeout(end, mostWaitMs);
    const stop = cache.getMutationCache().subscribe(() => areKept() && end());
  });
}

export function useUndo() {
  const { words, formats } = useSpoken();
  const cache = useQueryClient();
  const { changes, shell } = words;
  const act = useAct({
    run: async ({ changeId }: Wanted) => {
      if (!changeId) await othersKept(cache);
      return api.changes.undo({ ...nothing, body: changeId ? { changeId } : {}, headers: newKey() });
    },
    // Anything may have come back, anywhere.
    touches: [[]],
    line: undoLine,
    isQuiet: true,
    onDone: async (undone, { isRedo = false }) => {
      const hasOwn = undone.fields.some((name) => name.startsWith('fields.'));
      const own = hasOwn ? await cache.fetchQuery(queries.ownFields()).catch(() => null) : null;
      const ownFields = new Map(own?.items.map(({ key, name }) => [key, name]));
      showUndo({
        message: sayUndone(undone, { words, formats, ownFields }, isRedo),
        label: isRedo ? shell.undo : changes.redo,
        close: shell.close,
        onUndo: () => act.mutate({ changeId: undone.changeId, isRedo: !isRedo }),
      });
    },
  });
  const undo = (wanted: Wanted = {}) =>
    act.mutate(wanted, {
      onError: (error) => {
        const code = apiErrorOf(error)?.code;
        const message =
          code === 'not-found' && !wanted.changeId
            ? changes.nothingToUndo
            : code === 'conflict' || code === 'not-found'
              ? changes.cannotUndo
              : words.errors.codes[code ?? 'unavailable'];
        notifications.show({ message });
      },
    });
  return { undo, isPending: act.isPending };
}

import { notifications } from '@mantine/notifications';
import type { Hook } from '#contract/hooks.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useWords } from '../../ui/words.tsx';
import { useHookWords } from '../../ui/words-of/hooks.ts';

type Body = Parameters<typeof api.hooks.update>[0]['body'];

/** What one does with an address; changes and removal can be taken back. */
export function useHookActs(hook: Hook, { onRemoved }: { onRemoved?: () => void } = {}) {
  const { shell } = useWords();
  const hooks = useHookWords();
  const params = { hookId: hook.id };
  const touches = [['hooks'], ['changes']];
  const undo = useAct({
    run: async () => {
      const { items } = await api.changes.list({ ...nothing, query: { recordId: hook.id, limit: '1' } });
      return api.changes.undo({ ...nothing, body: items[0] ? { changeId: items[0].id } : {}, headers: newKey() });
    },
    touches,
  });
  const offerUndo = (message: string) =>
    showUndo({ message, label: shell.undo, close: shell.close, onUndo: () => undo.mutate() });
  const change = useAct({
    run: (body: Body) => api.hooks.update({ ...nothing, params, body, headers: newKey() }),
    touches,
    line: `hook ${hook.id}`,
  });
  const renew = useAct({
    run: () => api.hooks.renew({ ...nothing, params, headers: newKey() }),
    touches,
    onDone: () => notifications.show({ message: hooks.address.renewed }),
  });
  const remove = useAct({
    run: () => api.hooks.remove({ ...nothing, params, headers: newKey() }),
    touches,
    onDone: () => {
      offerUndo(hooks.removed(hook.name));
      onRemoved?.();
    },
  });
  const retry = useAct({
    run: () => api.hooks.retry({ ...nothing, params, headers: newKey() }),
    touches: [...touches, ['party'], ['parties'], ['today']],
    onDone: ({ waiting }) => notifications.show({ message: hooks.deliveries.retried(waiting) }),
  });
  return { change, renew, remove, retry, offerUndo };
}

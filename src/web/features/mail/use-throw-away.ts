import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useWords } from '../../ui/words.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';

const touches = [['mail'], ['changes']];

/** Into the bin, and out of it while one still sees that it went. */
export function useThrowAway(onDone?: () => void) {
  const { shell } = useWords();
  const mail = useMailWords();
  const undo = useAct({
    run: async (recordId: string) => {
      const { items } = await api.changes.list({ ...nothing, query: { recordId, limit: '1' } });
      return api.changes.undo({ ...nothing, body: items[0] ? { changeId: items[0].id } : {}, headers: newKey() });
    },
    touches,
  });
  return useAct({
    run: (outboxId: string) => api.outboxMails.remove({ ...nothing, params: { outboxId }, headers: newKey() }),
    touches,
    onDone: (_, outboxId) => {
      const onUndo = () => undo.mutate(outboxId);
      showUndo({ message: mail.out.removed, label: shell.undo, close: shell.close, onUndo });
      onDone?.();
    },
  });
}

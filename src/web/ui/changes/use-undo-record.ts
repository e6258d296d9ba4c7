/** Takes back what was last done to one record, whatever was done elsewhere since. */
import { api, nothing } from '../../api/client.ts';
import { showUndo } from '../undo-toast.tsx';
import { useWords } from '../words.tsx';
import { useUndo } from './use-undo.tsx';

export function useUndoRecord() {
  const { shell } = useWords();
  const { undo } = useUndo();
  const undoLatest = async (recordId: string) => {
    const latest = await api.changes.list({ ...nothing, query: { recordId, limit: '1' } }).catch(() => null);
    const [change] = latest?.items ?? [];
    undo(change ? { changeId: change.id } : {});
  };
  /** Says that it is done, and lets it be taken back. */
  const sayDone = (message: string, recordId: string) =>
    showUndo({ message, label: shell.undo, close: shell.close, onUndo: () => void undoLatest(recordId) });
  return { sayDone };
}

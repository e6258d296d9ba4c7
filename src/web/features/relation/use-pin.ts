/** Pinning anything of a timeline, and letting go of it: one act, one way back. */
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import type { MenuChoice } from '../../ui/lazy-menu.tsx';
import { useWords } from '../../ui/words.tsx';

interface Pinnable {
  readonly id: string;
  readonly isPinned: boolean;
}

export function usePin({ id, isPinned }: Pinnable, partyId: string): MenuChoice {
  const { pin } = useWords().timeline;
  const { sayDone } = useUndoRecord();
  const act = useAct<boolean>({
    run: (wanted) =>
      wanted
        ? api.pins.create({ ...nothing, body: { partyId, recordId: id }, headers: newKey() })
        : api.pins.remove({ ...nothing, params: { recordId: id }, headers: newKey() }),
    touches: [['party', partyId]],
    onDone: (_, wanted) => sayDone(wanted ? pin.done : pin.undone, id),
  });
  return { label: isPinned ? pin.remove : pin.set, onChoose: () => act.mutate(!isPinned) };
}

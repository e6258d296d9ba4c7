/** Saves a note, new or changed; where a colleague wrote in it meanwhile, both texts stay and one chooses. */

import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { apiErrorOf } from '#contract/client.ts';
import type { Note } from '#contract/notes.ts';
import type { RichText } from '#contract/rich-text.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { useEntered } from '../../ui/use-entered.ts';
import { useWords } from '../../ui/words.tsx';
import type { Brought } from './use-attach.ts';

export interface Conflict {
  /** As it is now. */
  readonly note: Note;
  readonly by: string;
}

interface Writing {
  readonly body: RichText;
  readonly isPrivate: boolean;
  /** Waits for what is still on its way. */
  readonly files: () => Promise<readonly Brought[]>;
}

interface Saving {
  readonly partyId: string;
  readonly note?: Note;
  readonly onDone: () => void;
}

export function useSaveNote({ partyId, note: shown, onDone }: Saving) {
  const note = useEntered(shown);
  const words = useWords();
  const { timeline } = words;
  const { sayDone } = useUndoRecord();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  // The version the text in the editor begins from: after a choice the one that was chosen against.
  const version = conflict?.note.version ?? note?.version ?? 1;
  const [key] = useState(newKey);
  const save = useAct<Writing, Note>({
    run: async ({ body, isPrivate, files }) => {
      const brought = [...(await files())];
      if (!note) {
        return api.notes.create({ ...nothing, body: { partyId, body, isPrivate, files: brought }, headers: key });
      }
      const changed = { body, ...(isPrivate !== note.isPrivate && { isPrivate }) };
      const headers = { ...newKey(), ...ifMatch(version) };
      return api.notes.update({ ...nothing, params: { noteId: note.id }, body: changed, headers });
    },
    touches: [['party', partyId]],
    isQuiet: true,
    onDone: ({ id }) => {
      onDone();
      sayDone(timeline.note.saved, id);
    },
  });
  const mutate = (writing: Writing) =>
    save.mutate(writing, {
      onError: (error) => {
        const told = apiErrorOf(error);
        // The server answers a stale note with the note as it is.
        const current = told?.code === 'stale' ? (told.current as Note | null) : null;
        if (current) setConflict({ note: current, by: told?.problems[0]?.message ?? '' });
        else notifications.show({ color: 'red', message: describeFailure(error, words).sentence, autoClose: 9000 });
      },
    });
  return { save: { ...save, mutate }, conflict: save.isError ? conflict : null };
}

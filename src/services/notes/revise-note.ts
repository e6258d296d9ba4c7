/** Puts a note back to how it was. */
import type { RichText } from '#contract/rich-text.ts';
import { findNote } from '#store/notes.ts';
import { isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { moveNote, removeNote, updateNote } from './change-note.ts';
import { findAllowedNote } from './get-note.ts';
import { noteFieldsOf } from './note-note.ts';

export const noteReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findNote(tx, recordId, { lock: true });
    return row && row.deletedAt === null && isAllowed(ctx.actor, 'edit', row) ? noteFieldsOf(row) : null;
  },
  async write(ctx, _tx, recordId, values) {
    const fields = values as { body?: RichText; isPrivate?: boolean; isPinned?: boolean };
    await updateNote(ctx, { ...fields, noteId: recordId });
  },
  async remove(ctx, _tx, recordId) {
    await removeNote(ctx, { noteId: recordId });
  },
  async restore(ctx, tx, recordId) {
    const row = await findAllowedNote(ctx, tx, recordId, 'edit', { lock: true, inBin: true });
    if (row.deletedAt !== null) await moveNote(ctx, tx, row, { deletedAt: null });
  },
};

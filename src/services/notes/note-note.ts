/** What the history of a relation keeps of each change to a note. */
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import type { NoteRow } from '#store/notes.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

const labelLength = 80;

export function noteFieldsOf(row: NoteRow): FieldValues {
  return { body: row.body, isPrivate: row.isPrivate, isPinned: row.pinnedAt !== null };
}

export async function noteNote(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: NoteRow; now?: NoteRow },
): Promise<void> {
  const row = now ?? was;
  if (!row) return;
  const sides = act === 'update' && was && now ? { before: noteFieldsOf(was), after: noteFieldsOf(now) } : {};
  await noteChange(ctx, tx, {
    noun: 'note',
    recordId: row.id,
    partyId: row.partyId,
    act,
    label: row.plainText.split('\n')[0]?.slice(0, labelLength) ?? '',
    version: row.version,
    // The moment at which it is closed off or opened up is still its author's.
    privateTo: row.isPrivate || was?.isPrivate ? row.authorId : null,
    ...sides,
  });
}

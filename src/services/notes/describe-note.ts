import type { AttachedFile } from '#contract/files.ts';
import type { Note } from '#contract/notes.ts';
import type { RichText } from '#contract/rich-text.ts';
import type { Db } from '#store/database.ts';
import type { NoteRow } from '#store/notes.ts';
import { listAttached } from '../files/list-files.ts';

export async function describeNotes(db: Db, rows: readonly NoteRow[]): Promise<Note[]> {
  const attached = await listAttached(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => describeNote(row, attached.get(row.id) ?? []));
}

export function describeNote(row: Omit<NoteRow, 'deletedAt' | 'visibleTo'>, files: AttachedFile[]): Note {
  return {
    id: row.id,
    party: { id: row.partyId, name: row.partyName },
    author: { id: row.authorId, name: row.authorName },
    // As contract/rich-text.ts let it in.
    body: row.body as RichText,
    text: row.plainText,
    isPrivate: row.isPrivate,
    isPinned: row.pinnedAt !== null,
    files,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

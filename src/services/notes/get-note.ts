/** Notes as one actor may read them. */
import type { Note } from '#contract/notes.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Db } from '#store/database.ts';
import { findNote, type NoteRow, pageNotes } from '#store/notes.ts';
import { findParty } from '#store/parties.ts';
import { allow, viewerOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { describeNotes } from './describe-note.ts';

const pageSize = 50;

export async function getNote(ctx: Context, input: { noteId: string }): Promise<Note> {
  return describeOne(ctx.db, await findAllowedNote(ctx, ctx.db, input.noteId, 'see'));
}

export async function listNotes(
  ctx: Context,
  input: { partyId: string; cursor?: string; limit?: number },
): Promise<{ items: Note[]; nextCursor: string | null }> {
  allow(ctx.actor, 'see', await findParty(ctx.db, input.partyId));
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const after = id === undefined ? null : { at: new Date(String(at)), id: String(id) };
  const { partyId } = input;
  const rows = await pageNotes(ctx.db, { partyId, viewer: viewerOf(ctx.actor), after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? writeCursor([last.createdAt.toISOString(), last.id]) : null;
  return { items: await describeNotes(ctx.db, shown), nextCursor };
}

/** What lies in the bin is not found, but for who brings it back. */
export async function findAllowedNote(
  ctx: Context,
  db: Db,
  id: string,
  action: 'see' | 'edit',
  options: { lock?: boolean; inBin?: boolean } = {},
): Promise<Allowed<NoteRow>> {
  const row = allow(ctx.actor, action, await findNote(db, id, options));
  if (row.deletedAt !== null && !options.inBin) throw notFound();
  return row;
}

export async function describeOne(db: Db, row: NoteRow): Promise<Note> {
  const [note] = await describeNotes(db, [row]);
  if (!note) throw notFound();
  return note;
}

/** Writing, changing and putting away notes. */
import { v7 as uuidv7 } from 'uuid';
import type { Note } from '#contract/notes.ts';
import type { RichText } from '#contract/rich-text.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import {
  closeHistoryOf,
  insertNote,
  type NoteRow,
  type NoteWriting,
  setNoteDeleted,
  updateNote as writeNote,
} from '#store/notes.ts';
import { findParty } from '#store/parties.ts';
import { deletePin, insertPin } from '#store/pins.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import { mergeFields } from '../changes/merge-fields.ts';
import type { Context } from '../context.ts';
import { attachUpload, type Uploaded } from '../files/attach-file.ts';
import { normaliseText } from '../parties/names.ts';
import { proposeFromNote } from '../proposals/propose-from-note.ts';
import { describeOne, findAllowedNote } from './get-note.ts';
import { nameColleagues } from './name-colleagues.ts';
import { noteFieldsOf, noteNote } from './note-note.ts';
import { plainTextOf } from './plain-text.ts';

interface NewNote {
  readonly partyId: string;
  readonly body: RichText;
  readonly isPrivate?: boolean;
  readonly isPinned?: boolean;
  readonly files?: readonly Uploaded[];
}

export async function createNote(ctx: Context, input: NewNote): Promise<Note> {
  const authorId = userOf(ctx.actor);
  return transact(ctx.db, async (tx) => {
    const party = allow(ctx.actor, 'edit', await findParty(tx, input.partyId));
    const batchId = ctx.batchId ?? uuidv7();
    const within = { ...ctx, db: tx, batchId };
    const id = uuidv7();
    const { isPrivate = false, isPinned = false, body } = input;
    await insertNote(tx, { ...writingOf({ body, isPrivate }), id, partyId: party.id, authorId, at: ctx.now() });
    if (isPinned) await insertPin(tx, { recordIds: [id], partyIds: [party.id], by: authorId, at: ctx.now() });
    const now = await findAllowedNote(ctx, tx, id, 'edit');
    await noteNote(within, tx, { act: 'create', now });
    for (const upload of input.files ?? []) await attachUpload(within, tx, { ...upload, noun: 'note', recordId: id });
    await nameColleagues(within, tx, { now, body });
    await proposeFromNote(ctx, tx, now);
    return describeOne(tx, now);
  });
}

interface NoteChange {
  readonly noteId: string;
  readonly ifVersion?: number;
  readonly body?: RichText;
  readonly isPrivate?: boolean;
  readonly isPinned?: boolean;
}

export async function updateNote(ctx: Context, input: NoteChange): Promise<Note> {
  const { noteId, ifVersion, ...wanted } = input;
  return transact(ctx.db, async (tx) => {
    const row = await findAllowedNote(ctx, tx, noteId, 'edit', { lock: true });
    // Whose note it is decides who reads it: nobody closes off a colleague's words.
    if (wanted.isPrivate !== undefined && wanted.isPrivate !== row.isPrivate && row.authorId !== userOf(ctx.actor)) {
      throw new AppError('not-allowed');
    }
    const current = noteFieldsOf(row);
    const { version } = row;
    const describe = () => describeOne(tx, row);
    await mergeFields(tx, { recordId: noteId, ifVersion, version, wanted, current, describe });
    await writeNote(tx, row, { ...changed(row, wanted), at: ctx.now() });
    if (wanted.isPinned === false) await deletePin(tx, allow(ctx.actor, 'edit', { ...row, ids: [row.id] }));
    if (wanted.isPinned) {
      await insertPin(tx, { recordIds: [row.id], partyIds: [row.partyId], by: userOf(ctx.actor), at: ctx.now() });
    }
    const now = await findAllowedNote(ctx, tx, noteId, 'edit');
    await noteNote(ctx, tx, { act: 'update', was: row, now });
    if (now.isPrivate && !row.isPrivate) await closeHistoryOf(tx, now);
    if (wanted.body || now.isPrivate !== row.isPrivate) {
      await nameColleagues(ctx, tx, { now, body: now.body as RichText });
    }
    if (wanted.body) await proposeFromNote(ctx, tx, now);
    return describeOne(tx, now);
  });
}

export async function removeNote(ctx: Context, input: { noteId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = await findAllowedNote(ctx, tx, input.noteId, 'edit', { lock: true });
    await moveNote(ctx, tx, row, { deletedAt: ctx.now() });
    return { done: true as const };
  });
}

/** Into the bin, or out of it. */
export async function moveNote(
  ctx: Context,
  tx: Tx,
  row: Allowed<NoteRow>,
  { deletedAt }: { deletedAt: Date | null },
): Promise<void> {
  await setNoteDeleted(tx, row, { deletedAt, at: ctx.now() });
  const now = await findAllowedNote(ctx, tx, row.id, 'edit', { inBin: true });
  await noteNote(ctx, tx, { act: deletedAt === null ? 'restore' : 'remove', now });
}

function changed(row: NoteRow, wanted: Omit<NoteChange, 'noteId'>): NoteWriting {
  return writingOf({ body: wanted.body ?? (row.body as RichText), isPrivate: wanted.isPrivate ?? row.isPrivate });
}

function writingOf(parts: { body: RichText; isPrivate: boolean }): NoteWriting {
  const plainText = plainTextOf(parts.body);
  if (plainText === '') {
    throw new AppError('bad-input', { problems: [{ path: 'body.body', code: 'empty', message: 'nothing written' }] });
  }
  return { ...parts, plainText, searchText: normaliseText(plainText) };
}

/** Hanging an uploaded file on something, opening it, taking it away and bringing it back. */
import { v7 as uuidv7 } from 'uuid';
import type { AttachedFile } from '#contract/files.ts';
import type { ChangeAct } from '#store/changes.ts';
import type { Db, Tx } from '#store/database.ts';
import { type FileNoun, type FileRow, findFile, insertFile, setFileDeleted } from '#store/files.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { findHolder, type Holder } from './find-holder.ts';
import { keepFile, keptPath } from './kept-files.ts';
import { describeFile } from './list-files.ts';

export interface Uploaded {
  readonly uploadId: string;
  readonly name: string;
}

type Attaching = Uploaded & { readonly noun: FileNoun; readonly recordId: string };

export async function attachFile(ctx: Context, input: Attaching): Promise<AttachedFile> {
  return transact(ctx.db, (tx) => attachUpload(ctx, tx, input));
}

/** First the file, then its row: a file without a row is swept, a row without its file never was. */
export async function attachUpload(ctx: Context, tx: Tx, input: Attaching): Promise<AttachedFile> {
  const { noun, recordId, uploadId } = input;
  const holder = await findHolder(ctx, tx, { noun, recordId }, 'edit');
  const uploadedBy = userOf(ctx.actor);
  const name = storableName(input.name);
  const path = ctx.ports.uploadPath({ userId: uploadedBy, uploadId });
  const kept = await keepFile(ctx.ports.fileFolder, { path, name });
  const id = uuidv7();
  const { partyId } = holder;
  await insertFile(tx, { ...kept, id, partyId, noun, recordId, name, uploadedBy, at: ctx.now() });
  const row = await findFile(tx, id);
  if (!row) throw new Error('a file that was just written is gone');
  await noteFile(ctx, tx, { row, holder, act: 'create' });
  return describeFile(row);
}

export async function getFile(ctx: Context, input: { fileId: string }): Promise<AttachedFile> {
  return describeFile((await findAllowed(ctx, ctx.db, input.fileId, 'see')).row);
}

/** For the door that streams it. */
export async function openFile(ctx: Context, input: { fileId: string }) {
  const { row } = await findAllowed(ctx, ctx.db, input.fileId, 'see');
  const { name, mediaType, sizeBytes } = row;
  return { name, mediaType, sizeBytes, path: keptPath(ctx.ports.fileFolder, row.storageKey) };
}

export async function removeFile(ctx: Context, input: { fileId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const { row, holder } = await findAllowed(ctx, tx, input.fileId, 'edit');
    await setFileDeleted(tx, allow(ctx.actor, 'edit', row), ctx.now());
    await noteFile(ctx, tx, { row, holder, act: 'remove' });
    return { done: true as const };
  });
}

export async function restoreFile(ctx: Context, tx: Tx, fileId: string): Promise<void> {
  const { row, holder } = await findAllowed(ctx, tx, fileId, 'edit', { inBin: true });
  if (row.deletedAt === null) return;
  await setFileDeleted(tx, allow(ctx.actor, 'edit', row), null);
  await noteFile(ctx, tx, { row, holder, act: 'restore' });
}

async function findAllowed(
  ctx: Context,
  db: Db,
  fileId: string,
  action: 'see' | 'edit',
  { inBin = false }: { inBin?: boolean } = {},
): Promise<{ row: FileRow; holder: Holder }> {
  const row = await findFile(db, fileId);
  if (!row || (row.deletedAt !== null && !inBin)) throw notFound();
  return { row, holder: await findHolder(ctx, db, row, action) };
}

async function noteFile(
  ctx: Context,
  tx: Tx,
  { row, holder, act }: { row: FileRow; holder: Holder; act: ChangeAct },
): Promise<void> {
  const { partyId, privateTo } = holder;
  await noteChange(ctx, tx, { noun: 'file', recordId: row.id, partyId, act, label: row.name, privateTo });
}

/** The last part of a path, without what no file name should hold. */
export function storableName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const plain = last.replaceAll(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return plain === '' || /^\.+$/.test(plain) ? 'bestand' : plain.slice(-255);
}

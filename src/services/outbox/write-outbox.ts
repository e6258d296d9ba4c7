/** Writing a mail: begin it, go on with it, hang files on it, throw it away and have it back. */
import { v7 as uuidv7 } from 'uuid';
import type { MailLine } from '#contract/mail-values.ts';
import type { OutboxMail } from '#contract/outbox.ts';
import type { RichText } from '#contract/rich-text.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import {
  beginAnew,
  findBegun,
  insertOutboxMail,
  type OutboxRow,
  type OutboxWriting,
  updateOutboxMail,
} from '#store/outbox.ts';
import { deleteOutboxFile, insertOutboxFile } from '#store/outbox-files.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { mergeFields } from '../changes/merge-fields.ts';
import type { Context } from '../context.ts';
import { storableName, type Uploaded } from '../files/attach-file.ts';
import { keepFile } from '../files/kept-files.ts';
import { beginMail, type NewMail } from './begin-mail.ts';
import { describeOne, getOwnMail } from './get-outbox.ts';
import { noteOutbox, outboxFields } from './note-outbox.ts';
import { getSender } from './senders.ts';

export async function createOutboxMail(ctx: Context, input: NewMail): Promise<OutboxMail> {
  return transact(ctx.db, async (tx) => {
    const begun = await beginMail({ ...ctx, db: tx }, input);
    const authorId = userOf(ctx.actor);
    // An empty sheet of before is taken again, rather than one more left lying about.
    const before = input.body === undefined ? await findBegun(tx, { authorId, ...begun }) : undefined;
    if (before) {
      await beginAnew(tx, allow(ctx.actor, 'edit', before), { ...begun, at: ctx.now() });
      return describeOne(ctx, tx, await getOwnMail(ctx, tx, before.id));
    }
    const id = uuidv7();
    await insertOutboxMail(tx, { ...begun, id, authorId, at: ctx.now() });
    const now = await getOwnMail(ctx, tx, id);
    await noteOutbox(ctx, tx, { act: 'create', now });
    return describeOne(ctx, tx, now);
  });
}

export interface MailChange {
  readonly outboxId: string;
  readonly ifVersion?: number;
  readonly connectionId?: string;
  readonly to?: readonly MailLine[];
  readonly cc?: readonly MailLine[];
  readonly bcc?: readonly MailLine[];
  readonly subject?: string;
  readonly body?: RichText;
  readonly hasSignature?: boolean;
}

export async function updateOutbox(ctx: Context, input: MailChange): Promise<OutboxMail> {
  const { outboxId, ifVersion, ...wanted } = input;
  return transact(ctx.db, async (tx) => {
    const row = await getChangeable(ctx, tx, outboxId);
    if (wanted.connectionId) await getSender(ctx, tx, wanted.connectionId);
    const describe = () => describeOne(ctx, tx, row);
    const { version } = row;
    await mergeFields(tx, { recordId: outboxId, ifVersion, version, wanted, current: outboxFields(row), describe });
    await updateOutboxMail(tx, row, { ...writingOf(row, wanted), at: ctx.now() });
    const now = await getOwnMail(ctx, tx, outboxId);
    // Every word while it is being written is no history; what was handed in to be sent is.
    if (row.state !== 'draft') await noteOutbox(ctx, tx, { act: 'update', was: row, now });
    return describeOne(ctx, tx, now);
  });
}

export function writingOf(row: OutboxRow, wanted: Omit<MailChange, 'outboxId' | 'ifVersion'>): OutboxWriting {
  return {
    connectionId: wanted.connectionId ?? row.connectionId,
    toLines: wanted.to ?? row.toLines,
    ccLines: wanted.cc ?? row.ccLines,
    bccLines: wanted.bcc ?? row.bccLines,
    subject: wanted.subject ?? row.subject,
    body: wanted.body ?? row.body,
    hasSignature: wanted.hasSignature ?? row.hasSignature,
  };
}

export async function attachToOutbox(ctx: Context, input: Uploaded & { outboxId: string }): Promise<OutboxMail> {
  return transact(ctx.db, async (tx) => {
    const row = await getChangeable(ctx, tx, input.outboxId);
    const name = storableName(input.name);
    const path = ctx.ports.uploadPath({ userId: userOf(ctx.actor), uploadId: input.uploadId });
    const kept = await keepFile(ctx.ports.fileFolder, { path, name });
    await insertOutboxFile(tx, row, { ...kept, id: uuidv7(), name, at: ctx.now() });
    return touch(ctx, tx, row);
  });
}

export async function detachFromOutbox(ctx: Context, input: { outboxId: string; fileId: string }): Promise<OutboxMail> {
  return transact(ctx.db, async (tx) => {
    const row = await getChangeable(ctx, tx, input.outboxId);
    if (!(await deleteOutboxFile(tx, row, input.fileId))) throw notFound();
    return touch(ctx, tx, row);
  });
}

export async function removeOutbox(ctx: Context, input: { outboxId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = await getChangeable(ctx, tx, input.outboxId);
    await moveOutbox(ctx, tx, row, { deletedAt: ctx.now() });
    return { done: true as const };
  });
}

/** Into the bin, or out of it; what waited to be sent waits no more. */
export async function moveOutbox(
  ctx: Context,
  tx: Tx,
  row: Allowed<OutboxRow>,
  { deletedAt }: { deletedAt: Date | null },
): Promise<void> {
  const state = row.state === 'waiting' ? ({ state: 'draft', sendAt: null, lease: null } as const) : {};
  await updateOutboxMail(tx, row, { ...state, deletedAt, at: ctx.now() });
  const now = await getOwnMail(ctx, tx, row.id, { inBin: true });
  await noteOutbox(ctx, tx, { act: deletedAt === null ? 'restore' : 'remove', now });
}

async function touch(ctx: Context, tx: Tx, row: Allowed<OutboxRow>): Promise<OutboxMail> {
  await updateOutboxMail(tx, row, { connectionId: row.connectionId, at: ctx.now() });
  return describeOne(ctx, tx, await getOwnMail(ctx, tx, row.id));
}

/** What is on its way, or went, is as it is. */
async function getChangeable(ctx: Context, tx: Tx, id: string): Promise<Allowed<OutboxRow>> {
  const row = await getOwnMail(ctx, tx, id, { lock: true });
  if (row.state === 'sending' || row.state === 'sent' || row.state === 'unknown') throw new AppError('mail-gone');
  return allow(ctx.actor, 'edit', row);
}

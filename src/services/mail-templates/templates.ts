/** Texts one writes more often, for oneself or for everybody. */
import { v7 as uuidv7 } from 'uuid';
import type { MailTemplate } from '#contract/mail-templates.ts';
import type { RichText } from '#contract/rich-text.ts';
import type { Allowed } from '#store/allowed.ts';
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Db, Tx } from '#store/database.ts';
import {
  findMailTemplate,
  insertMailTemplate,
  listMailTemplates,
  type MailTemplateRow,
  type MailTemplateWriting,
  updateMailTemplate,
} from '#store/mail-templates.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf, viewerOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { mergeFields } from '../changes/merge-fields.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { plainTextOf } from '../notes/plain-text.ts';
import { isKnownName, namesIn, templateFields } from '../outbox/template-fields.ts';

interface TemplateInput {
  readonly name: string;
  readonly subject: string;
  readonly body: RichText;
  readonly isShared: boolean;
}

export async function listTemplates(ctx: Context) {
  const rows = await listMailTemplates(ctx.db, viewerOf(ctx.actor));
  const fields = Object.values(templateFields).map(([nl, en]) => ({ nl, en }));
  return { items: rows.map((row) => describeTemplate(ctx, row)), fields };
}

export async function createTemplate(ctx: Context, input: TemplateInput): Promise<MailTemplate> {
  return transact(ctx.db, async (tx) => {
    refuseUnknown(input);
    const id = uuidv7();
    await insertMailTemplate(tx, { ...input, id, ownerId: userOf(ctx.actor), at: ctx.now() });
    const now = await getTemplate(ctx, tx, id);
    await noteTemplate(ctx, tx, { act: 'create', now });
    return describeTemplate(ctx, now);
  });
}

export type TemplateChange = Partial<TemplateInput> & { readonly templateId: string; readonly ifVersion?: number };

export async function changeTemplate(ctx: Context, input: TemplateChange): Promise<MailTemplate> {
  const { templateId: recordId, ifVersion, ...wanted } = input;
  return transact(ctx.db, async (tx) => {
    const row = await getChangeable(ctx, tx, recordId);
    const current = templateFieldsOf(row);
    const describe = async () => describeTemplate(ctx, row);
    await mergeFields(tx, { recordId, ifVersion, version: row.version, wanted, current, describe });
    const write: MailTemplateWriting = { ...row, ...wanted };
    refuseUnknown(write);
    await updateMailTemplate(tx, row, { ...write, deletedAt: null, at: ctx.now() });
    const now = await getTemplate(ctx, tx, recordId);
    await noteTemplate(ctx, tx, { act: 'update', was: row, now });
    return describeTemplate(ctx, now);
  });
}

export async function removeTemplate(ctx: Context, input: { templateId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = await getChangeable(ctx, tx, input.templateId);
    await updateMailTemplate(tx, row, { ...row, deletedAt: ctx.now(), at: ctx.now() });
    await noteTemplate(ctx, tx, { act: 'remove', now: row });
    return { done: true as const };
  });
}

export async function restoreTemplate(ctx: Context, tx: Tx, templateId: string): Promise<void> {
  const row = await getChangeable(ctx, tx, templateId, { inBin: true });
  if (row.deletedAt === null) return;
  await updateMailTemplate(tx, row, { ...row, deletedAt: null, at: ctx.now() });
  await noteTemplate(ctx, tx, { act: 'restore', now: { ...row, version: row.version + 1 } });
}

/** Of one's own and of those that colleagues share. */
export async function getTemplate(ctx: Context, db: Db, id: string): Promise<Allowed<MailTemplateRow>> {
  const row = allow(ctx.actor, 'see', await findMailTemplate(db, { id }));
  if (row.deletedAt !== null) throw notFound();
  return row;
}

/** By who made it; a shared one by who owns the firm as well. */
async function getChangeable(
  ctx: Context,
  tx: Tx,
  id: string,
  options: { inBin?: boolean } = {},
): Promise<Allowed<MailTemplateRow>> {
  const row = allow(ctx.actor, 'edit', await findMailTemplate(tx, { id, lock: true }));
  if (row.deletedAt !== null && !options.inBin) throw notFound();
  return row.ownerId === viewerOf(ctx.actor) ? row : allow(ctx.actor, 'govern', row);
}

/** A name that means nothing would go out as it stands. */
function refuseUnknown({ subject, body }: Pick<MailTemplateWriting, 'subject' | 'body'>): void {
  const unknown = namesIn(`${subject}\n${plainTextOf(body as RichText)}`).filter((name) => !isKnownName(name));
  if (unknown.length === 0) return;
  throw new AppError('bad-input', {
    problems: [{ path: 'body.body', code: 'unknown-field', message: unknown.join(', ') }],
  });
}

export function templateFieldsOf({ name, subject, body, isShared }: MailTemplateRow): FieldValues {
  return { name, subject, body, isShared };
}

async function noteTemplate(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: MailTemplateRow; now: MailTemplateRow },
): Promise<void> {
  const sides = was ? { before: templateFieldsOf(was), after: templateFieldsOf(now) } : {};
  const privateTo = now.isShared && was?.isShared !== false ? null : now.ownerId;
  const { id: recordId, name: label, version } = now;
  await noteChange(ctx, tx, {
    noun: 'mail-template',
    recordId,
    partyId: null,
    act,
    label,
    version,
    privateTo,
    ...sides,
  });
}

function describeTemplate(ctx: Context, row: MailTemplateRow): MailTemplate {
  const isMine = row.ownerId === viewerOf(ctx.actor);
  const isOwner = ctx.actor.kind === 'user' && ctx.actor.role === 'owner';
  return {
    id: row.id,
    name: row.name,
    subject: row.subject,
    // As contract/rich-text.ts let it in.
    body: row.body as RichText,
    isShared: row.isShared,
    isMine,
    mayChange: isMine || isOwner,
    by: isMine ? null : row.ownerName,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
  };
}

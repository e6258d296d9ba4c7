/** Views: a list kept under a name, for oneself or shared with everybody. */
import { v7 as uuidv7 } from 'uuid';
import type { View, ViewDefinition } from '#contract/views.ts';
import type { Allowed } from '#store/allowed.ts';
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Db, Tx } from '#store/database.ts';
import { transact } from '#store/transact.ts';
import { findView, insertView, listViews, updateView, type ViewRow, type ViewWriting } from '#store/views.ts';
import { allow, userOf, viewerOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import { mergeFields } from '../changes/merge-fields.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { readConditions } from '../parties/read-conditions.ts';

interface ViewInput {
  readonly name: string;
  readonly isShared: boolean;
  readonly definition: ViewDefinition;
}

export async function listOwnViews(ctx: Context): Promise<{ items: View[] }> {
  return { items: (await listViews(ctx.db, viewerOf(ctx.actor))).map((row) => describeView(ctx, row)) };
}

export async function createView(ctx: Context, input: ViewInput): Promise<View> {
  return transact(ctx.db, async (tx) => {
    await checkDefinition(ctx, tx, input.definition);
    const id = uuidv7();
    await insertView(tx, { ...input, id, ownerId: userOf(ctx.actor), at: ctx.now() });
    const row = await getView(ctx, tx, id);
    await noteView(ctx, tx, { act: 'create', now: row });
    return describeView(ctx, row);
  });
}

export async function changeView(
  ctx: Context,
  input: Partial<ViewInput> & { viewId: string; ifVersion?: number },
): Promise<View> {
  const { viewId, ifVersion, ...wanted } = input;
  return transact(ctx.db, async (tx) => {
    const row = await getChangeable(ctx, tx, viewId);
    if (wanted.definition) await checkDefinition(ctx, tx, wanted.definition);
    const current = viewFieldsOf(row);
    const describe = async () => describeView(ctx, row);
    await mergeFields(tx, {
      recordId: row.id,
      ifVersion,
      version: row.version,
      wanted: { ...wanted },
      current,
      describe,
    });
    return write(ctx, tx, row, { ...row, ...wanted, deletedAt: null });
  });
}

export async function removeView(ctx: Context, input: { viewId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = await getChangeable(ctx, tx, input.viewId);
    await updateView(tx, row, { ...row, deletedAt: ctx.now(), at: ctx.now() });
    await noteView(ctx, tx, { act: 'remove', now: row });
    return { done: true };
  });
}

export async function restoreView(ctx: Context, viewId: string): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const found = await findGuarded(tx, viewId, { lock: true });
    const row = allow(ctx.actor, 'edit', found);
    await updateView(tx, row, { ...row, deletedAt: null, at: ctx.now() });
    await noteView(ctx, tx, { act: 'restore', now: { ...row, version: row.version + 1 } });
  });
}

async function write(
  ctx: Context,
  tx: Tx,
  row: Allowed<ViewRow>,
  fields: ViewWriting & { deletedAt: Date | null },
): Promise<View> {
  await updateView(tx, row, { ...fields, at: ctx.now() });
  const now = await getView(ctx, tx, row.id);
  await noteView(ctx, tx, { act: 'update', was: row, now });
  return describeView(ctx, now);
}

/** Who may look at it; nobody where it lies in the bin. */
async function getView(ctx: Context, db: Db, id: string): Promise<Allowed<ViewRow>> {
  const row = await findGuarded(db, id, { lock: false });
  if (row.deletedAt !== null) throw notFound();
  return allow(ctx.actor, 'see', row);
}

/** A shared one is looked at by all, and changed by who made it or who owns the firm. */
async function getChangeable(ctx: Context, tx: Tx, id: string): Promise<Allowed<ViewRow>> {
  const row = await findGuarded(tx, id, { lock: true });
  if (row.deletedAt !== null) throw notFound();
  allow(ctx.actor, 'see', row);
  return row.ownerId === viewerOf(ctx.actor) ? allow(ctx.actor, 'edit', row) : allow(ctx.actor, 'govern', row);
}

export async function findGuarded(db: Db, id: string, options: { lock: boolean }) {
  const row = await findView(db, id, options);
  if (!row) throw notFound();
  return { ...row, visibleTo: row.isShared ? null : [row.ownerId] };
}

async function checkDefinition(ctx: Context, tx: Tx, { filter: tree }: ViewDefinition): Promise<void> {
  if (tree) await readConditions({ ...ctx, db: tx }, { tree, from: 'body.definition.filter' });
}

export function viewFieldsOf(row: ViewRow): FieldValues {
  return { name: row.name, isShared: row.isShared, definition: row.definition };
}

async function noteView(ctx: Context, tx: Tx, noted: { act: ChangeAct; was?: ViewRow; now: ViewRow }): Promise<void> {
  const { act, was, now } = noted;
  await noteChange(ctx, tx, {
    noun: 'view',
    recordId: now.id,
    partyId: null,
    act,
    label: now.name,
    ...(act === 'update' && was ? { before: viewFieldsOf(was), after: viewFieldsOf(now) } : {}),
    version: now.version,
    privateTo: now.isShared ? null : now.ownerId,
  });
}

function describeView(ctx: Context, row: ViewRow): View {
  const isMine = row.ownerId === viewerOf(ctx.actor);
  const isOwner = ctx.actor.kind === 'user' && ctx.actor.role === 'owner';
  return {
    id: row.id,
    name: row.name,
    isShared: row.isShared,
    isMine,
    mayChange: isMine || isOwner,
    by: isMine ? null : row.ownerName,
    definition: row.definition as ViewDefinition,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
  };
}

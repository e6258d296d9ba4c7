/** The foundations there are: three that come with the program, and what the firm adds. */
import { v7 as uuidv7 } from 'uuid';
import type { FoundationKind } from '#contract/foundations.ts';
import type { ChangeAct } from '#store/changes.ts';
import type { Db, Tx } from '#store/database.ts';
import {
  type FoundationKindRow,
  findFoundationKind,
  insertFoundationKind,
  listFoundationKinds,
  updateFoundationKind,
} from '#store/foundations.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Reviser } from '../changes/reviser.ts';
import type { Context } from '../context.ts';
import { describeKind } from './describe-foundation.ts';

export async function listKinds(ctx: Context): Promise<{ items: FoundationKind[] }> {
  return { items: (await listFoundationKinds(ctx.db)).map(describeKind) };
}

export async function createKind(ctx: Context, input: { label: string }): Promise<FoundationKind> {
  userOf(ctx.actor);
  return transact(ctx.db, async (tx) => {
    const kinds = await listFoundationKinds(tx);
    if (kinds.some(({ label }) => label?.toLowerCase() === input.label.toLowerCase())) throw new AppError('conflict');
    const id = uuidv7();
    await insertFoundationKind(tx, { id, key: keyOf(input.label), label: input.label });
    const now = await getKind(tx, id);
    await noteKind(ctx, tx, { act: 'create', now });
    return describeKind(now);
  });
}

export function renameKind(ctx: Context, input: { kindId: string; label: string }): Promise<FoundationKind> {
  return writeKind(ctx, input.kindId, 'update', { label: input.label, deletedAt: null });
}

export async function removeKind(ctx: Context, input: { kindId: string }): Promise<{ done: true }> {
  await writeKind(ctx, input.kindId, 'remove', { deletedAt: ctx.now() });
  return { done: true };
}

async function writeKind(
  ctx: Context,
  kindId: string,
  act: ChangeAct,
  write: { label?: string; deletedAt: Date | null },
): Promise<FoundationKind> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', await findFoundationKind(tx, kindId));
    if (row.deletedAt !== null && act !== 'restore') throw notFound();
    // What comes with the program is named in every language, and C and D of the model count on it.
    if (row.label === null) throw new AppError('not-allowed');
    await updateFoundationKind(tx, row, { label: write.label ?? row.label, deletedAt: write.deletedAt });
    const now = await getKind(tx, kindId);
    await noteKind(ctx, tx, { act, was: row, now });
    return describeKind(now);
  });
}

async function getKind(db: Db, id: string): Promise<FoundationKindRow> {
  const row = await findFoundationKind(db, id);
  if (!row) throw notFound();
  return row;
}

async function noteKind(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: FoundationKindRow; now: FoundationKindRow },
): Promise<void> {
  const sides = act === 'update' && was ? { before: { label: was.label }, after: { label: now.label } } : {};
  const { id: recordId, version, label } = now;
  await noteChange(ctx, tx, { noun: 'foundation-kind', recordId, partyId: null, act, label, version, ...sides });
}

function keyOf(label: string): string {
  const plain = label.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const key = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return key.slice(0, 50) || 'own';
}

export const foundationKindReviser: Reviser = {
  async read(_ctx, tx, recordId) {
    const row = await findFoundationKind(tx, recordId);
    return row && row.deletedAt === null ? { label: row.label } : null;
  },
  async write(ctx, _tx, recordId, values) {
    await renameKind(ctx, { kindId: recordId, label: String(values.label) });
  },
  async remove(ctx, _tx, recordId) {
    await removeKind(ctx, { kindId: recordId });
  },
  async restore(ctx, _tx, recordId) {
    await writeKind(ctx, recordId, 'restore', { deletedAt: null });
  },
};

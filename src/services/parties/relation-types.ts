/** Kinds of declared links: the shipped ones, and those that people add with a verb for each direction. */
import { v7 as uuidv7 } from 'uuid';
import type { RelationType } from '#contract/relations.ts';
import type { Tx } from '#store/database.ts';
import {
  type CountedRelationType,
  findRelationType,
  insertRelationType,
  listRelationTypes as listRows,
  setRelationTypeRemoved,
  updateRelationType as updateRow,
} from '#store/relation-types.ts';
import { transact } from '#store/transact.ts';
import { allow, viewerOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Reviser } from '../changes/reviser.ts';
import type { Context } from '../context.ts';

export async function listRelationTypes(ctx: Context): Promise<{ items: RelationType[] }> {
  return { items: await listRows(ctx.db, viewerOf(ctx.actor)) };
}

interface Verbs {
  readonly verbForward: string;
  readonly verbBackward: string;
}

export async function createRelationType(ctx: Context, { verbForward, verbBackward }: Verbs): Promise<RelationType> {
  return transact(ctx.db, async (tx) => {
    const id = uuidv7();
    await insertRelationType(tx, { id, key: `own-${id}`, verbForward, verbBackward, at: ctx.now() });
    const made = await find(ctx, tx, id);
    await note(ctx, tx, { act: 'create', now: made });
    return made;
  });
}

export async function updateRelationType(
  ctx: Context,
  input: Partial<Verbs> & { relationTypeId: string; ifVersion?: number },
): Promise<RelationType> {
  return transact(ctx.db, async (tx) => {
    const was = await findOwn(ctx, tx, input.relationTypeId);
    if (input.ifVersion !== undefined && input.ifVersion !== was.version) {
      throw new AppError('stale', { current: { ...was } });
    }
    const { verbForward = was.verbForward, verbBackward = was.verbBackward } = input;
    await updateRow(tx, allow(ctx.actor, 'edit', was), { verbForward, verbBackward });
    const now = await find(ctx, tx, was.id);
    await note(ctx, tx, { act: 'update', was, now });
    return now;
  });
}

export async function removeRelationType(ctx: Context, input: { relationTypeId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const was = await findOwn(ctx, tx, input.relationTypeId);
    if (was.relationCount > 0) throw new AppError('in-use', { params: { count: was.relationCount } });
    await setRelationTypeRemoved(tx, allow(ctx.actor, 'edit', was), ctx.now());
    await note(ctx, tx, { act: 'remove', now: was });
    return { done: true as const };
  });
}

/** Shipped ones belong to the program. */
async function findOwn(ctx: Context, tx: Tx, id: string): Promise<CountedRelationType> {
  const row = await find(ctx, tx, id);
  if (row.isShipped) throw new AppError('not-allowed');
  return row;
}

async function find(ctx: Context, tx: Tx, id: string): Promise<CountedRelationType> {
  const row = await findRelationType(tx, { id, viewer: viewerOf(ctx.actor) });
  if (!row || row.isRemoved) throw notFound();
  return row;
}

interface NotedType {
  readonly act: 'create' | 'update' | 'remove' | 'restore';
  readonly was?: Verbs;
  readonly now: CountedRelationType;
}

async function note(ctx: Context, tx: Tx, { act, was, now }: NotedType): Promise<void> {
  const { id: recordId, verbForward: label, version } = now;
  const sides = was ? { before: verbsOf(was), after: verbsOf(now) } : {};
  await noteChange(ctx, tx, { noun: 'relation-type', recordId, partyId: null, act, label, version, ...sides });
}

function verbsOf({ verbForward, verbBackward }: Verbs) {
  return { verbForward, verbBackward };
}

export const relationTypeReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findRelationType(tx, { id: recordId, viewer: viewerOf(ctx.actor) });
    return row && !row.isRemoved ? verbsOf(row) : null;
  },
  async write(ctx, _tx, recordId, values) {
    await updateRelationType(ctx, { ...(values as Partial<Verbs>), relationTypeId: recordId });
  },
  async remove(ctx, _tx, recordId) {
    await removeRelationType(ctx, { relationTypeId: recordId });
  },
  async restore(ctx, tx, recordId) {
    const row = await findRelationType(tx, { id: recordId, viewer: viewerOf(ctx.actor) });
    await setRelationTypeRemoved(tx, allow(ctx.actor, 'edit', row), null);
    await note(ctx, tx, { act: 'restore', now: await find(ctx, tx, recordId) });
  },
};

/** Pinning anything of a timeline on top of it, and letting go of it. */
import type { Tx } from '#store/database.ts';
import { deletePin, insertPin, listPinnedParties } from '#store/pins.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { notFound } from '../app-error.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { findPinnable, type Pinnable } from './find-pinnable.ts';

const done = { done: true as const };

export async function createPin(ctx: Context, input: { partyId: string; recordId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const entry = allow(ctx.actor, 'edit', await findPinnable(ctx, tx, input));
    const { ids: recordIds, partyIds } = entry;
    const by = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
    if (await insertPin(tx, { recordIds, partyIds, by, at: ctx.now() })) await notePin(ctx, tx, entry, 'create');
    return done;
  });
}

export async function removePin(ctx: Context, input: { recordId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const pinned = allow(ctx.actor, 'edit', await findPinned(ctx, tx, input.recordId));
    await deletePin(tx, pinned);
    await notePin(ctx, tx, pinned, 'remove');
    return done;
  });
}

/** What is pinned and this actor may see; of several relations the first whose timeline shows it to them. */
export async function findPinned(ctx: Context, tx: Tx, recordId: string): Promise<Pinnable | undefined> {
  for (const partyId of await listPinnedParties(tx, recordId)) {
    const entry = await findPinnable(ctx, tx, { partyId, recordId }).catch(orNothing);
    if (entry) return entry;
  }
  return undefined;
}

function orNothing(error: unknown): undefined {
  if ((error as { code?: unknown }).code !== notFound().code) throw error;
  return undefined;
}

async function notePin(ctx: Context, tx: Tx, entry: Pinnable, act: 'create' | 'remove'): Promise<void> {
  const { id: recordId, partyId, label, privateTo } = entry;
  const sides = act === 'remove' ? { before: { partyId } } : { after: { partyId } };
  await noteChange(ctx, tx, { noun: 'pin', recordId, partyId, act, label, privateTo, ...sides });
}

/** Undo: one change, or all that was done in one go, back to how it was, field by field. */
import { v7 as uuidv7 } from 'uuid';
import {
  type ChangeRow,
  findChange,
  findChangeOfBatch,
  findLatestChange,
  lockBatch,
  markUndone,
} from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { transact } from '#store/transact.ts';
import { userOf, viewerOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { nameChanges } from './name-changes.ts';
import { isSameValue } from './note-change.ts';
import { getReviser } from './revisers.ts';

/** Longer ago is no slip of the hand: the history has an undo for each line. */
const slipMs = 12 * 3_600_000;
const mostAtOnce = 200_000;
const fewAtOnce = 20;

export interface Undone {
  /** Records put back. */
  readonly undone: number;
  /** What stayed because somebody changed it since, or it is gone for good. */
  readonly kept: number;
  readonly noun: string;
  readonly act: ChangeRow['act'];
  readonly label: string | null;
  readonly fields: string[];
  readonly partyId: string | null;
  /** To be undone when the undoing itself is regretted. */
  readonly changeId: string;
}

/** Without a change: the last thing this user did in the web. */
export async function undoChange(ctx: Context, input: { changeId?: string }): Promise<Undone> {
  return transact(ctx.db, async (tx) => {
    const change = input.changeId
      ? await findChange(tx, { id: input.changeId, viewer: viewerOf(ctx.actor) })
      : await findLatestChange(tx, { userId: userOf(ctx.actor), since: new Date(ctx.now().getTime() - slipMs) });
    if (!change) throw notFound();
    const batch = await lockBatch(tx, change.batchId, mostAtOnce);
    if (batch.length === 0) throw new AppError('conflict');
    return undoBatch(ctx, tx, change, batch);
  });
}

async function undoBatch(ctx: Context, tx: Tx, change: ChangeRow, batch: readonly ChangeRow[]): Promise<Undone> {
  const within: Context & { batchId: string } = { ...ctx, db: tx, batchId: uuidv7() };
  // Who a link was with is only to be read while it stands.
  const named = await nameChanges(tx, ctx.actor, [change]);
  const undone = await reviseAll(within, tx, batch);
  if (undone === 0) throw new AppError('conflict', { params: { since: change.noun } });
  // To undo an undoing is to do it again: what it undid stands once more, and what that undid no longer does; and so on.
  let ids = batch.map(({ id }) => id);
  for (let isUndone = true; ids.length > 0; isUndone = !isUndone) {
    ids = await markUndone(tx, { ids, at: isUndone ? ctx.now() : null });
  }
  const { noun, act, partyId } = change;
  const label = named.labelOf(change);
  const fields = act === 'update' ? Object.keys(change.after) : [];
  const changeId = (await findChangeOfBatch(tx, within.batchId)) ?? change.id;
  return { undone, kept: batch.length - undone, noun, act, label, fields, partyId, changeId };
}

/** A noun that is changed by the thousands puts them back with one statement; the rest one by one. */
async function reviseAll(ctx: Context, tx: Tx, batch: readonly ChangeRow[]): Promise<number> {
  const nouns = new Set(batch.map(({ noun }) => noun));
  const [only] = nouns;
  const together = nouns.size === 1 && batch.length > fewAtOnce ? getReviser(only ?? '').reviseMany : undefined;
  if (together) return together(ctx, tx, batch);
  let undone = 0;
  for (const row of batch) if (await undoOne({ ...ctx, undoes: row.id }, tx, row)) undone += 1;
  return undone;
}

async function undoOne(ctx: Context, tx: Tx, row: ChangeRow): Promise<boolean> {
  const reviser = getReviser(row.noun);
  const names = Object.keys(row.after);
  const current = await reviser.read(ctx, tx, row.recordId, names);
  if (row.act === 'remove') {
    await reviser.restore(ctx, tx, row.recordId, row.before);
    return true;
  }
  if (current === null) return false;
  if (row.act === 'create' || row.act === 'restore') {
    await reviser.remove(ctx, tx, row.recordId);
    return true;
  }
  const still = names.filter((name) => isSameValue(current[name], row.after[name]));
  if (still.length === 0) return false;
  await reviser.write(ctx, tx, row.recordId, Object.fromEntries(still.map((name) => [name, row.before[name]])));
  return true;
}

/** People outrank the model: a block set by somebody's own word, or a reason muted; shown, and kept through every rebuild. */
import { v7 as uuidv7 } from 'uuid';
import type { BlockName } from '#engine/reading.ts';
import { insertCorrection, listCorrections, withdrawCorrection } from '#store/corrections.ts';
import { findGuardedTie } from '#store/guarded-ties.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { refreshTies } from '../figures/refresh-figures.ts';
import { describeCorrection } from './get-tie.ts';
import { noteCorrection } from './note-correction.ts';

interface CorrectionInput {
  readonly tieId: string;
  readonly block: BlockName | null;
  readonly value: number | null;
  readonly mutedCode: string | null;
  readonly note: string | null;
}

export async function correctTie(ctx: Context, input: CorrectionInput) {
  if ((input.value === null) === (input.mutedCode === null) || (input.value !== null && input.block === null)) {
    const problem = { path: 'body', code: 'set-or-mute', message: 'set a block to a value, or mute a code' };
    throw new AppError('bad-input', { problems: [problem] });
  }
  return transact(ctx.db, async (tx) => {
    const tie = allow(ctx.actor, 'edit', await findGuardedTie(tx, input.tieId));
    const { block, value, mutedCode, note } = input;
    const row = { id: uuidv7(), block, value, mutedCode, note, authorId: userOf(ctx.actor), at: ctx.now() };
    await insertCorrection(tx, tie, row);
    await refreshTies(tx, { tieIds: [tie.id], at: ctx.now() });
    const made = (await listCorrections(tx, tie.id)).find((correction) => correction.id === row.id);
    if (!made) throw notFound();
    await noteCorrection(ctx, tx, { tieId: tie.id, correctionId: row.id, act: 'create' });
    return describeCorrection(made);
  });
}

export async function withdrawTieCorrection(
  ctx: Context,
  input: { tieId: string; correctionId: string },
): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const tie = allow(ctx.actor, 'edit', await findGuardedTie(tx, input.tieId));
    if (!(await withdrawCorrection(tx, tie, { id: input.correctionId, at: ctx.now() }))) throw notFound();
    await refreshTies(tx, { tieIds: [tie.id], at: ctx.now() });
    await noteCorrection(ctx, tx, { tieId: tie.id, correctionId: input.correctionId, act: 'remove' });
    return { done: true };
  });
}

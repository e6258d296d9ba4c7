/** Takes a user's own word back, or lets it stand again. */
import { findTieOfCorrection, reinstateCorrection } from '#store/corrections.ts';
import type { Tx } from '#store/database.ts';
import { findGuardedTie } from '#store/guarded-ties.ts';
import { allow } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { refreshTies } from '../figures/refresh-figures.ts';
import { withdrawTieCorrection } from './correct-tie.ts';
import { noteCorrection } from './note-correction.ts';

export const correctionReviser: Reviser = {
  async read(_ctx, tx, recordId) {
    const tieId = await findTieOfCorrection(tx, recordId);
    return tieId ? { tieId } : null;
  },
  async write() {
    throw new RangeError('a word is given or withdrawn, never changed');
  },
  async remove(ctx, tx, recordId) {
    await withdrawTieCorrection(ctx, { tieId: await getTieId(tx, recordId), correctionId: recordId });
  },
  async restore(ctx, tx, recordId) {
    const tie = allow(ctx.actor, 'edit', await findGuardedTie(tx, await getTieId(tx, recordId)));
    await reinstateCorrection(tx, tie, recordId);
    await refreshTies(tx, { tieIds: [tie.id], at: ctx.now() });
    await noteCorrection(ctx, tx, { tieId: tie.id, correctionId: recordId, act: 'restore' });
  },
};

async function getTieId(tx: Tx, correctionId: string): Promise<string> {
  return (await findTieOfCorrection(tx, correctionId)) ?? '00000000-0000-0000-0000-000000000000';
}

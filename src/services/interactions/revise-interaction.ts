/** Puts a contact moment back to how it was; a deleted one returns with all that followed from it. */
import type { Tx } from '#store/database.ts';
import { type InteractionRow, insertInteractions, listInteractions } from '#store/interactions.ts';
import { deleteTombstones } from '#store/tombstones.ts';
import type { Reviser } from '../changes/reviser.ts';
import type { Context } from '../context.ts';
import { refreshTies } from '../figures/refresh-figures.ts';
import { correctInteraction, deleteInteraction, type InteractionChange } from './change-interaction.ts';
import { readKeptInteraction } from './kept-interaction.ts';
import { interactionFieldsOf, noteInteraction } from './note-interaction.ts';
import { rederiveInteractions } from './rederive-interactions.ts';

export const interactionReviser: Reviser = {
  async read(_ctx, tx, recordId) {
    const [row] = await listInteractions(tx, [recordId]);
    return row ? interactionFieldsOf(row) : null;
  },
  async write(ctx, _tx, recordId, values) {
    await correctInteraction(ctx, { ...values, interactionId: recordId } as InteractionChange);
  },
  async remove(ctx, _tx, recordId) {
    await deleteInteraction(ctx, { interactionId: recordId });
  },
  async restore(ctx, tx, _recordId, values) {
    await bringBack(ctx, tx, readKeptInteraction(values));
  },
};

async function bringBack(ctx: Context, tx: Tx, row: InteractionRow): Promise<void> {
  await deleteTombstones(tx, [row]);
  await insertInteractions(tx, [row]);
  await refreshTies(tx, { tieIds: await rederiveInteractions(tx, { ids: [row.id], at: ctx.now() }), at: ctx.now() });
  await noteInteraction(ctx, tx, { act: 'restore', now: row });
}

/** What the history of a relation keeps of a user's own word over the model's. */
import type { ChangeAct } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { listPartiesOfTies } from '#store/strands.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

interface NotedCorrection {
  readonly tieId: string;
  readonly correctionId: string;
  readonly act: ChangeAct;
}

export async function noteCorrection(
  ctx: Context,
  tx: Tx,
  { tieId, correctionId, act }: NotedCorrection,
): Promise<void> {
  const [partyId = null] = await listPartiesOfTies(tx, [tieId]);
  const sides = act === 'remove' ? { before: { tieId } } : { after: { tieId } };
  await noteChange(ctx, tx, { noun: 'correction', recordId: correctionId, partyId, act, ...sides });
}

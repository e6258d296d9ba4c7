/** Before a link goes: what was written by itself because of it goes too. */
import type { Tx } from '#store/database.ts';
import { listOwnIntroducedBenefits } from '#store/introductions.ts';
import { refreshTies } from '../figures/refresh-figures.ts';
import { takeOutInteractions } from '../interactions/take-out-interactions.ts';

export async function dropIntroduction(tx: Tx, { relationId, at }: { relationId: string; at: Date }): Promise<void> {
  const ids = await listOwnIntroducedBenefits(tx, { relationId });
  if (ids.length === 0) return;
  await refreshTies(tx, { tieIds: await takeOutInteractions(tx, { ids, at }), at });
}

/** Interactions leave the log: what answered them and what stood in their shadow is derived anew. */
import { linkAnswers } from '#store/answers.ts';
import type { Tx } from '#store/database.ts';
import { deleteInteractions, listInteractions } from '#store/interactions.ts';
import { listUnbought } from '#store/introductions.ts';
import { promoteTwins } from '#store/twins.ts';
import { rederiveInteractions } from './rederive-interactions.ts';

/** Answers the ties that were touched. Whether they may come back (tombstones) is the caller's to say. */
export async function takeOutInteractions(tx: Tx, input: { ids: readonly string[]; at: Date }): Promise<string[]> {
  const { ids, at } = input;
  const rows = await listInteractions(tx, ids);
  const touched = new Set(await rederiveInteractions(tx, { ids: [], gone: ids, at }));
  const again = await promoteTwins(tx, ids);
  await deleteInteractions(tx, ids);
  for (const [sourceNumber, gone] of Map.groupBy(rows, (row) => row.sourceNumber)) {
    const keys = gone.map((row) => row.sourceKey);
    again.push(...(await linkAnswers(tx, { sourceNumber, keys, ids: [] })).map((row) => row.id));
  }
  if (again.length > 0) for (const tieId of await rederiveInteractions(tx, { ids: again, at })) touched.add(tieId);
  const buyerIds = [...new Set(rows.filter(({ kind }) => kind === 'order').map(({ fromParty }) => fromParty))];
  const unbought = buyerIds.length > 0 ? await listUnbought(tx, buyerIds) : [];
  if (unbought.length > 0) for (const tieId of await takeOutInteractions(tx, { ids: unbought, at })) touched.add(tieId);
  return [...touched];
}

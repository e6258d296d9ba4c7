import type { Tx } from '#store/database.ts';
import { listInteractionsOfParties } from '#store/interactions.ts';
import { rederiveInteractions } from './rederive-interactions.ts';

/** After a party became ours: who presses, and whose fault it is, is derived anew. */
export async function rederiveParties(tx: Tx, input: { partyIds: readonly string[]; at: Date }): Promise<string[]> {
  const ids = await listInteractionsOfParties(tx, input.partyIds);
  return ids.length === 0 ? [] : rederiveInteractions(tx, { ids, at: input.at });
}

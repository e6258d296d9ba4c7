import type { Tx } from '#store/database.ts';
import { listPartiesWorkedAt } from '#store/strands.ts';
import { refreshParties } from './refresh-figures.ts';

/** Who became private, or went into the bin, no longer counts for the organisation they work at; who came back does. */
export async function refreshEmployers(tx: Tx, input: { partyIds: readonly string[]; at: Date }): Promise<void> {
  await refreshParties(tx, { partyIds: await listPartiesWorkedAt(tx, input.partyIds), at: input.at });
}

/** After a correction, a deletion or a late parent: only the ties these interactions touch are derived again. */
import type { Tx } from '#store/database.ts';
import { listOwnParties } from '#store/identities.ts';
import { listInteractions } from '#store/interactions.ts';
import { getBenefitWeights } from '../benefits/weights.ts';
import { getFirm } from '../firm.ts';
import { getParameters } from '../parameters/parameters.ts';
import { deriveTies } from './derive-ties.ts';
import { nothingDerived, storeDerived } from './store-derived.ts';

/** `gone`: interactions that are about to be deleted, of which nothing is derived any more. */
export async function rederiveInteractions(
  tx: Tx,
  input: { ids: readonly string[]; gone?: readonly string[]; at: Date },
): Promise<string[]> {
  const gone = new Set(input.gone ?? []);
  const rows = await listInteractions(
    tx,
    input.ids.filter((id) => !gone.has(id)),
  );
  const { timeZone } = await getFirm(tx);
  const ownParties = await listOwnParties(tx);
  const weights = await getBenefitWeights(tx);
  const again = await deriveTies(tx, { rows, ownParties, timeZone, weights, at: input.at, latestMs: Infinity });
  const parameters = await getParameters(tx);
  const againIds = [...new Set([...input.ids, ...gone])];
  return storeDerived(tx, { fresh: nothingDerived, again, againIds, parameters, at: input.at });
}

import { v7 as uuidv7 } from 'uuid';
import { lockNewParties } from '#store/advisory-locks.ts';
import type { Tx } from '#store/database.ts';
import { findPartiesByIdentity, insertIdentities } from '#store/identities.ts';
import { insertParties, insertRelations, plainParty } from '#store/new-parties.ts';
import { adoptParty } from '#store/own-parties.ts';
import { getFirm } from '../firm.ts';
import { rederiveParties } from '../interactions/rederive-parties.ts';
import { searchTextOf, sortNameOf } from './names.ts';
import { normaliseIdentity } from './normalise-identity.ts';

/** A person of the own organisation: whoever already wrote from this address, else somebody new. */
export async function addColleague(tx: Tx, input: { name: string; email: string; at: Date }): Promise<string> {
  const { name, email, at } = input;
  const firm = await getFirm(tx);
  await lockNewParties(tx);
  const identity = normaliseIdentity({ kind: 'mail', value: email }, firm.defaultCountry);
  const [known] = identity ? await findPartiesByIdentity(tx, [identity]) : [];
  const partyId = known?.partyId ?? uuidv7();
  const identities = identity ? [identity] : [];
  if (!known) {
    const texts = { sortName: sortNameOf(name, 'person'), searchText: searchTextOf({ name, identities }) };
    const own = { isOwn: true, roles: ['colleague'], triagedAt: at };
    await insertParties(tx, [{ ...plainParty, ...own, ...texts, id: partyId, kind: 'person', name }], at);
    const rows = identities.map((row) => ({ ...row, id: uuidv7(), partyId, label: null, isPrimary: true }));
    await insertIdentities(tx, rows, at);
  } else if (!known.isOwn) {
    await adoptParty(tx, { partyId, name, at });
    await rederiveParties(tx, { partyIds: [partyId], at });
  }
  const relation = { id: uuidv7(), typeKey: 'works-at', fromParty: partyId, toParty: firm.partyId, source: 'hand' };
  await insertRelations(tx, [relation], at);
  return partyId;
}

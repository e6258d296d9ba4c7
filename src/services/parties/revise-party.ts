/** Puts a relation back to how it was. */
import { findParty } from '#store/parties.ts';
import { isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { removeParty, restoreParty, updatePartyFields } from './change-party.ts';
import { nestFields, partyFieldsOf } from './note-party.ts';
import type { PartyFields } from './write-party.ts';

export const partyReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findParty(tx, recordId, { lock: true });
    return row && isAllowed(ctx.actor, 'edit', row) ? partyFieldsOf(row) : null;
  },
  async write(ctx, _tx, recordId, values) {
    await updatePartyFields(ctx, { ...(nestFields(values) as PartyFields), partyId: recordId });
  },
  async remove(ctx, _tx, recordId) {
    await removeParty(ctx, { partyId: recordId });
  },
  async restore(ctx, _tx, recordId) {
    await restoreParty(ctx, { partyId: recordId });
  },
};

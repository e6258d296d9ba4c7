/** Puts back whether somebody wants mail. */
import { findRefusal } from '#store/mail-refusals.ts';
import { findParty } from '#store/parties.ts';
import { isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { refusalFields, removeRefusal, setRefusal } from './refusals.ts';

export const refusalReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const party = await findParty(tx, recordId, { lock: true });
    if (!party || !isAllowed(ctx.actor, 'edit', party)) return null;
    return refusalFields(await findRefusal(tx, recordId));
  },
  async write(ctx, tx, recordId, values) {
    const now = { ...refusalFields(await findRefusal(tx, recordId)), ...values } as ReturnType<typeof refusalFields>;
    if (!now.isRefused) await removeRefusal(ctx, { partyId: recordId });
    else {
      const saidAt = now.saidAt === null ? {} : { saidAt: now.saidAt };
      await setRefusal(ctx, { partyId: recordId, origin: now.origin ?? 'hand', ...saidAt });
    }
  },
  async remove(ctx, _tx, recordId) {
    await removeRefusal(ctx, { partyId: recordId });
  },
  async restore(ctx, _tx, recordId) {
    await setRefusal(ctx, { partyId: recordId });
  },
};

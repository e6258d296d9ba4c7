/** What was pinned is let go of, and the other way round. */
import type { Reviser } from '../changes/reviser.ts';
import { createPin, findPinned, removePin } from './pins.ts';

export const pinReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const pinned = await findPinned(ctx, tx, recordId);
    return pinned ? { partyId: pinned.partyId } : null;
  },
  async write() {
    throw new RangeError('a pin is set or taken out, never changed');
  },
  async remove(ctx, _tx, recordId) {
    await removePin(ctx, { recordId });
  },
  async restore(ctx, _tx, recordId, values) {
    await createPin(ctx, { partyId: String(values.partyId), recordId });
  },
};

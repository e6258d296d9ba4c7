/** Puts what was set about the firm back to how it was. */
import type { FirmChange } from '#store/firm.ts';
import type { Reviser } from './changes/reviser.ts';
import { firmFieldsOf, getFirm, updateFirm } from './firm.ts';

export const firmReviser: Reviser = {
  async read(_ctx, tx) {
    return firmFieldsOf(await getFirm(tx));
  },
  async write(ctx, _tx, _recordId, values) {
    await updateFirm(ctx, values as FirmChange);
  },
  async remove() {
    throw new RangeError('the firm is never taken away');
  },
  async restore() {
    throw new RangeError('the firm is never taken away');
  },
};

/** Puts the model's numbers back to what was in force before: as a new version, for history is not rewritten. */
import { findLatestParameters } from '#store/parameter-versions.ts';
import type { Reviser } from '../changes/reviser.ts';
import { applyParameters } from './decide-proposal.ts';

export const parametersReviser: Reviser = {
  async read(_ctx, tx) {
    return findLatestParameters(tx);
  },
  async write(ctx, tx, _recordId, values) {
    const wanted = { ...(await findLatestParameters(tx)), ...values };
    // Null: the shipped value.
    const kept = Object.entries(wanted).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
    await applyParameters(ctx, tx, Object.fromEntries(kept));
  },
  async remove() {
    throw new RangeError('parameters are never made or taken away');
  },
  async restore() {
    throw new RangeError('parameters are never made or taken away');
  },
};

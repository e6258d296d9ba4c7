/** A question that was asked is taken away, or brought back; it is never changed. */
import { isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { getRunRow } from './note-run.ts';
import { removeWhatIfRun, restoreWhatIfRun } from './what-if-runs.ts';

export const whatIfRunReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await getRunRow(tx, recordId, { lock: true }).catch(() => null);
    return row && row.deletedAt === null && isAllowed(ctx.actor, 'edit', row) ? {} : null;
  },
  async write() {
    throw new RangeError('a question is asked anew, never changed');
  },
  async remove(ctx, _tx, recordId) {
    await removeWhatIfRun(ctx, { runId: recordId });
  },
  async restore(ctx, _tx, recordId) {
    await restoreWhatIfRun(ctx, recordId);
  },
};

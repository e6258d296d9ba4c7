/** Puts a view back to how it was. */
import { isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { changeView, findGuarded, removeView, restoreView, viewFieldsOf } from './views.ts';

export const viewReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findGuarded(tx, recordId, { lock: true }).catch(() => null);
    return row && row.deletedAt === null && isAllowed(ctx.actor, 'edit', row) ? viewFieldsOf(row) : null;
  },
  async write(ctx, _tx, recordId, values) {
    await changeView(ctx, { ...(values as Partial<Parameters<typeof changeView>[1]>), viewId: recordId });
  },
  async remove(ctx, _tx, recordId) {
    await removeView(ctx, { viewId: recordId });
  },
  async restore(ctx, _tx, recordId) {
    await restoreView(ctx, recordId);
  },
};

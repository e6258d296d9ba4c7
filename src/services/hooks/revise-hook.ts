/** Puts a hook back to how it was. A secret that was replaced is gone: it is nowhere kept in the open. */
import { findHook } from '#store/hooks.ts';
import { isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { hookFieldsOf } from './describe-hook.ts';
import { changeHook, removeHook, restoreHook } from './hooks.ts';

export const hookReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findHook(tx, recordId, { lock: true });
    return row && row.deletedAt === null && isAllowed(ctx.actor, 'govern', {}) ? hookFieldsOf(row) : null;
  },
  async write(ctx, _tx, recordId, values) {
    const { hasSecret: _, ...wanted } = values;
    await changeHook(ctx, { ...(wanted as Partial<Parameters<typeof changeHook>[1]>), hookId: recordId });
  },
  async remove(ctx, _tx, recordId) {
    await removeHook(ctx, { hookId: recordId });
  },
  async restore(ctx, _tx, recordId) {
    await restoreHook(ctx, recordId);
  },
};

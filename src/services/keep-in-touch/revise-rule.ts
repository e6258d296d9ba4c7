/** Puts a rule of keeping in touch back to how it was. */
import { findRule } from '#store/keep-in-touch.ts';
import { isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { removeRule, restoreRule, updateRuleFields } from './rules.ts';

export const keepInTouchReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findRule(tx, recordId, { lock: true });
    const isOwn = row && isAllowed(ctx.actor, 'use-own', { ...row, ownerUserId: row.userId });
    return isOwn && row.deletedAt === null ? { everyDays: row.everyDays } : null;
  },
  async write(ctx, _tx, recordId, values) {
    const { everyDays = null } = values as { everyDays?: number | null };
    await updateRuleFields(ctx, { ruleId: recordId, everyDays });
  },
  async remove(ctx, _tx, recordId) {
    await removeRule(ctx, { ruleId: recordId });
  },
  async restore(ctx, _tx, recordId) {
    await restoreRule(ctx, { ruleId: recordId });
  },
};

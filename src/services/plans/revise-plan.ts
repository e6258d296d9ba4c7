/** Puts a plan back to how it was. */
import { findPlan } from '#store/plans.ts';
import { allow, isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { planFieldsOf } from './note-plan.ts';
import { known, type PlanFields, removePlan, restorePlan, writePlan } from './plans.ts';

export const planReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = known(await findPlan(tx, recordId, { lock: true }));
    return row && isAllowed(ctx.actor, 'edit', row) ? planFieldsOf(row) : null;
  },
  async write(ctx, tx, recordId, values) {
    const row = allow(ctx.actor, 'edit', known(await findPlan(tx, recordId, { lock: true })));
    await writePlan(ctx, tx, row, values as PlanFields);
  },
  async remove(ctx, _tx, recordId) {
    await removePlan(ctx, { planId: recordId });
  },
  async restore(ctx, tx, recordId) {
    await restorePlan(ctx, tx, recordId);
  },
};

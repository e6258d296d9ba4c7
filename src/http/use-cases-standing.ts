/** Part of the table of the door: what relations stand on, and plans to make them firmer. */
import { correctStatement, stateFoundation, withdrawStatement } from '#services/foundations/change-statement.ts';
import { createKind, listKinds, removeKind, renameKind } from '#services/foundations/foundation-kinds.ts';
import { getFoundation } from '#services/foundations/get-foundation.ts';
import { listPlans, listProposedPlans } from '#services/plans/list-plans.ts';
import { getPlanHistory } from '#services/plans/plan-history.ts';
import { createPlan, removePlan, updatePlanFields } from '#services/plans/plans.ts';
import type { UseCases } from './serve.ts';

export const useCasesStanding: Pick<UseCases, 'foundations' | 'foundationKinds' | 'plans'> = {
  foundations: { get: getFoundation, state: stateFoundation, correct: correctStatement, withdraw: withdrawStatement },
  foundationKinds: { list: listKinds, create: createKind, rename: renameKind, remove: removeKind },
  plans: {
    list: listPlans,
    proposals: listProposedPlans,
    history: getPlanHistory,
    create: createPlan,
    update: updatePlanFields,
    remove: removePlan,
  },
};

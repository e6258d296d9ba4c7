/** Part of the table of the door: ties, what relations stand on, and plans to make them firmer. */
import { correctStatement, stateFoundation, withdrawStatement } from '#services/foundations/change-statement.ts';
import { createKind, listKinds, removeKind, renameKind } from '#services/foundations/foundation-kinds.ts';
import { getFoundation } from '#services/foundations/get-foundation.ts';
import { listPlans, listProposedPlans } from '#services/plans/list-plans.ts';
import { getPlanHistory } from '#services/plans/plan-history.ts';
import { createPlan, removePlan, updatePlanFields } from '#services/plans/plans.ts';
import { correctTie, withdrawTieCorrection } from '#services/ties/correct-tie.ts';
import { listTieEvidence } from '#services/ties/explain-tie.ts';
import { getTieAttention } from '#services/ties/get-attention.ts';
import { getTie } from '#services/ties/get-tie.ts';
import { getUnasked } from '#services/ties/get-unasked.ts';
import { getTieChange } from '#services/ties/tell-change.ts';
import type { UseCases } from './serve.ts';

export const useCasesStanding: Pick<UseCases, 'ties' | 'foundations' | 'foundationKinds' | 'plans'> = {
  ties: {
    get: getTie,
    evidence: listTieEvidence,
    change: getTieChange,
    attention: getTieAttention,
    unasked: getUnasked,
    correct: correctTie,
    withdraw: withdrawTieCorrection,
  },
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

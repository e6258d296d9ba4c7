/** What one does with a plan; each is said, and can be taken back. */
import type { Plan } from '#contract/plans.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { planTouches } from '../../api/standing-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../changes/use-undo-record.ts';
import { usePlanWords } from '../words-of/plans.ts';

export function usePlanActs(plan: Plan) {
  const { did } = usePlanWords();
  const { sayDone } = useUndoRecord();
  const of = { ...nothing, params: { planId: plan.id } };
  const shared = { touches: planTouches, line: 'plans' };
  const end = useAct({
    ...shared,
    run: (outcome: Plan['outcome']) =>
      api.plans.update({ ...of, body: { outcome }, headers: { ...newKey(), ...ifMatch(plan.version) } }),
    onDone: ({ id, outcome }) => sayDone(outcome === null ? did.opened : did[outcome], id),
  });
  const remove = useAct({
    ...shared,
    run: () => api.plans.remove({ ...of, headers: newKey() }),
    onDone: () => sayDone(did.removed, plan.id),
  });
  const step = useAct({
    ...shared,
    run: async ({ taskId, isDone }: { taskId: string; isDone: boolean }): Promise<void> => {
      const task = { ...nothing, params: { taskId }, headers: newKey() };
      if (isDone) await api.tasks.complete(task);
      else await api.tasks.reopen(task);
    },
    onDone: (_, { taskId, isDone }) => {
      if (isDone) sayDone(did.step, taskId);
    },
  });
  return { end: end.mutate, remove: remove.mutate, step: step.mutate, isBusy: end.isPending || step.isPending };
}

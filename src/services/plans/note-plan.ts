/** What the history keeps of each change to a plan. */
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import type { PlanRow } from '#store/plans.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

export function planFieldsOf(row: PlanRow): FieldValues {
  return { goal: row.goal, helperId: row.helperId, dueOn: row.dueOn, outcome: row.outcome };
}

export async function notePlan(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: PlanRow; now: PlanRow },
): Promise<void> {
  const { id: recordId, partyId, version } = now;
  const label = now.goal.slice(0, 200);
  const sides = act === 'update' && was ? { before: planFieldsOf(was), after: planFieldsOf(now) } : {};
  await noteChange(ctx, tx, { noun: 'plan', recordId, partyId, act, label, version, ...sides });
}

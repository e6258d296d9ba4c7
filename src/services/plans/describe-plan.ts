import type { Plan } from '#contract/plans.ts';
import type { Db } from '#store/database.ts';
import type { PlanRow, PlanStepRow } from '#store/plans.ts';
import { listFoundations } from '../foundations/list-foundations.ts';

export function describePlan(
  row: PlanRow,
  known: { readonly steps: readonly PlanStepRow[]; readonly second: number | null },
): Plan {
  const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return {
    id: row.id,
    party: { id: row.partyId, name: row.partyName },
    goal: row.goal,
    hangsOn: named(row.hangsOn, row.hangsOnName),
    helper: named(row.helperId, row.helperName),
    atStart: { dependency: row.dependencyThen, second: row.secondThen, contacts: row.contactsThen },
    now: { dependency: row.dependencyNow, second: known.second, contacts: row.contactsNow },
    steps: known.steps.map(({ taskId, title, assigneeId, assigneeName, dueOn, doneAt }) => ({
      taskId,
      title,
      assignee: { id: assigneeId, name: assigneeName },
      dueOn,
      doneAt: doneAt?.toISOString() ?? null,
    })),
    dueOn: row.dueOn,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    outcome: row.outcome,
    version: row.version,
  };
}

/** The second-largest foundation of each: what would be left to stand on. */
export async function readSeconds(
  db: Db,
  input: { partyIds: readonly string[]; nowMs: number },
): Promise<Map<string, number>> {
  const readings = await listFoundations(db, input);
  return new Map([...readings].map(([partyId, { shares }]) => [partyId, secondOf(shares)]));
}

export function secondOf(shares: Readonly<Record<string, number>>): number {
  return Object.values(shares).toSorted((left, right) => right - left)[1] ?? 0;
}

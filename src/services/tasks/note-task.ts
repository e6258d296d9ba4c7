/** What the history keeps of each change to a task. */
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import type { TaskRow } from '#store/tasks.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

/** The fields that people write, by the names of the contract. */
export function taskFieldsOf(row: TaskRow): FieldValues {
  return {
    title: row.title,
    note: row.note,
    partyId: row.partyId,
    assigneeId: row.assigneeId,
    dueOn: row.dueOn,
    dueTime: row.dueTime,
    repeat: row.repeat,
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
  };
}

export async function noteTask(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: TaskRow; now: TaskRow },
): Promise<void> {
  const { id: recordId, partyId, version } = now;
  const label = now.title.slice(0, 200);
  const sides = act === 'update' && was ? { before: taskFieldsOf(was), after: taskFieldsOf(now) } : {};
  await noteChange(ctx, tx, { noun: 'task', recordId, partyId, act, label, version, ...sides });
}

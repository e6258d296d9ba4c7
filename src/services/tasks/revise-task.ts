/** Puts a task back to how it was. */
import { findTask } from '#store/tasks.ts';
import { allow, isAllowed, userOf } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { known, removeTask, type TaskFields, writeTask } from './change-task.ts';
import { restoreTask } from './complete-task.ts';
import { taskFieldsOf } from './note-task.ts';

type Kept = TaskFields & { readonly snoozedUntil?: string | null; readonly doneAt?: string | null };

export const taskReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findTask(tx, recordId, { lock: true });
    return row && row.deletedAt === null && isAllowed(ctx.actor, 'edit', row) ? taskFieldsOf(row) : null;
  },
  async write(ctx, tx, recordId, values) {
    const row = allow(ctx.actor, 'edit', known(await findTask(tx, recordId, { lock: true })));
    const { snoozedUntil, doneAt, ...kept } = values as Kept;
    await writeTask(ctx, tx, row, {
      ...row,
      ...kept,
      ...(snoozedUntil !== undefined && { snoozedUntil: readAt(snoozedUntil) }),
      ...(doneAt !== undefined && { doneAt: readAt(doneAt), doneBy: doneAt === null ? null : userOf(ctx.actor) }),
    });
  },
  async remove(ctx, _tx, recordId) {
    await removeTask(ctx, { taskId: recordId });
  },
  async restore(ctx, _tx, recordId) {
    await restoreTask(ctx, { taskId: recordId });
  },
};

function readAt(at: string | null): Date | null {
  return at === null ? null : new Date(at);
}

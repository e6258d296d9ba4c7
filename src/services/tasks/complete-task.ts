/** Done, and not done after all. Of a task that repeats the next one is made with the same stroke, and undone with it. */
import { v7 as uuidv7 } from 'uuid';
import type { Task } from '#contract/tasks.ts';
import { takeOutOfBin } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { findTask, findUntouchedNext, setTaskDeleted, type TaskRow } from '#store/tasks.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { describeNow, getTaskRow, known, makeTask, removeTask, writeTask } from './change-task.ts';
import { noteTask } from './note-task.ts';
import { dateAt, nextDueOn } from './task-dates.ts';

export async function completeTask(
  ctx: Context,
  input: { taskId: string },
): Promise<{ task: Task; next: Task | null }> {
  const within = { ...ctx, batchId: ctx.batchId ?? uuidv7() };
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', known(await findTask(tx, input.taskId, { lock: true })));
    // Done is done: a second stroke changes nothing.
    if (row.doneAt !== null) return { task: await describeNow(ctx, tx, row), next: null };
    const now = await writeTask(within, tx, row, { ...row, doneAt: ctx.now(), doneBy: userOf(ctx.actor) });
    const next = await makeNext(within, tx, row);
    return { task: await describeNow(ctx, tx, now), next: next && (await describeNow(ctx, tx, next)) };
  });
}

async function makeNext(ctx: Context, tx: Tx, row: TaskRow): Promise<TaskRow | null> {
  if (row.repeat === null) return null;
  const { repeat, repeatDay } = row;
  const doneOn = dateAt(ctx.now().getTime(), (await getFirm(tx)).timeZone);
  const dueOn = nextDueOn({ repeat, repeatDay, dueOn: row.dueOn, doneOn });
  const fields = { ...row, dueOn, snoozedUntil: null, doneAt: null, doneBy: null };
  return makeTask(ctx, tx, { fields, follows: row.id, repeatDay: repeat.from === 'due' ? repeatDay : null });
}

export async function reopenTask(ctx: Context, input: { taskId: string }): Promise<Task> {
  const within = { ...ctx, batchId: ctx.batchId ?? uuidv7() };
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', known(await findTask(tx, input.taskId, { lock: true })));
    if (row.doneAt === null) return describeNow(ctx, tx, row);
    const now = await writeTask(within, tx, row, { ...row, doneAt: null, doneBy: null });
    const nextId = await findUntouchedNext(tx, row.id);
    if (nextId !== undefined) await removeTask({ ...within, db: tx }, { taskId: nextId });
    return describeNow(ctx, tx, now);
  });
}

export async function restoreTask(ctx: Context, input: { taskId: string }): Promise<Task> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', await findTask(tx, input.taskId, { lock: true }));
    if (row.deletedAt !== null) {
      await setTaskDeleted(tx, row, { deletedAt: null, at: ctx.now() });
      await noteTask(ctx, tx, { act: 'restore', now: row });
      await takeOutOfBin(tx, row.id, ctx.now());
    }
    return describeNow(ctx, tx, await getTaskRow(tx, row.id));
  });
}

import type { Task } from '#contract/tasks.ts';
import { findTask, listTaskRows } from '#store/tasks.ts';
import { allow, viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { getFirm } from '../firm.ts';
import { startOfDayMs } from '../firm-days.ts';
import { describeTask } from './describe-task.ts';
import { dayNumberOfDate } from './task-dates.ts';

const pageSize = 100;

interface ListInput {
  readonly cursor?: string;
  readonly limit?: number;
  readonly state?: 'open' | 'done';
  readonly assigneeId?: string;
  readonly partyId?: string;
  readonly until?: string;
}

export async function listTasks(ctx: Context, input: ListInput): Promise<{ items: Task[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const { timeZone } = await getFirm(ctx.db);
  const isDone = input.state === 'done';
  const rows = await listTaskRows(ctx.db, {
    viewer: viewerOf(ctx.actor),
    isDone,
    assigneeId: input.assigneeId ?? null,
    partyId: input.partyId ?? null,
    before: input.until ? new Date(startOfDayMs(dayNumberOfDate(input.until) + 1, timeZone)) : null,
    after: id === undefined ? null : { at: new Date(String(at)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const lastAt = isDone ? last?.doneAt : last?.sortAt;
  const now = { nowMs: ctx.now().getTime(), timeZone };
  return {
    items: shown.map((row) => describeTask(row, now)),
    nextCursor: rows.length > limit && last && lastAt ? writeCursor([lastAt.toISOString(), last.id]) : null,
  };
}

export async function getTask(ctx: Context, input: { taskId: string }): Promise<Task> {
  const row = allow(ctx.actor, 'see', await findTask(ctx.db, input.taskId));
  const { timeZone } = await getFirm(ctx.db);
  return describeTask(row, { nowMs: ctx.now().getTime(), timeZone });
}

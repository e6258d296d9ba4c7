/** Every minute: what came due is told once, however often this runs. */
import { listDuePromises, listDueTasks } from '#store/reminders.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { dayNumberOf, offsetMsAt, startOfDayMs } from '../firm-days.ts';
import { notifyMany } from './notify.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A house that stood still over a weekend tells what came due meanwhile. */
const lookBackMs = 3 * dayMs;
const morningHour = 7;
const mostAtOnce = 500;

export async function remind(ctx: Context): Promise<void> {
  const now = ctx.now();
  const { timeZone } = await getFirm(ctx.db);
  const span = { after: new Date(now.getTime() - lookBackMs), until: now, limit: mostAtOnce };
  await transact(ctx.db, async (tx) => {
    const tasks = await listDueTasks(tx, span);
    const promises = await listDuePromises(tx, { ...span, endOfDay: endOfReminding(now.getTime(), timeZone) });
    await notifyMany(ctx, tx, [
      ...tasks.map(({ taskId, userId, partyId, remindAt }) => {
        const key = `task-due ${taskId} ${remindAt.toISOString()}`;
        return { userId, kind: 'task-due' as const, key, noun: 'task' as const, recordId: taskId, partyId };
      }),
      ...promises.map(({ promiseId, userId, partyId }) => {
        return { userId, kind: 'promise-due' as const, noun: 'promise' as const, recordId: promiseId, partyId };
      }),
    ]);
  });
}

/** Before the morning nobody is told of what today holds. */
function endOfReminding(nowMs: number, timeZone: string): Date {
  const day = dayNumberOf(nowMs, timeZone);
  const isMorning = nowMs + offsetMsAt(nowMs, timeZone) >= day * dayMs + morningHour * hourMs;
  return new Date(isMorning ? startOfDayMs(day + 1, timeZone) - 1 : nowMs);
}

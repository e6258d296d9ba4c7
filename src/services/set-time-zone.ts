/** The firm moved to another time zone: whatever happens at a time of day happens by that clock from now on. */
import type { Tx } from '#store/database.ts';
import { listDueMoments, setDueMoments } from '#store/task-moments.ts';
import type { Context } from './context.ts';
import { placeTask } from './tasks/task-dates.ts';

export async function setTimeZone(ctx: Context, tx: Tx, timeZone: string): Promise<void> {
  const due = await listDueMoments(tx);
  await setDueMoments(
    tx,
    due.map((moment) => ({ ...moment, ...placeTask({ ...moment, snoozedUntil: null }, timeZone) })),
  );
  await ctx.enqueue({ name: 'set-clock', data: {} }, tx);
}

/** Once a day: forget what has served its time. */
import { deleteOldDeliveries } from '#store/hook-deliveries.ts';
import { deleteNotificationsBefore } from '#store/notifications.ts';
import { sweepOAuthStarts } from '#store/oauth-starts.ts';
import { deleteEndedSessions, deleteIdempotencyKeysBefore, listNeededUploadPaths } from '#store/sweep.ts';
import type { Context } from './context.ts';
import { sweepFiles } from './files/sweep-files.ts';

const hourMs = 3_600_000;
const keptKeyHours = 48;
const keptNotificationHours = 90 * 24;
const keptDeliveryHours = 30 * 24;
const keptFailedHours = 90 * 24;
const keptUploadHours = 7 * 24;

export async function sweep(ctx: Context): Promise<void> {
  const now = ctx.now();
  const before = (hours: number) => new Date(now.getTime() - hours * hourMs);
  await deleteIdempotencyKeysBefore(ctx.db, before(keptKeyHours));
  await deleteEndedSessions(ctx.db, now);
  await sweepOAuthStarts(ctx.db, now);
  await sweepFiles(ctx);
  await deleteNotificationsBefore(ctx.db, before(keptNotificationHours));
  await deleteOldDeliveries(ctx.db, { read: before(keptDeliveryHours), failed: before(keptFailedHours) });
  const needed = new Set(await listNeededUploadPaths(ctx.db));
  await ctx.ports.removeUploads({ olderThan: before(keptUploadHours), keep: (path) => needed.has(path) });
}

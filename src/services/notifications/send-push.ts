/** Sends one notification to its user's browsers: a title in the user's language and where it leads, nothing else. */
import { deleteSubscription, listSubscriptions } from '#store/notification-ways.ts';
import { findTellable, type NotificationKind } from '#store/notifications.ts';
import type { Context } from '../context.ts';
import { getUserRow } from '../user-row.ts';
import { getPushKeys } from './push-keys.ts';
import { waysOf } from './ways.ts';

/** Words are the door's to lend. */
export type SayTitle = (kind: NotificationKind, locale: 'nl' | 'en') => string;

export async function sendPush(
  ctx: Context,
  input: { notificationId: string; userId: string },
  sayTitle: SayTitle,
): Promise<void> {
  const { notificationId: id, userId } = input;
  const row = await findTellable(ctx.db, { id, userId });
  if (!row || !(await waysOf(ctx.db, userId))[row.kind].push) return;
  const { locale } = await getUserRow(ctx.db, userId);
  const payload = JSON.stringify({ id, title: sayTitle(row.kind, locale), path: `/notifications?open=${id}` });
  const keys = await getPushKeys(ctx);
  const failures: unknown[] = [];
  for (const subscription of await listSubscriptions(ctx.db, userId)) {
    try {
      const outcome = await ctx.ports.outgoing.sendPush({ subscription, keys, payload });
      if (outcome === 'gone') await deleteSubscription(ctx.db, subscription.id);
    } catch (error) {
      // One browser that cannot be reached does not keep word from the others.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

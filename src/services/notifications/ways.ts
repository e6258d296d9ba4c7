/** In which ways each kind is told when nobody said otherwise: at once for what waits for somebody, quietly for the rest. */
import { notificationKind } from '#contract/notifications.ts';
import type { Db } from '#store/database.ts';
import { listWays, type Ways } from '#store/notification-ways.ts';
import type { NotificationKind } from '#store/notifications.ts';

const everyWay: Ways = { inApp: true, push: true, mail: true };

const usual: Readonly<Record<NotificationKind, Ways>> = {
  mention: everyWay,
  'task-assigned': everyWay,
  'task-due': everyWay,
  'promise-due': everyWay,
  'keep-in-touch': { inApp: true, push: false, mail: true },
  'import-done': { inApp: true, push: false, mail: false },
  'import-failed': { inApp: true, push: false, mail: false },
  'connection-trouble': everyWay,
  'mail-trouble': everyWay,
  'report-answered': everyWay,
  'what-if-asked': { inApp: true, push: false, mail: true },
  'connection-quiet': { inApp: true, push: false, mail: true },
};

export const notificationKinds = notificationKind.options;

export async function waysOf(db: Db, userId: string): Promise<Record<NotificationKind, Ways>> {
  const chosen = await listWays(db, userId);
  return { ...usual, ...Object.fromEntries(chosen) };
}

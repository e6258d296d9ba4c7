/** How a user wants to be told, and on which browsers. */
import { v7 as uuidv7 } from 'uuid';
import type { NotificationSettings } from '#contract/notifications.ts';
import {
  deleteSubscription,
  findSubscription,
  listSubscriptions,
  putSubscription,
  putWays,
  type Ways,
} from '#store/notification-ways.ts';
import type { NotificationKind } from '#store/notifications.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { getPushKeys } from './push-keys.ts';
import { notificationKinds, waysOf } from './ways.ts';

export async function getNotificationSettings(ctx: Context): Promise<NotificationSettings> {
  const userId = userOf(ctx.actor);
  const ways = await waysOf(ctx.db, userId);
  const browsers = await listSubscriptions(ctx.db, userId);
  const { publicKey } = await getPushKeys(ctx);
  return {
    kinds: notificationKinds.map((kind) => ({ kind, ...ways[kind] })),
    canMail: ctx.ports.outgoing.sendMail !== null,
    pushKey: publicKey,
    browsers: browsers.map(({ id, browser, createdAt }) => ({ id, name: browser, createdAt: createdAt.toISOString() })),
  };
}

export async function setNotificationWays(
  ctx: Context,
  input: Partial<Ways> & { kind: NotificationKind },
): Promise<NotificationSettings> {
  const userId = userOf(ctx.actor);
  await transact(ctx.db, async (tx) => {
    const ways = await waysOf(tx, userId);
    await putWays(tx, { ...ways[input.kind], ...input, userId });
  });
  return getNotificationSettings(ctx);
}

interface Browser {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly name: string | null;
}

export async function subscribeBrowser(ctx: Context, { name, ...browser }: Browser): Promise<NotificationSettings> {
  const userId = userOf(ctx.actor);
  await putSubscription(ctx.db, { ...browser, id: uuidv7(), userId, browser: name, createdAt: ctx.now() });
  return getNotificationSettings(ctx);
}

export async function unsubscribeBrowser(ctx: Context, input: { subscriptionId: string }): Promise<{ done: true }> {
  const row = allow(ctx.actor, 'use-own', await findSubscription(ctx.db, input.subscriptionId));
  await deleteSubscription(ctx.db, row.id);
  return { done: true };
}

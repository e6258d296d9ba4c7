/** What one was told of, as far as one may see it now. */
import type { Notification } from '#contract/notifications.ts';
import {
  countUnread,
  findNotification,
  findTellable,
  listNotificationRows,
  markRead,
  type NotificationRow,
} from '#store/notifications.ts';
import { allow, userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';

const pageSize = 50;
const mostCounted = 99;

export async function listNotifications(
  ctx: Context,
  input: { cursor?: string; limit?: number; unread?: 'true' },
): Promise<{ items: Notification[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const rows = await listNotificationRows(ctx.db, {
    userId: userOf(ctx.actor),
    onlyUnread: input.unread === 'true',
    after: id === undefined ? null : { at: new Date(String(at)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? writeCursor([last.at.toISOString(), last.id]) : null;
  return { items: shown.map(describeNotification), nextCursor };
}

/** Who comes by a push or a mail may not have it in the list. */
export async function getNotification(ctx: Context, input: { notificationId: string }): Promise<Notification> {
  const find = { id: input.notificationId, userId: userOf(ctx.actor) };
  return describeNotification(allow(ctx.actor, 'see', await findTellable(ctx.db, find)));
}

export async function countNotifications(ctx: Context): Promise<{ unread: number }> {
  return { unread: await countUnread(ctx.db, { userId: userOf(ctx.actor), most: mostCounted }) };
}

export async function readNotification(
  ctx: Context,
  input: { notificationId: string; isRead: boolean },
): Promise<{ done: true }> {
  const { id, ownerUserId } = allow(ctx.actor, 'use-own', await findNotification(ctx.db, input.notificationId));
  await markRead(ctx.db, { userId: ownerUserId, id, readAt: input.isRead ? ctx.now() : null });
  return { done: true };
}

export async function readAllNotifications(ctx: Context): Promise<{ done: true }> {
  await markRead(ctx.db, { userId: userOf(ctx.actor), id: null, readAt: ctx.now() });
  return { done: true };
}

function describeNotification(row: NotificationRow): Notification {
  const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return {
    id: row.id,
    kind: row.kind,
    party: named(row.partyId, row.partyName),
    by: named(row.byUser, row.byName),
    record: { noun: row.noun, id: row.recordId },
    about: row.about,
    at: row.at.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  };
}

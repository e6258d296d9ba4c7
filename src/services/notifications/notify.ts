/** Tells a user of something: in the transaction that did it, each matter once. What may be seen of it is asked when it is read. */
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import { sayLive } from '#store/live.ts';
import { listSubscribed } from '#store/notification-ways.ts';
import { insertNotifications, type NotificationKind, type NotificationNoun } from '#store/notifications.ts';
import type { Context } from '../context.ts';

export interface Word {
  /** Who is told. */
  readonly userId: string;
  readonly kind: NotificationKind;
  /** What it is about. */
  readonly noun: NotificationNoun;
  readonly recordId: string;
  readonly partyId: string | null;
  /** The matter; the same key is told once. Without one: this kind, once for this record. */
  readonly key?: string;
}

export function notify(ctx: Context, tx: Tx, word: Word): Promise<void> {
  return notifyMany(ctx, tx, [word]);
}

export async function notifyMany(ctx: Context, tx: Tx, words: readonly Word[]): Promise<void> {
  const byUser = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  const rows = words.flatMap(({ key, ...word }) => {
    // Nobody needs to be told what they did themselves; an import is work that was left and is done.
    if (word.userId === byUser && word.noun !== 'import') return [];
    return { ...word, id: uuidv7(), key: key ?? `${word.kind} ${word.recordId}`, byUser, at: ctx.now() };
  });
  const told = await insertNotifications(tx, rows);
  if (told.length === 0) return;
  for (const { userId } of told) sayLive(tx, { topics: ['notifications'], only: userId });
  const subscribed = await listSubscribed(tx, [...new Set(told.map(({ userId }) => userId))]);
  for (const { id, userId } of told.filter((row) => subscribed.has(row.userId))) {
    await ctx.enqueue({ name: 'send-push', data: { notificationId: id, userId } }, tx);
  }
}

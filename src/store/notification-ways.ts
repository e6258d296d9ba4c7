/** How users want to be told, and the browsers that asked to be. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { NotificationKind } from './notifications.ts';

export interface Ways {
  readonly inApp: boolean;
  readonly push: boolean;
  readonly mail: boolean;
}

export async function listWays(db: Db, userId: string): Promise<Map<NotificationKind, Ways>> {
  const { rows } = await sql<Ways & { kind: NotificationKind }>`
    select kind, in_app as "inApp", push, mail from notification_ways where user_id = ${userId}::uuid`.execute(db);
  return new Map(rows.map(({ kind, ...ways }) => [kind, ways]));
}

export async function putWays(db: Db, row: Ways & { userId: string; kind: NotificationKind }): Promise<void> {
  await sql`
    insert into notification_ways (user_id, kind, in_app, push, mail)
    values (${row.userId}, ${row.kind}, ${row.inApp}, ${row.push}, ${row.mail})
    on conflict (user_id, kind) do update
      set in_app = excluded.in_app, push = excluded.push, mail = excluded.mail`.execute(db);
}

export interface SubscriptionRow {
  readonly id: string;
  readonly userId: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly browser: string | null;
  readonly createdAt: Date;
}

export async function listSubscriptions(db: Db, userId: string): Promise<SubscriptionRow[]> {
  const { rows } = await sql<SubscriptionRow>`
    select id, user_id as "userId", endpoint, p256dh, auth, browser, created_at as "createdAt"
    from push_subscriptions where user_id = ${userId}::uuid order by created_at, id limit 20`.execute(db);
  return rows;
}

/** Of these users, those with a browser that wants to be told. */
export async function listSubscribed(db: Db, userIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ userId: string }>`
    select distinct user_id as "userId" from push_subscriptions where user_id = any(${[...userIds]}::uuid[])`.execute(
    db,
  );
  return new Set(rows.map(({ userId }) => userId));
}

/** A browser belongs to whoever subscribed on it last. */
export async function putSubscription(db: Db, row: SubscriptionRow): Promise<void> {
  await sql`
    insert into push_subscriptions (id, user_id, endpoint, p256dh, auth, browser, created_at)
    values (${row.id}, ${row.userId}, ${row.endpoint}, ${row.p256dh}, ${row.auth}, ${row.browser}, ${row.createdAt})
    on conflict (endpoint) do update set user_id = excluded.user_id, p256dh = excluded.p256dh, auth = excluded.auth,
      browser = excluded.browser, created_at = excluded.created_at`.execute(db);
}

export async function findSubscription(db: Db, id: string): Promise<{ id: string; ownerUserId: string } | undefined> {
  const { rows } = await sql<{ id: string; ownerUserId: string }>`
    select id, user_id as "ownerUserId" from push_subscriptions where id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function deleteSubscription(db: Db, id: string): Promise<void> {
  await db.deleteFrom('push_subscriptions').where('id', '=', id).execute();
}

export async function deleteAllSubscriptions(db: Db): Promise<void> {
  await db.deleteFrom('push_subscriptions').execute();
}

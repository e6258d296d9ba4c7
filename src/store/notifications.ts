/** What users are told of. What a row is about is read here, now, and only as far as its user may see it now. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import { isVisibleTo } from './party-rows.ts';

export type NotificationKind =
  | 'mention'
  | 'task-due'
  | 'task-assigned'
  | 'promise-due'
  | 'keep-in-touch'
  | 'import-done'
  | 'import-failed'
  | 'connection-trouble'
  | 'connection-quiet'
  | 'what-if-asked'
  | 'mail-trouble'
  | 'report-answered';
export type NotificationNoun =
  | 'note'
  | 'task'
  | 'promise'
  | 'party'
  | 'import'
  | 'connection'
  | 'what-if-run'
  | 'outbox-mail'
  | 'report';

export interface NewNotification {
  readonly id: string;
  readonly userId: string;
  readonly kind: NotificationKind;
  readonly key: string;
  readonly partyId: string | null;
  readonly noun: NotificationNoun;
  readonly recordId: string;
  readonly byUser: string | null;
  readonly at: Date;
}

export interface NotificationRow {
  readonly id: string;
  readonly userId: string;
  readonly kind: NotificationKind;
  readonly partyId: string | null;
  readonly partyName: string | null;
  readonly byUser: string | null;
  readonly byName: string | null;
  readonly noun: NotificationNoun;
  readonly recordId: string;
  readonly about: string | null;
  readonly at: Date;
  readonly readAt: Date | null;
}

/** Each matter once; answers the ones that are new. */
export async function insertNotifications(
  tx: Tx,
  rows: readonly NewNotification[],
): Promise<{ id: string; userId: string }[]> {
  if (rows.length === 0) return [];
  const list = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  const inserted = await sql<{ id: string; userId: string }>`
    insert into notifications (id, user_id, kind, key, party_id, noun, record_id, by_user, at)
    select * from json_to_recordset(${JSON.stringify(list)}::json) as r(id uuid, "userId" uuid, kind text, key text,
      "partyId" uuid, noun text, "recordId" uuid, "byUser" uuid, at timestamptz)
    on conflict (user_id, key) do nothing returning id, user_id as "userId"`.execute(tx);
  return inserted.rows;
}

const columns = sql.raw(`n.id, n.user_id as "userId", n.kind, p.id as "partyId", p.name as "partyName",
  n.by_user as "byUser", by_user.name as "byName", n.noun, n.record_id as "recordId",
  coalesce(k.title, d.text, i.file_name, c.name, o.subject, t.subject) as about, n.at, n.read_at as "readAt"`);

/** A task counts by the relation it has now, not by the one it had when word of it went out. */
const from = sql.raw(`notifications n
  left join tasks k on n.noun = 'task' and k.id = n.record_id
  left join lateral (
    select q.text, q.settled_at, q.private_to from promises q where n.noun = 'promise' and q.id = n.record_id limit 1
  ) d on true
  left join notes m on n.noun = 'note' and m.id = n.record_id
  left join imports i on n.noun = 'import' and i.id = n.record_id
  left join connections c on n.noun = 'connection' and c.id = n.record_id
  left join what_if_runs w on n.noun = 'what-if-run' and w.id = n.record_id
  left join outbox_mails o on n.noun = 'outbox-mail' and o.id = n.record_id
  left join reports t on n.noun = 'report' and t.id = n.record_id
  left join parties p on p.id = case when n.noun = 'task' then k.party_id else n.party_id end
  left join party_figures f on n.kind = 'keep-in-touch' and f.party_id = p.id
  left join users by_user on by_user.id = n.by_user`);

/** May be seen by its user now, and still says something: not of what was done, settled or taken away since. */
function stillTells(userId: string): RawBuilder<unknown> {
  return sql`n.user_id = ${userId}::uuid
    and (p.id is null or (p.deleted_at is null and ${isVisibleTo(userId, 'p')}))
    and case n.noun
      when 'task' then k.id is not null and k.deleted_at is null and k.assignee_id = n.user_id
        and (n.kind <> 'task-due' or k.done_at is null)
      when 'promise' then d.text is not null and d.settled_at is null
        and (d.private_to is null or d.private_to = n.user_id)
      when 'note' then m.id is not null and m.deleted_at is null and (not m.is_private or m.author_id = n.user_id)
      when 'connection' then c.id is not null and c.deleted_at is null and (c.owner_user_id is null or c.owner_user_id = n.user_id)
        and (n.kind <> 'connection-trouble' or n.at >= c.problem_since)
      when 'report' then t.id is not null and t.deleted_at is null
      when 'outbox-mail' then o.author_id = n.user_id and o.deleted_at is null and o.state in ('failed', 'unknown')
      when 'what-if-run' then w.id is not null and w.deleted_at is null
      when 'import' then i.id is not null and i.user_id = n.user_id
      else p.id is not null and (f.last_at is null or f.last_at < n.at)
    end`;
}

const isWantedInApp = sql`not exists (
  select from notification_ways w where w.user_id = n.user_id and w.kind = n.kind and not w.in_app)`;

interface NotificationPage {
  readonly userId: string;
  readonly onlyUnread: boolean;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

export async function listNotificationRows(db: Db, page: NotificationPage): Promise<NotificationRow[]> {
  const { after } = page;
  const { rows } = await sql<NotificationRow>`
    select ${columns} from ${from} where ${stillTells(page.userId)} and ${isWantedInApp}
      and ${page.onlyUnread ? sql`n.read_at is null` : sql`true`}
      and ${after === null ? sql`true` : sql`(n.at, n.id) < (${after.at}, ${after.id}::uuid)`}
    order by n.at desc, n.id desc limit ${page.limit}`.execute(db);
  return rows;
}

/** No further than `most`: a bell that says 99 says enough. */
export async function countUnread(db: Db, { userId, most }: { userId: string; most: number }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from ${from} where ${stillTells(userId)} and ${isWantedInApp} and n.read_at is null limit ${most}) unread
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** For a way out of the house: this one, if it may still be told. */
export async function findTellable(db: Db, find: { id: string; userId: string }): Promise<NotificationRow | undefined> {
  const { rows } = await sql<NotificationRow>`
    select ${columns} from ${from}
    where n.id = ${find.id}::uuid and ${stillTells(find.userId)} and n.read_at is null`.execute(db);
  return rows[0];
}

/** Unread ones of these kinds since then, for the daily mail. */
export async function listUnreadSince(
  db: Db,
  find: { userId: string; kinds: readonly string[]; since: Date; limit: number },
): Promise<NotificationRow[]> {
  const { rows } = await sql<NotificationRow>`
    select ${columns} from ${from}
    where ${stillTells(find.userId)} and n.read_at is null and n.at > ${find.since}
      and n.kind = any(${[...find.kinds]}::text[])
    order by n.at, n.id limit ${find.limit}`.execute(db);
  return rows;
}

export async function findNotification(db: Db, id: string): Promise<{ id: string; ownerUserId: string } | undefined> {
  const { rows } = await sql<{ id: string; ownerUserId: string }>`
    select id, user_id as "ownerUserId" from notifications where id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** One, or all of a user's that are not read yet. */
export async function markRead(
  db: Db,
  mark: { userId: string; id: string | null; readAt: Date | null },
): Promise<void> {
  await sql`
    update notifications set read_at = ${mark.readAt}
    where user_id = ${mark.userId}::uuid and ${mark.id === null ? sql`read_at is null` : sql`id = ${mark.id}::uuid`}
  `.execute(db);
}

export async function deleteNotificationsBefore(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('notifications').where('at', '<', before).execute();
}

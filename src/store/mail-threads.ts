/** Conversations, each of one mailbox, as far as a viewer may see them. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { type SharingLevel, threadLevel } from './mail-sharing.ts';
import { listMembers } from './members.ts';
import type { Viewer } from './party-rows.ts';

export interface ThreadRow {
  readonly id: string;
  readonly connectionId: string;
  readonly mailboxName: string;
  /** Null: the firm's mailbox. */
  readonly ownerUserId: string | null;
  /** What this viewer sees: all of it for the owner and in the firm's mailboxes. */
  readonly level: SharingLevel;
  /** Set for this thread; null: as its mailbox. */
  readonly sharing: SharingLevel | null;
  readonly mailboxSharing: SharingLevel;
  /** Null too where this viewer may not read it. */
  readonly subject: string | null;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly messageCount: number;
  /** Zero in a colleague's mailbox. */
  readonly unreadCount: number;
  readonly version: number;
  /** Of the newest mail; null where this viewer may not read it. */
  readonly latest: LatestMail | null;
}

export interface LatestMail {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly fromAddress: string;
  readonly fromName: string | null;
  readonly toLines: readonly MailLine[];
  readonly snippet: string | null;
  readonly hasAttachments: boolean;
  readonly mailClass: string;
}

export interface MailLine {
  readonly address: string;
  readonly name: string | null;
}

const isOwn = (viewer: Viewer) => sql`(c.owner_user_id is null or c.owner_user_id = ${viewer}::uuid)`;

function columns(viewer: Viewer): RawBuilder<unknown> {
  return sql`t.id, t.connection_id as "connectionId", c.name as "mailboxName", c.owner_user_id as "ownerUserId",
    l.level, t.sharing, c.sharing as "mailboxSharing", case when l.level in ('all', 'subject') then t.subject end as subject,
    t.first_at as "firstAt", t.last_at as "lastAt", t.message_count as "messageCount",
    case when ${isOwn(viewer)} then t.unread_count else 0 end as "unreadCount", t.version, latest.mail as latest`;
}

function joins(viewer: Viewer): RawBuilder<unknown> {
  return sql`join connections c on c.id = t.connection_id and c.deleted_at is null
    cross join lateral (select ${threadLevel(viewer)} as level) l
    left join lateral (
      select json_build_object('id', m.id, 'direction', m.direction, 'fromAddress', m.from_address, 'fromName', m.from_name,
        'toLines', m.to_lines, 'snippet', m.snippet, 'hasAttachments', m.has_attachments, 'mailClass', m.mail_class) as mail
      from mails m where m.thread_id = t.id order by m.sent_at desc, m.id desc limit 1
    ) latest on l.level = 'all'`;
}

export interface ThreadFind {
  readonly viewer: Viewer;
  /** Null: all of the viewer's own and of the firm's. A colleague's mailbox has no inbox here. */
  readonly connectionIds: readonly string[] | null;
  readonly onlyUnread: boolean;
  /** Folded (lower-case) words, all of which stand in its subject or its people. */
  readonly words: readonly string[];
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/** The inbox: of each mailbox its newest by its own index, then the newest of those. */
export async function listThreads(db: Db, find: ThreadFind): Promise<ThreadRow[]> {
  const { viewer, connectionIds, after, limit, words } = find;
  const narrow = sql.join(
    [
      sql`true`,
      ...(find.onlyUnread ? [sql`x.unread_count > 0`] : []),
      ...(after === null ? [] : [sql`(x.last_at, x.id) < (${after.at}, ${after.id}::uuid)`]),
      ...words.map((word) => sql`x.search_text like ${`%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`}`),
    ],
    sql` and `,
  );
  const { rows } = await sql<ThreadRow>`
    with newest as materialized (
      select x.id from connections c cross join lateral (
        select x.id, x.last_at from mail_threads x where x.connection_id = c.id and ${narrow}
        order by x.last_at desc, x.id desc limit ${limit}
      ) x
      where c.deleted_at is null and ${isOwn(viewer)}
        and (${connectionIds === null} or c.id = any(${[...(connectionIds ?? [])]}::uuid[]))
      order by x.last_at desc, x.id desc limit ${limit}
    )
    select ${columns(viewer)} from newest join mail_threads t using (id) ${joins(viewer)}
    order by t.last_at desc, t.id desc`.execute(db);
  return rows;
}

/**
 * With a relation (of a firm: with its people too), also what colleagues show of theirs; where the viewer's own or the
 * firm's mailbox holds the same mail, only that.
 */
export async function listThreadsOfParty(
  db: Db,
  find: { viewer: Viewer; partyId: string; on: string; after: ThreadFind['after']; limit: number },
): Promise<ThreadRow[]> {
  const { viewer, after } = find;
  const members = (await listMembers(db, { partyIds: [find.partyId], on: find.on })).map((row) => row.memberId);
  const { rows } = await sql<ThreadRow>`
    with spoken as materialized (
      select id from interactions where from_party = any(${members}::uuid[])
      union select id from interactions where to_parties && ${members}::uuid[]
    ), held as materialized (
      select distinct m.thread_id as id from spoken s join mails m on m.interaction_id = s.id
      join connections c on c.id = m.connection_id
      where c.deleted_at is null and m.mail_class = 'person' and (${isOwn(viewer)} or not exists (
        select from mails o join connections c on c.id = o.connection_id
        where o.message_key = m.message_key and o.id <> m.id and c.deleted_at is null and ${isOwn(viewer)}))
    )
    select ${columns(viewer)} from held join mail_threads t using (id) ${joins(viewer)}
    where l.level <> 'nothing' ${after === null ? sql`` : sql`and (t.last_at, t.id) < (${after.at}, ${after.id}::uuid)`}
    order by t.last_at desc, t.id desc limit ${find.limit}`.execute(db);
  return rows;
}

/** Of these contact moments, the conversation that this viewer may read each in: one's own before a colleague's. */
export async function listThreadsOfMoments(
  db: Db,
  find: { viewer: Viewer; interactionIds: readonly string[] },
): Promise<Map<string, string>> {
  if (find.interactionIds.length === 0) return new Map();
  const { viewer } = find;
  const { rows } = await sql<{ interactionId: string; threadId: string }>`
    select distinct on (m.interaction_id) m.interaction_id as "interactionId", m.thread_id as "threadId"
    from mails m join mail_threads t on t.id = m.thread_id
    join connections c on c.id = m.connection_id and c.deleted_at is null
    where m.interaction_id = any(${[...find.interactionIds]}::uuid[])
      and ${threadLevel(viewer)} in ('all', 'subject')
    order by m.interaction_id, ${isOwn(viewer)} desc`.execute(db);
  return new Map(rows.map(({ interactionId, threadId }) => [interactionId, threadId]));
}

/** Undefined too for what this viewer sees nothing of. */
export async function findThread(db: Db, find: { viewer: Viewer; id: string }): Promise<ThreadRow | undefined> {
  const { viewer } = find;
  const { rows } = await sql<ThreadRow>`
    select ${columns(viewer)} from mail_threads t ${joins(viewer)}
    where t.id = ${find.id}::uuid and l.level <> 'nothing'`.execute(db);
  return rows[0];
}

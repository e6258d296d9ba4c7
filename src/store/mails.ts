/** Mails as one reads them: each as far as the viewer may. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { mailLevel, type SharingLevel } from './mail-sharing.ts';
import type { MailLine } from './mail-threads.ts';
import type { Viewer } from './party-rows.ts';

export interface MailRow {
  readonly id: string;
  readonly connectionId: string;
  readonly threadId: string;
  readonly interactionId: string | null;
  readonly messageKey: string;
  readonly sentAt: Date;
  readonly direction: 'in' | 'out';
  /** Null: the firm's mailbox. */
  readonly ownerUserId: string | null;
  readonly level: SharingLevel;
  readonly fromAddress: string;
  readonly fromName: string | null;
  readonly toLines: readonly MailLine[];
  readonly ccLines: readonly MailLine[];
  /** Null too where this viewer may not read it. */
  readonly subject: string | null;
  readonly snippet: string | null;
  readonly hasAttachments: boolean;
  readonly sizeBytes: number;
  readonly isSeen: boolean;
  readonly mailClass: string;
  /** Source keys of what it answers, nearest first; empty where this viewer may not read it. */
  readonly answers: readonly string[];
}

function rowsOf(viewer: Viewer) {
  return sql`select m.id, m.connection_id as "connectionId", m.thread_id as "threadId", i.id as "interactionId",
      m.message_key as "messageKey", m.sent_at as "sentAt", m.direction, c.owner_user_id as "ownerUserId", l.level,
      m.from_address as "fromAddress", m.from_name as "fromName", m.to_lines as "toLines", m.cc_lines as "ccLines",
      case when l.level in ('all', 'subject') then m.subject end as subject,
      case when l.level = 'all' then m.snippet end as snippet, l.level = 'all' and m.has_attachments as "hasAttachments",
      m.size_bytes as "sizeBytes", m.is_seen as "isSeen", m.mail_class as "mailClass",
      case when l.level = 'all' then m.answers else '{}' end as answers
    from mails m join mail_threads t on t.id = m.thread_id join connections c on c.id = m.connection_id
    left join interactions i on i.id = m.interaction_id cross join lateral (select ${mailLevel(viewer)} as level) l
    where c.deleted_at is null and l.level <> 'nothing'`;
}

/** Oldest first, as a conversation is read. */
export async function listMailsOfThread(
  db: Db,
  find: {
    viewer: Viewer;
    threadId: string;
    after: { readonly at: Date; readonly id: string } | null;
    limit: number;
  },
): Promise<MailRow[]> {
  const { after } = find;
  const { rows } = await sql<MailRow>`
    ${rowsOf(find.viewer)} and m.thread_id = ${find.threadId}::uuid
    ${after === null ? sql`` : sql`and (m.sent_at, m.id) > (${after.at}, ${after.id}::uuid)`}
    order by m.sent_at, m.id limit ${find.limit}`.execute(db);
  return rows;
}

export async function findMail(db: Db, find: { viewer: Viewer; id: string }): Promise<MailRow | undefined> {
  const { rows } = await sql<MailRow>`${rowsOf(find.viewer)} and m.id = ${find.id}::uuid`.execute(db);
  return rows[0];
}

/** By the Message-ID it has in that mailbox. */
export async function findMailId(
  db: Db,
  find: { connectionId: string; messageKey: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from mails where connection_id = ${find.connectionId}::uuid and message_key = ${find.messageKey}`.execute(
    db,
  );
  return rows[0]?.id;
}

export interface RawRow {
  /** gzip */
  readonly raw: Buffer;
  /** False: only its beginning was fetched. */
  readonly isWhole: boolean;
}

/** As it was received, for who may read all of it. */
export async function findRaw(db: Db, find: { viewer: Viewer; mailId: string }): Promise<RawRow | undefined> {
  const { rows } = await sql<RawRow>`
    select r.raw, r.is_whole as "isWhole" from mail_raws r join mails m on m.id = r.mail_id
    join mail_threads t on t.id = m.thread_id join connections c on c.id = m.connection_id
    left join interactions i on i.id = m.interaction_id
    where m.id = ${find.mailId}::uuid and c.deleted_at is null and ${mailLevel(find.viewer)} = 'all'`.execute(db);
  return rows[0];
}

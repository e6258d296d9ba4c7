/** How mailboxes send. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

export interface MailSenderRow {
  readonly connectionId: string;
  readonly ownerUserId: string | null;
  readonly createdBy: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly mailboxName: string;
  readonly connectionSealed: string | null;
  readonly visibleTo: readonly string[] | null;
  /** All of these null while it only reads. */
  readonly host: string | null;
  readonly port: number | null;
  readonly security: 'tls' | 'starttls' | 'none' | null;
  readonly userName: string | null;
  readonly sealed: string | null;
  readonly fromName: string | null;
  readonly signature: object | null;
  readonly keepsSent: boolean | null;
  readonly version: number | null;
}

const columns =
  sql.raw(`c.id as "connectionId", c.owner_user_id as "ownerUserId", c.created_by as "createdBy", c.settings,
  c.name as "mailboxName", c.sealed as "connectionSealed",
  case when c.owner_user_id is not null then array[c.owner_user_id] end as "visibleTo",
  s.host, s.port, s.security, s.user_name as "userName", s.sealed, s.from_name as "fromName", s.signature,
  s.keeps_sent as "keepsSent", s.version`);

/** The user's own mailboxes first, then the firm's. */
export async function listMailSenders(db: Db, userId: string): Promise<MailSenderRow[]> {
  const { rows } = await sql<MailSenderRow>`
    select ${columns} from connections c left join mail_senders s on s.connection_id = c.id and s.deleted_at is null
    where c.kind = 'imap' and c.deleted_at is null and (c.owner_user_id is null or c.owner_user_id = ${userId}::uuid)
    order by c.owner_user_id is null, c.created_at, c.id limit 100`.execute(db);
  return rows;
}

export async function findMailSender(
  db: Db,
  find: { connectionId: string; lock?: boolean },
): Promise<MailSenderRow | undefined> {
  const { rows } = await sql<MailSenderRow>`
    select ${columns} from connections c left join mail_senders s on s.connection_id = c.id and s.deleted_at is null
    where c.id = ${find.connectionId}::uuid and c.kind = 'imap' and c.deleted_at is null
    ${find.lock ? sql`for update of c` : sql``}`.execute(db);
  return rows[0];
}

export interface MailSenderWriting {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly userName: string;
  readonly sealed: string | null;
  readonly fromName: string | null;
  readonly signature: object | null;
  readonly keepsSent: boolean;
}

export async function writeMailSender(
  tx: Tx,
  row: Allowed<MailSenderRow>,
  write: MailSenderWriting & { readonly at: Date },
): Promise<void> {
  const signature = write.signature === null ? null : JSON.stringify(write.signature);
  await sql`
    insert into mail_senders (connection_id, host, port, security, user_name, sealed, from_name, signature, keeps_sent,
      created_at)
    values (${row.connectionId}, ${write.host}, ${write.port}, ${write.security}, ${write.userName}, ${write.sealed},
      ${write.fromName}, ${signature}::jsonb, ${write.keepsSent}, ${write.at})
    on conflict (connection_id) do update set host = excluded.host, port = excluded.port, security = excluded.security,
      user_name = excluded.user_name, sealed = excluded.sealed, from_name = excluded.from_name,
      signature = excluded.signature, keeps_sent = excluded.keeps_sent, deleted_at = null, version = mail_senders.version + 1`.execute(
    tx,
  );
}

/** Out of use, or in use again as it was. */
export async function setSenderDeleted(tx: Tx, row: Allowed<MailSenderRow>, deletedAt: Date | null): Promise<void> {
  await sql`
    update mail_senders set deleted_at = ${deletedAt}, version = version + 1
    where connection_id = ${row.connectionId}`.execute(tx);
}

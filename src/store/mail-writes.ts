/** Writing what a mailbox brought, for a whole batch: mails, what they were received as, and where they lie. */
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { MailLine } from './mail-threads.ts';

export interface NewMail {
  readonly id: string;
  readonly connectionId: string;
  readonly threadId: string;
  readonly interactionId: string | null;
  readonly messageKey: string;
  readonly sentAt: Date;
  readonly direction: 'in' | 'out';
  readonly fromAddress: string;
  readonly fromName: string | null;
  readonly toLines: readonly MailLine[];
  readonly ccLines: readonly MailLine[];
  readonly addresses: readonly string[];
  readonly subject: string | null;
  readonly snippet: string | null;
  readonly hasAttachments: boolean;
  readonly sizeBytes: number;
  readonly isSeen: boolean;
  readonly mailClass: string;
  readonly answers: readonly string[];
}

/** One of a key that the mailbox holds already is left as it is. */
export async function insertMails(tx: Tx, mails: readonly NewMail[]): Promise<void> {
  if (mails.length === 0) return;
  await sql`
    insert into mails (id, connection_id, thread_id, interaction_id, message_key, sent_at, direction, from_address,
      from_name, to_lines, cc_lines, addresses, subject, snippet, has_attachments, size_bytes, is_seen, mail_class, answers)
    select id, "connectionId", "threadId", "interactionId", "messageKey", "sentAt", direction, "fromAddress", "fromName",
      "toLines", "ccLines", addresses, subject, snippet, "hasAttachments", "sizeBytes", "isSeen", "mailClass", answers
    from json_to_recordset(${JSON.stringify(mails)}::json) as r(id uuid, "connectionId" uuid, "threadId" uuid,
      "interactionId" uuid, "messageKey" text, "sentAt" timestamptz, direction text, "fromAddress" text, "fromName" text,
      "toLines" jsonb, "ccLines" jsonb, addresses text[], subject text, snippet text, "hasAttachments" boolean,
      "sizeBytes" bigint, "isSeen" boolean, "mailClass" text, answers text[])
    order by "messageKey"
    on conflict (message_key, connection_id) do nothing`.execute(tx);
}

/** `raw`: gzip. */
export async function insertRaws(
  tx: Tx,
  raws: readonly { readonly mailId: string; readonly raw: Buffer; readonly isWhole: boolean }[],
): Promise<void> {
  if (raws.length === 0) return;
  await sql`
    insert into mail_raws (mail_id, raw, is_whole)
    select * from unnest(${raws.map(({ mailId }) => mailId)}::uuid[], ${raws.map(({ raw }) => raw)}::bytea[],
      ${raws.map(({ isWhole }) => isWhole)}::boolean[])
    on conflict (mail_id) do nothing`.execute(tx);
}

export interface KnownMail {
  readonly id: string;
  readonly messageKey: string;
  readonly threadId: string;
  readonly fromAddress: string;
}

export async function listKnownMails(
  tx: Tx,
  find: { connectionId: string; keys: readonly string[] },
): Promise<KnownMail[]> {
  if (find.keys.length === 0) return [];
  const { rows } = await sql<KnownMail>`
    select id, message_key as "messageKey", thread_id as "threadId", from_address as "fromAddress"
    from mails where message_key = any(${[...find.keys]}::text[]) and connection_id = ${find.connectionId}::uuid`.execute(
    tx,
  );
  return rows;
}

export interface AnsweringMail {
  readonly threadId: string;
  readonly fromAddress: string;
  readonly direction: 'in' | 'out';
  readonly answers: readonly string[];
}

/** Mails that came in before what they answer. */
export async function listAnsweringMails(
  tx: Tx,
  find: { connectionId: string; keys: readonly string[] },
): Promise<AnsweringMail[]> {
  if (find.keys.length === 0) return [];
  const { rows } = await sql<AnsweringMail>`
    select m.thread_id as "threadId", m.from_address as "fromAddress", m.direction, m.answers
    from (
      select * from mails where answers && ${[...find.keys]}::text[] and answers <> '{}' offset 0
    ) m where m.connection_id = ${find.connectionId}::uuid`.execute(tx);
  return rows;
}

export interface NewCopy {
  readonly uidValidity: number;
  readonly uid: number;
  readonly mailId: string;
}

interface InPlace {
  readonly connectionId: string;
  readonly place: string;
}

export async function putCopies(tx: Tx, { connectionId, place }: InPlace, copies: readonly NewCopy[]): Promise<void> {
  if (copies.length === 0) return;
  await sql`
    insert into mail_copies (connection_id, place, uid_validity, uid, mail_id)
    select ${connectionId}::uuid, ${place}, "uidValidity", uid, "mailId"
    from json_to_recordset(${JSON.stringify(copies)}::json) as r("uidValidity" bigint, uid bigint, "mailId" uuid)
    on conflict (connection_id, place, uid_validity, uid) do update set mail_id = excluded.mail_id, gone_at = null`.execute(
    tx,
  );
}

/** Copies of this folder beyond those that lie there now; the mails themselves stay. */
export async function markGoneCopies(
  tx: Tx,
  { connectionId, place }: InPlace,
  present: { uidValidity: number; ranges: readonly (readonly [number, number])[]; at: Date },
): Promise<void> {
  const held = `{${present.ranges.map(([from, to]) => `[${from},${to}]`).join(',')}}`;
  await sql`
    update mail_copies set gone_at = ${present.at}
    where connection_id = ${connectionId}::uuid and place = ${place} and gone_at is null
      and (uid_validity <> ${present.uidValidity} or not uid <@ ${held}::int8multirange)`.execute(tx);
}

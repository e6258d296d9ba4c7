/** Mail that colleagues write: drafts, what is on its way, and how that ended. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import type { MailLine } from './mail-threads.ts';

export type OutboxState = 'draft' | 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown';

export interface OutboxRow {
  readonly id: string;
  readonly connectionId: string;
  /** Of the mailbox; null: the firm's. */
  readonly ownerUserId: string | null;
  readonly mailboxAddress: string;
  readonly mailboxDeletedAt: Date | null;
  readonly authorId: string;
  readonly partyId: string | null;
  readonly partyName: string | null;
  readonly answersMailId: string | null;
  /** Null too where it is not in a mailbox of whoever writes. */
  readonly answersThread: { readonly id: string; readonly subject: string | null } | null;
  readonly fromName: string | null;
  readonly answers: readonly string[];
  readonly toLines: readonly MailLine[];
  readonly ccLines: readonly MailLine[];
  readonly bccLines: readonly MailLine[];
  readonly subject: string;
  readonly body: object;
  readonly hasSignature: boolean;
  readonly state: OutboxState;
  readonly sendAt: Date | null;
  readonly laterAt: Date | null;
  readonly messageId: string | null;
  readonly attempts: number;
  readonly lease: string | null;
  readonly leasedAt: Date | null;
  readonly problem: string | null;
  readonly serverWords: string | null;
  readonly refusedLines: readonly { readonly address: string; readonly words: string }[];
  readonly askedForBy: string | null;
  readonly sentAt: Date | null;
  readonly mailId: string | null;
  readonly threadId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
  /** Whoever writes it, alone. */
  readonly visibleTo: readonly string[];
}

const columns = sql.raw(`o.id, o.connection_id as "connectionId", c.owner_user_id as "ownerUserId",
  coalesce(c.settings->>'address', c.name) as "mailboxAddress", c.deleted_at as "mailboxDeletedAt",
  o.author_id as "authorId", o.party_id as "partyId", p.name as "partyName", o.answers_mail_id as "answersMailId",
  (select json_build_object('id', a.thread_id, 'subject', a.subject) from mails a join connections b
    on b.id = a.connection_id where a.id = o.answers_mail_id
    and (b.owner_user_id is null or b.owner_user_id = o.author_id)) as "answersThread", s.from_name as "fromName",
  o.answers, o.to_lines as "toLines", o.cc_lines as "ccLines", o.bcc_lines as "bccLines", o.subject, o.body,
  o.has_signature as "hasSignature", o.state, o.send_at as "sendAt", o.later_at as "laterAt",
  o.message_id as "messageId", o.attempts, o.lease, o.leased_at as "leasedAt", o.problem,
  o.server_words as "serverWords", o.refused_lines as "refusedLines", o.asked_for_by as "askedForBy",
  o.sent_at as "sentAt", o.mail_id as "mailId", (select m.thread_id from mails m where m.id = o.mail_id) as "threadId",
  o.version, o.created_at as "createdAt", o.updated_at as "updatedAt", o.deleted_at as "deletedAt",
  array[o.author_id] as "visibleTo"`);
const from = sql.raw(
  `outbox_mails o join connections c on c.id = o.connection_id left join mail_senders s on s.connection_id = o.connection_id and s.deleted_at is null
  left join parties p on p.id = o.party_id`,
);

export async function findOutboxMail(db: Db, find: { id: string; lock?: boolean }): Promise<OutboxRow | undefined> {
  const { rows } = await sql<OutboxRow>`
    select ${columns} from ${from} where o.id = ${find.id}::uuid ${find.lock ? sql`for update of o` : sql``}`.execute(
    db,
  );
  return rows[0];
}

/** Begun, and nothing written yet. */
const untouched = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] });

/** What was begun to them, or in answer to that, and never written: it is gone on with. */
export async function findBegun(
  db: Db,
  find: { authorId: string; partyId: string | null; answersMailId: string | null },
): Promise<OutboxRow | undefined> {
  const { rows } = await sql<OutboxRow>`
    select ${columns} from ${from}
    where o.author_id = ${find.authorId}::uuid and o.state = 'draft' and o.deleted_at is null
      and o.body = ${untouched}::jsonb and o.version = 1 and o.party_id is not distinct from ${find.partyId}::uuid
      and o.answers_mail_id is not distinct from ${find.answersMailId}::uuid
    order by o.updated_at desc limit 1`.execute(db);
  return rows[0];
}

/** Nobody has seen it with anything on it yet: it begins anew, as the same. */
export async function beginAnew(
  tx: Tx,
  row: Allowed<OutboxRow>,
  write: OutboxWriting & Pick<OutboxRow, 'answers'> & { readonly at: Date },
): Promise<void> {
  await sql`
    update outbox_mails set connection_id = ${write.connectionId}, answers = ${[...write.answers]}::text[],
      to_lines = ${json(write.toLines)}, cc_lines = ${json(write.ccLines)}, bcc_lines = ${json(write.bccLines)},
      subject = ${write.subject}, has_signature = ${write.hasSignature}, updated_at = ${write.at}
    where id = ${row.id}`.execute(tx);
}

interface OutboxPage {
  readonly authorId: string;
  readonly isSent: boolean | null;
  readonly partyId: string | null;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

export async function pageOutbox(db: Db, page: OutboxPage): Promise<OutboxRow[]> {
  const { after, isSent, partyId } = page;
  const { rows } = await sql<OutboxRow>`
    select ${columns} from ${from}
    where o.author_id = ${page.authorId}::uuid and o.deleted_at is null
      and not (o.state = 'draft' and o.version = 1 and o.body = ${untouched}::jsonb)
      ${isSent === null ? sql`` : isSent ? sql`and o.state = 'sent'` : sql`and o.state <> 'sent'`}
      ${partyId === null ? sql`` : sql`and o.party_id = ${partyId}::uuid`}
      ${after === null ? sql`` : sql`and (o.updated_at, o.id) < (${after.at}, ${after.id}::uuid)`}
    order by o.updated_at desc, o.id desc limit ${page.limit}`.execute(db);
  return rows;
}

export type OutboxWriting = Pick<
  OutboxRow,
  'connectionId' | 'toLines' | 'ccLines' | 'bccLines' | 'subject' | 'body' | 'hasSignature'
>;

export async function insertOutboxMail(
  tx: Tx,
  row: OutboxWriting &
    Pick<OutboxRow, 'id' | 'authorId' | 'partyId' | 'answersMailId' | 'answers'> & { readonly at: Date },
): Promise<void> {
  await sql`
    insert into outbox_mails (id, connection_id, author_id, party_id, answers_mail_id, answers, to_lines, cc_lines,
      bcc_lines, subject, body, has_signature, created_at, updated_at)
    values (${row.id}, ${row.connectionId}, ${row.authorId}, ${row.partyId}, ${row.answersMailId},
      ${[...row.answers]}::text[], ${json(row.toLines)}, ${json(row.ccLines)}, ${json(row.bccLines)}, ${row.subject},
      ${json(row.body)}, ${row.hasSignature}, ${row.at}, ${row.at})`.execute(tx);
}

const named = {
  state: 'state',
  sendAt: 'send_at',
  laterAt: 'later_at',
  messageId: 'message_id',
  attempts: 'attempts',
  lease: 'lease',
  leasedAt: 'leased_at',
  problem: 'problem',
  serverWords: 'server_words',
  askedForBy: 'asked_for_by',
  sentAt: 'sent_at',
  mailId: 'mail_id',
  deletedAt: 'deleted_at',
  connectionId: 'connection_id',
  subject: 'subject',
  hasSignature: 'has_signature',
} as const;
const documents = {
  toLines: 'to_lines',
  ccLines: 'cc_lines',
  bccLines: 'bcc_lines',
  body: 'body',
  refusedLines: 'refused_lines',
} as const;
export type OutboxChange = Partial<Pick<OutboxRow, keyof typeof named | keyof typeof documents>>;

/** Only what is given; everything else stays. */
export async function updateOutboxMail(
  tx: Tx,
  row: Allowed<OutboxRow>,
  { at, ...change }: OutboxChange & { readonly at: Date },
): Promise<void> {
  await sql`
    update outbox_mails set ${sql.join(setsOf(change))}, version = version + 1, updated_at = ${at}
    where id = ${row.id}`.execute(tx);
}

function setsOf(change: OutboxChange): RawBuilder<unknown>[] {
  return Object.entries(change).map(([key, value]) => {
    if (key in documents) return sql`${sql.ref(documents[key as keyof typeof documents])} = ${json(value as object)}`;
    return sql`${sql.ref(named[key as keyof typeof named])} = ${value}`;
  });
}

/** Whoever gets it sends it; nobody else does. Answers undefined where there is nothing to send (any more). */
export async function takeForSending(
  tx: Tx,
  take: { id: string; lease: string; messageId: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update outbox_mails set state = 'sending', lease = ${take.lease}::uuid, leased_at = ${take.at},
      message_id = coalesce(message_id, ${take.messageId}), attempts = attempts + 1, version = version + 1,
      updated_at = ${take.at}
    where id = ${take.id}::uuid and state = 'waiting' and deleted_at is null and send_at <= ${take.at}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Still at it. */
export async function keepLease(db: Db, keep: { id: string; lease: string; at: Date }): Promise<void> {
  await sql`
    update outbox_mails set leased_at = ${keep.at}
    where id = ${keep.id}::uuid and lease = ${keep.lease}::uuid and state = 'sending'`.execute(db);
}

export async function listDueMails(
  db: Db,
  ask: { now: Date; limit: number },
): Promise<{ id: string; authorId: string }[]> {
  const { rows } = await sql<{ id: string; authorId: string }>`
    select id, author_id as "authorId" from outbox_mails
    where state = 'waiting' and deleted_at is null and send_at <= ${ask.now}
    order by send_at limit ${ask.limit}`.execute(db);
  return rows;
}

/** Those whose sender was not heard of since: it went out, or it did not. */
export async function listForsaken(
  db: Db,
  ask: { before: Date; limit: number },
): Promise<{ id: string; authorId: string }[]> {
  const { rows } = await sql<{ id: string; authorId: string }>`
    select id, author_id as "authorId" from outbox_mails
    where state = 'sending' and leased_at < ${ask.before} order by leased_at limit ${ask.limit}`.execute(db);
  return rows;
}

function json(value: unknown): RawBuilder<unknown> {
  return sql`${JSON.stringify(value)}::jsonb`;
}

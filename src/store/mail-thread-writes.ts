/** Conversations grow, and two turn out to be one. */
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { SharingLevel } from './mail-sharing.ts';

export interface ThreadState {
  readonly id: string;
  readonly searchText: string;
  readonly sharing: SharingLevel | null;
  /** Everybody in it. */
  readonly addresses: readonly string[];
}

/** Locked: two batches of one mailbox never come at once, but a user may be setting what it shares. */
export async function listThreadStates(tx: Tx, ids: readonly string[]): Promise<ThreadState[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ThreadState>`
    select t.id, t.search_text as "searchText", t.sharing, (
      select array_agg(distinct a) from mails m cross join unnest(m.addresses) as a where m.thread_id = t.id
    ) as addresses
    from mail_threads t where t.id = any(${[...ids]}::uuid[]) order by t.id for no key update of t`.execute(tx);
  return rows.map((row) => ({ ...row, addresses: row.addresses ?? [] }));
}

/** Empty as yet: their mails say the rest. */
export async function insertThreads(
  tx: Tx,
  threads: readonly { readonly id: string; readonly connectionId: string; readonly at: Date }[],
): Promise<void> {
  if (threads.length === 0) return;
  await sql`
    insert into mail_threads (id, connection_id, first_at, last_at, message_count, unread_count)
    select id, "connectionId", at, at, 0, 0
    from json_to_recordset(${JSON.stringify(threads)}::json) as r(id uuid, "connectionId" uuid, at timestamptz)`.execute(
    tx,
  );
}

export interface Merging {
  readonly absorbed: string;
  readonly into: string;
}

export async function mergeThreads(tx: Tx, merges: readonly Merging[]): Promise<void> {
  if (merges.length === 0) return;
  const recordset = JSON.stringify(merges);
  await sql`
    update mails m set thread_id = r.into
    from json_to_recordset(${recordset}::json) as r(absorbed uuid, "into" uuid) where m.thread_id = r.absorbed`.execute(
    tx,
  );
  await sql`delete from mail_threads where id = any(${merges.map(({ absorbed }) => absorbed)}::uuid[])`.execute(tx);
}

/** What a conversation says of itself, from its mails. */
export async function remeasureThreads(
  tx: Tx,
  threads: readonly { readonly id: string; readonly searchText: string; readonly sharing: SharingLevel | null }[],
): Promise<void> {
  if (threads.length === 0) return;
  await sql`
    update mail_threads t set subject = s.subject, search_text = r."searchText", sharing = r.sharing,
      first_at = s.first_at, last_at = s.last_at, message_count = s.messages, unread_count = s.unread
    from json_to_recordset(${JSON.stringify(threads)}::json) as r(id uuid, "searchText" text, sharing text)
    cross join lateral (
      select (array_agg(subject order by sent_at, id))[1] as subject, min(sent_at) as first_at, max(sent_at) as last_at,
        count(*) as messages, count(*) filter (where not is_seen and direction = 'in') as unread
      from mails where thread_id = r.id
    ) s where t.id = r.id and s.messages > 0`.execute(tx);
}

/** Setting what colleagues see of one's mail, and writing it on the records it is about. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import type { SharingLevel } from './mail-sharing.ts';
import type { ThreadRow } from './mail-threads.ts';

export async function setThreadSharing(
  tx: Tx,
  row: Allowed<Pick<ThreadRow, 'id'>>,
  sharing: SharingLevel | null,
): Promise<void> {
  await sql`
    update mail_threads set sharing = ${sharing}, version = version + 1 where id = ${row.id}::uuid`.execute(tx);
}

export async function setMailboxSharing(
  tx: Tx,
  row: Allowed<{ readonly id: string }>,
  sharing: SharingLevel,
): Promise<void> {
  await sql`
    update connections set sharing = ${sharing}, version = version + 1 where id = ${row.id}::uuid`.execute(tx);
}

/** What one's records of a thread, or of a whole mailbox (imported ones too), now give away. Answers those that changed. */
export async function writeSharing(
  tx: Tx,
  of: { readonly connectionId: string; readonly threadId: string | null },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update interactions i set sharing = nullif(now.level, 'when')
    from (
      select x.id, coalesce(t.sharing, c.sharing) as level
      from connections c join interactions x on x.source_number = c.source_number
      left join mails m on m.interaction_id = x.id and m.connection_id = c.id
      left join mail_threads t on t.id = m.thread_id
      where c.id = ${of.connectionId}::uuid and x.owner_user_id is not null
        and (${of.threadId}::uuid is null or t.id = ${of.threadId}::uuid)
    ) now
    where i.id = now.id and i.sharing is distinct from nullif(now.level, 'when')
    returning i.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The mailbox's own level for what comes into its source by another way: an import of it, say. */
export async function findSourceSharing(db: Db, sourceNumber: number): Promise<SharingLevel | null> {
  const { rows } = await sql<{ sharing: SharingLevel }>`
    select sharing from connections where source_number = ${sourceNumber} and kind = 'imap'
    order by deleted_at nulls first, created_at limit 1`.execute(db);
  return rows[0]?.sharing ?? null;
}

/** Its records in the order of their ids, some at a time. */
export async function listIdsOfSource(
  db: Db,
  find: { connectionId: string; after: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id from interactions i join connections c on c.source_number = i.source_number
    where c.id = ${find.connectionId}::uuid and i.id > ${find.after}::uuid
    order by i.id limit ${find.limit}`.execute(db);
  return rows.map(({ id }) => id);
}

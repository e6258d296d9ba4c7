/** Files that go along with a mail: the rows. The bytes lie with those of attached files. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import type { OutboxRow } from './outbox.ts';

export interface OutboxFileRow {
  readonly id: string;
  readonly outboxId: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly storageKey: string;
}

export async function listOutboxFiles(db: Db, outboxIds: readonly string[]): Promise<OutboxFileRow[]> {
  if (outboxIds.length === 0) return [];
  const { rows } = await sql<OutboxFileRow>`
    select id, outbox_id as "outboxId", name, size_bytes::float8 as "sizeBytes", media_type as "mediaType",
      storage_key as "storageKey"
    from outbox_files where outbox_id = any(${[...outboxIds]}::uuid[]) order by outbox_id, created_at, id`.execute(db);
  return rows;
}

export async function insertOutboxFile(
  tx: Tx,
  mail: Allowed<OutboxRow>,
  file: Omit<OutboxFileRow, 'outboxId'> & { readonly sha256: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into outbox_files (id, outbox_id, name, size_bytes, media_type, sha256, storage_key, created_at)
    values (${file.id}, ${mail.id}, ${file.name}, ${file.sizeBytes}, ${file.mediaType}, decode(${file.sha256}, 'hex'),
      ${file.storageKey}, ${file.at})`.execute(tx);
}

export async function deleteOutboxFile(tx: Tx, mail: Allowed<OutboxRow>, fileId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from outbox_files where id = ${fileId}::uuid and outbox_id = ${mail.id}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

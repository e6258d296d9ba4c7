/** Files that hang on something of a relation: the rows. The bytes lie in the data folder under their storage keys. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isTextReadBy } from './mail-sharing.ts';

export type FileNoun = 'party' | 'note' | 'interaction';

export interface FileRow {
  readonly id: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly noun: FileNoun;
  readonly recordId: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly sha256: string;
  readonly storageKey: string;
  readonly uploadedBy: string | null;
  readonly uploaderName: string | null;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

const columns =
  sql.raw(`f.id, f.party_id as "partyId", p.name as "partyName", f.noun, f.record_id as "recordId", f.name,
  f.size_bytes as "sizeBytes", f.media_type as "mediaType", encode(f.sha256, 'hex') as sha256,
  f.storage_key as "storageKey", f.uploaded_by as "uploadedBy", u.name as "uploaderName", f.created_at as "createdAt",
  f.deleted_at as "deletedAt"`);
const from = sql.raw('files f join parties p on p.id = f.party_id left join users u on u.id = f.uploaded_by');

export async function findFile(db: Db, id: string): Promise<FileRow | undefined> {
  const { rows } = await sql<FileRow>`select ${columns} from ${from} where f.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Of a note or contact moment that the reader may see. */
export async function listFilesOf(db: Db, recordIds: readonly string[]): Promise<FileRow[]> {
  if (recordIds.length === 0) return [];
  const { rows } = await sql<FileRow>`
    select ${columns} from ${from}
    where f.record_id = any(${[...recordIds]}::uuid[]) and f.deleted_at is null
    order by f.record_id, f.created_at, f.id`.execute(db);
  return rows;
}

/** A file is read by who may read what it hangs on: a private note by its author, a mail's by its owner until shared. */
export function isFileReadBy(viewer: string | null): RawBuilder<unknown> {
  return sql`f.deleted_at is null and (f.noun = 'party'
    or f.noun = 'note' and exists (select from notes n where n.id = f.record_id and n.deleted_at is null
      and (not n.is_private or n.author_id = ${viewer}::uuid))
    or f.noun = 'interaction' and exists (select from interactions i where i.id = f.record_id
      and ${isTextReadBy(viewer, 'i')}))`;
}

interface FilePage {
  readonly partyId: string;
  readonly viewer: string | null;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

export async function pageFiles(db: Db, { partyId, viewer, after, limit }: FilePage): Promise<FileRow[]> {
  const before = after === null ? sql`` : sql`and (f.created_at, f.id) < (${after.at}, ${after.id}::uuid)`;
  const { rows } = await sql<FileRow>`
    select ${columns} from ${from}
    where f.party_id = ${partyId}::uuid and ${isFileReadBy(viewer)} ${before}
    order by f.created_at desc, f.id desc limit ${limit}`.execute(db);
  return rows;
}

export type NewFile = Pick<
  FileRow,
  'id' | 'partyId' | 'noun' | 'recordId' | 'name' | 'sizeBytes' | 'mediaType' | 'sha256' | 'storageKey' | 'uploadedBy'
> & { readonly at: Date };

export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await sql`
    insert into files (id, party_id, noun, record_id, name, size_bytes, media_type, sha256, storage_key, uploaded_by,
      created_at)
    values (${file.id}, ${file.partyId}, ${file.noun}, ${file.recordId}, ${file.name}, ${file.sizeBytes},
      ${file.mediaType}, decode(${file.sha256}, 'hex'), ${file.storageKey}, ${file.uploadedBy}, ${file.at})`.execute(
    tx,
  );
}

export async function setFileDeleted(tx: Tx, row: Allowed<FileRow>, deletedAt: Date | null): Promise<void> {
  await sql`update files set deleted_at = ${deletedAt} where id = ${row.id}`.execute(tx);
}

/** Gone for good: nobody can bring these back any more. */
export async function deleteFilesBefore(db: Db, before: Date): Promise<void> {
  await sql`delete from files where deleted_at < ${before}`.execute(db);
}

export async function listKnownKeys(db: Db, storageKeys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select storage_key as key from files where storage_key = any(${[...storageKeys]}::text[])
    union all select storage_key from outbox_files where storage_key = any(${[...storageKeys]}::text[])`.execute(db);
  return new Set(rows.map(({ key }) => key));
}

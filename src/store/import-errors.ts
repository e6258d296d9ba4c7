/** Rows and mails that could not be read: what was wrong, where, and the raw bytes to look at. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export interface ImportError {
  readonly position: string;
  readonly problem: string;
  readonly raw: Uint8Array | null;
}

/** Again after a resume is the same row. */
export async function insertImportErrors(tx: Tx, importId: string, errors: readonly ImportError[]): Promise<void> {
  if (errors.length === 0) return;
  await sql`
    insert into import_errors (import_id, position, problem, raw)
    select ${importId}, position, problem, raw from unnest(
      ${errors.map((error) => error.position)}::text[], ${errors.map((error) => error.problem)}::text[],
      ${errors.map((error) => (error.raw === null ? null : Buffer.from(error.raw)))}::bytea[])
      as e(position, problem, raw)
    on conflict do nothing`.execute(tx);
}

/** A page of them, without the bytes. */
export async function listImportErrors(
  db: Db,
  input: { importId: string; after: string; limit: number },
): Promise<{ position: string; problem: string; bytes: number | null }[]> {
  const { rows } = await sql<{ position: string; problem: string; bytes: number | null }>`
    select position, problem, octet_length(raw) as bytes from import_errors
    where import_id = ${input.importId} and position > ${input.after}
    order by position limit ${input.limit}`.execute(db);
  return rows;
}

export async function findImportErrorRaw(
  db: Db,
  input: { importId: string; position: string },
): Promise<Buffer | null | undefined> {
  const { rows } = await sql<{ raw: Buffer | null }>`
    select raw from import_errors where import_id = ${input.importId} and position = ${input.position}`.execute(db);
  return rows[0]?.raw;
}

export async function deleteImportErrors(tx: Tx, importId: string): Promise<void> {
  await sql`delete from import_errors where import_id = ${importId}`.execute(tx);
}

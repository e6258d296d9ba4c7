/** Imports as runs that can be left and found again: where they are, what they counted, what failed. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

export type ImportStatus =
  | 'uploaded'
  | 'previewing'
  | 'previewed'
  | 'waiting'
  | 'running'
  | 'cancelling'
  | 'cancelled'
  | 'failed'
  | 'done'
  | 'undoing'
  | 'undone';

export interface ImportSettings {
  readonly ownAddresses?: readonly string[];
  readonly sourceLabel?: string;
  /** Which heading holds what, as a person said. */
  readonly columns?: Readonly<Record<string, string>>;
}

export interface ImportRow {
  readonly id: string;
  readonly ownerUserId: string;
  readonly connector: string;
  readonly fileName: string;
  readonly path: string;
  readonly status: ImportStatus;
  readonly settings: ImportSettings;
  readonly sourceNumber: number | null;
  readonly preview: unknown;
  readonly cursor: Readonly<Record<string, string | number>> | null;
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly problem: string | null;
  readonly heartbeatAt: Date | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

const columns = sql.raw(`id, user_id as "ownerUserId", connector, file_name as "fileName", path, status, settings,
  source_number as "sourceNumber", preview, cursor, done_bytes as "doneBytes", total_bytes as "totalBytes", counts,
  problem, heartbeat_at as "heartbeatAt", created_at as "createdAt", started_at as "startedAt",
  finished_at as "finishedAt"`);

export async function insertImport(
  db: Db,
  row: Pick<ImportRow, 'id' | 'ownerUserId' | 'connector' | 'fileName' | 'path' | 'totalBytes' | 'createdAt'>,
): Promise<void> {
  await sql`
    insert into imports (id, user_id, connector, file_name, path, status, total_bytes, created_at)
    values (${row.id}, ${row.ownerUserId}, ${row.connector}, ${row.fileName}, ${row.path}, 'uploaded',
      ${row.totalBytes}, ${row.createdAt})`.execute(db);
}

export async function findImport(db: Db, id: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`select ${columns} from imports where id = ${id}`.execute(db);
  return rows[0];
}

/** Held until the transaction ends, so that stopping and storing a batch cannot pass each other. */
export async function lockImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`select ${columns} from imports where id = ${id} for update`.execute(tx);
  return rows[0];
}

export async function listImports(
  db: Db,
  input: { userId: string; before: { createdAt: Date; id: string } | null; limit: number },
): Promise<ImportRow[]> {
  const after =
    input.before === null ? sql`true` : sql`(created_at, id) < (${input.before.createdAt}, ${input.before.id}::uuid)`;
  const { rows } = await sql<ImportRow>`
    select ${columns} from imports where user_id = ${input.userId} and ${after}
    order by created_at desc, id desc limit ${input.limit}`.execute(db);
  return rows;
}

/** The latest of this file that stopped on the way. */
export async function findUnfinishedImport(
  db: Db,
  find: { userId: string; path: string },
): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from imports
    where user_id = ${find.userId} and path = ${find.path} and cursor is not null
      and status in ('waiting', 'running', 'cancelled', 'failed')
    order by created_at desc limit 1`.execute(db);
  return rows[0];
}

export async function hasImports(db: Db, userId: string): Promise<boolean> {
  const { rows } = await sql`select from imports where user_id = ${userId} limit 1`.execute(db);
  return rows.length > 0;
}

/** Running, but nobody gave a sign of life since: the program that ran it is gone. */
export async function listAbandonedImports(
  db: Db,
  silentSince: Date,
): Promise<{ id: string; ownerUserId: string; status: ImportStatus }[]> {
  const { rows } = await sql<{ id: string; ownerUserId: string; status: ImportStatus }>`
    select id, user_id as "ownerUserId", status from imports
    where status in ('previewing', 'waiting', 'running', 'cancelling', 'undoing')
      and coalesce(heartbeat_at, created_at) < ${silentSince}
    order by created_at`.execute(db);
  return rows;
}

export type ImportChange = Partial<
  Pick<
    ImportRow,
    'status' | 'settings' | 'sourceNumber' | 'preview' | 'cursor' | 'doneBytes' | 'counts' | 'problem'
  > & {
    heartbeatAt: Date | null;
    startedAt: Date | null;
    finishedAt: Date | null;
  }
>;

export async function updateImport(db: Db, row: Allowed<ImportRow>, change: ImportChange): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await db
    .updateTable('imports')
    .set({
      ...(change.status !== undefined && { status: change.status }),
      ...(change.settings !== undefined && { settings: json(change.settings) }),
      ...(change.sourceNumber !== undefined && { source_number: change.sourceNumber }),
      ...(change.preview !== undefined && { preview: json(change.preview) }),
      ...(change.cursor !== undefined && { cursor: json(change.cursor) }),
      ...(change.doneBytes !== undefined && { done_bytes: change.doneBytes }),
      ...(change.counts !== undefined && { counts: json(change.counts) }),
      ...(change.problem !== undefined && { problem: change.problem }),
      ...(change.heartbeatAt !== undefined && { heartbeat_at: change.heartbeatAt }),
      ...(change.startedAt !== undefined && { started_at: change.startedAt }),
      ...(change.finishedAt !== undefined && { finished_at: change.finishedAt }),
    })
    .where('id', '=', row.id)
    .execute();
}

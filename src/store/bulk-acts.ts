/** Acts on many relations at once that were asked for: whom they concern and how far they are. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

export interface BulkActRow {
  readonly id: string;
  readonly userId: string;
  readonly act: unknown;
  readonly batchId: string;
  readonly status: 'waiting' | 'running' | 'done' | 'failed';
  readonly total: number;
  readonly seen: number;
  readonly changed: number;
  /** One of its lines in the history, to undo all of it with. */
  readonly changeId: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const columns = sql.raw(`b.id, b.user_id as "userId", b.act, b.batch_id as "batchId", b.status,
  cardinality(b.party_ids) as total, b.seen, b.changed, b.created_at as "createdAt", b.finished_at as "finishedAt",
  (select c.id from changes c where c.batch_id = b.batch_id limit 1) as "changeId"`);

export async function insertBulkAct(
  tx: Tx,
  row: Pick<BulkActRow, 'id' | 'userId' | 'act' | 'batchId' | 'createdAt'> & { partyIds: readonly string[] },
): Promise<void> {
  await sql`
    insert into bulk_acts (id, user_id, act, party_ids, batch_id, status, created_at)
    values (${row.id}, ${row.userId}, ${JSON.stringify(row.act)}::jsonb, ${[...row.partyIds]}::uuid[], ${row.batchId},
      'waiting', ${row.createdAt})`.execute(tx);
}

export async function findBulkAct(
  db: Db,
  id: string,
  options: { lock?: boolean } = {},
): Promise<BulkActRow | undefined> {
  const { rows } = await sql<BulkActRow>`
    select ${columns} from bulk_acts b where b.id = ${id}::uuid ${options.lock ? sql`for update` : sql``}`.execute(db);
  return rows[0];
}

const mostListed = 20;

export async function listBulkActs(db: Db, userId: string): Promise<BulkActRow[]> {
  const { rows } = await sql<BulkActRow>`
    select ${columns} from bulk_acts b where b.user_id = ${userId}::uuid
    order by b.created_at desc, b.id desc limit ${mostListed}`.execute(db);
  return rows;
}

/** Those whose turn it is. */
export async function listBulkParties(tx: Tx, row: BulkActRow, most: number): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`
    select party_ids[${row.seen + 1}::int:${row.seen + most}::int] as ids from bulk_acts where id = ${row.id}`.execute(
    tx,
  );
  return rows[0]?.ids ?? [];
}

export async function writeBulkProgress(
  tx: Tx,
  row: Allowed<BulkActRow>,
  step: { seen: number; changed: number; status: BulkActRow['status']; at: Date },
): Promise<void> {
  await sql`
    update bulk_acts set seen = seen + ${step.seen}, changed = changed + ${step.changed}, status = ${step.status},
      finished_at = case when ${step.status} in ('done', 'failed') then ${step.at}::timestamptz end
    where id = ${row.id}`.execute(tx);
}

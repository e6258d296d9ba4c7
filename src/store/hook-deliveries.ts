/** Messages as they came in at hooks, and what became of each. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import { isVisibleTo } from './party-rows.ts';

export interface DeliveryRow {
  readonly id: string;
  readonly hookId: string;
  readonly at: Date;
  readonly contentType: string;
  readonly outcome: 'waiting' | 'kept' | 'same' | 'skipped' | 'failed';
  readonly problem: string | null;
  readonly problemField: string | null;
  readonly problemText: string | null;
  readonly interactionId: string | null;
}

export interface RawDelivery extends DeliveryRow {
  readonly raw: Buffer;
}

const columns = sql.raw(`d.id, d.hook_id as "hookId", d.at, d.content_type as "contentType", d.outcome, d.problem,
  d.problem_field as "problemField", d.problem_text as "problemText", d.interaction_id as "interactionId"`);

/** False: the very same message lies here already. */
export async function insertDelivery(
  tx: Tx,
  row: Pick<RawDelivery, 'id' | 'hookId' | 'at' | 'contentType' | 'raw'> & {
    readonly headers: Readonly<Record<string, string>>;
    readonly bodyHash: Buffer;
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into hook_deliveries (id, hook_id, at, content_type, headers, raw, outcome, body_hash)
    values (${row.id}, ${row.hookId}, ${row.at}, ${row.contentType}, ${JSON.stringify(row.headers)}::jsonb, ${row.raw},
      'waiting', ${row.bodyHash})
    on conflict (hook_id, body_hash) do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** The oldest that wait, of hooks that are not paused; another worker's are left to it. */
export async function takeWaiting(tx: Tx, limit: number): Promise<RawDelivery[]> {
  const { rows } = await sql<RawDelivery>`
    select ${columns}, d.raw from hook_deliveries d
    join hooks h on h.id = d.hook_id and not h.is_paused and h.deleted_at is null
    where d.outcome = 'waiting' order by d.at, d.id limit ${limit} for update of d skip locked`.execute(tx);
  return rows;
}

export type Outcome = Pick<
  DeliveryRow,
  'id' | 'outcome' | 'problem' | 'problemField' | 'problemText' | 'interactionId'
>;

export async function setOutcomes(tx: Tx, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await sql`
    update hook_deliveries d set outcome = r.outcome, problem = r.problem, problem_field = r."problemField",
      problem_text = r."problemText", interaction_id = r."interactionId"
    from json_to_recordset(${JSON.stringify(outcomes)}::json) as r(id uuid, outcome text, problem text,
      "problemField" text, "problemText" text, "interactionId" uuid)
    where d.id = r.id`.execute(tx);
}

/** Those that failed wait once more; answers how many. */
export async function waitAgain(tx: Tx, hookId: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update hook_deliveries set outcome = 'waiting', problem = null, problem_field = null, problem_text = null
    where hook_id = ${hookId}::uuid and outcome = 'failed'`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

export async function countOutcomes(db: Db, hookIds: readonly string[]): Promise<Map<string, Record<string, number>>> {
  if (hookIds.length === 0) return new Map();
  const { rows } = await sql<{ hookId: string; counts: Record<string, number> }>`
    select hook_id as "hookId", json_object_agg(outcome, n) as counts from (
      select hook_id, outcome, count(*)::int as n from hook_deliveries
      where hook_id = any(${[...hookIds]}::uuid[]) group by hook_id, outcome) c
    group by hook_id`.execute(db);
  return new Map(rows.map(({ hookId, counts }) => [hookId, counts]));
}

export interface ListedDelivery extends DeliveryRow {
  readonly partyId: string | null;
  readonly partyName: string | null;
}

export async function listDeliveryRows(
  db: Db,
  find: {
    hookId: string;
    outcome: string | null;
    viewer: string | null;
    after: { at: Date; id: string } | null;
    limit: number;
  },
): Promise<ListedDelivery[]> {
  const { after, outcome } = find;
  const { rows } = await sql<ListedDelivery>`
    select ${columns}, p.id as "partyId", p.name as "partyName" from (
      select * from hook_deliveries
      where hook_id = ${find.hookId}::uuid ${outcome === null ? sql`` : sql`and outcome = ${outcome}`}
        ${after === null ? sql`` : sql`and (at, id) < (${after.at}, ${after.id}::uuid)`}
      order by at desc, id desc limit ${find.limit}) d
    left join interactions i on i.id = d.interaction_id
    left join lateral (
      select q.id, q.name from parties q
      where q.id in (i.from_party, i.to_parties[1]) and not q.is_own and q.deleted_at is null
        and ${isVisibleTo(find.viewer, 'q')} limit 1) p on true
    order by d.at desc, d.id desc`.execute(db);
  return rows;
}

export async function findDelivery(db: Db, find: { hookId: string; id: string }): Promise<RawDelivery | undefined> {
  const { rows } = await sql<RawDelivery>`
    select ${columns}, d.raw from hook_deliveries d
    where d.id = ${find.id}::uuid and d.hook_id = ${find.hookId}::uuid`.execute(db);
  return rows[0];
}

export async function listNewestRaw(db: Db, find: { hookId: string; limit: number }): Promise<RawDelivery[]> {
  const { rows } = await sql<RawDelivery>`
    select ${columns}, d.raw from hook_deliveries d where d.hook_id = ${find.hookId}::uuid
    order by d.at desc, d.id desc limit ${find.limit}`.execute(db);
  return rows;
}

/** What has served its time; what could not be read is kept longer, for who mends the mapping. */
export async function deleteOldDeliveries(db: Db, before: { read: Date; failed: Date }): Promise<void> {
  await sql`
    delete from hook_deliveries
    where at < ${before.read} and outcome <> 'waiting' and (outcome <> 'failed' or at < ${before.failed})`.execute(db);
}

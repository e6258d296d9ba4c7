/** Tasks. One of a relation that a reader may not see is not there for that reader either. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface TaskRepeat {
  readonly every: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly from: 'due' | 'done';
}

/** What is written of a task. */
export interface TaskWriting {
  readonly title: string;
  readonly note: string | null;
  readonly partyId: string | null;
  readonly assigneeId: string;
  readonly dueOn: string | null;
  readonly dueTime: string | null;
  readonly snoozedUntil: Date | null;
  readonly repeat: TaskRepeat | null;
  readonly repeatDay: number | null;
  readonly sortAt: Date;
  readonly remindAt: Date | null;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
}

export interface TaskRow extends TaskWriting {
  readonly id: string;
  readonly partyName: string | null;
  readonly assigneeName: string;
  readonly createdBy: string | null;
  readonly createdByName: string | null;
  readonly doneByName: string | null;
  readonly follows: string | null;
  /** Set where the relation is private: who may see it. */
  readonly visibleTo: readonly string[] | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

const columns = sql.raw(`k.id, k.title, k.note, k.party_id as "partyId", p.name as "partyName",
  k.assignee_id as "assigneeId", who.name as "assigneeName", k.created_by as "createdBy", maker.name as "createdByName",
  k.due_on as "dueOn", k.due_time as "dueTime", k.snoozed_until as "snoozedUntil", k.repeat, k.repeat_day as "repeatDay",
  k.follows, k.sort_at as "sortAt", k.remind_at as "remindAt", k.done_at as "doneAt", k.done_by as "doneBy",
  doer.name as "doneByName", k.version, k.created_at as "createdAt", k.deleted_at as "deletedAt"`);
const from = sql.raw(`tasks k left join parties p on p.id = k.party_id join users who on who.id = k.assignee_id
  left join users maker on maker.id = k.created_by left join users doer on doer.id = k.done_by`);

export async function insertTask(
  tx: Tx,
  row: TaskWriting & { id: string; createdBy: string | null; follows: string | null; createdAt: Date },
): Promise<void> {
  await sql`
    insert into tasks (id, title, note, party_id, assignee_id, created_by, due_on, due_time, snoozed_until, repeat,
      repeat_day, follows, sort_at, remind_at, done_at, done_by, created_at, updated_at)
    values (${row.id}, ${row.title}, ${row.note}, ${row.partyId}, ${row.assigneeId}, ${row.createdBy}, ${row.dueOn},
      ${row.dueTime}, ${row.snoozedUntil}, ${writeRepeat(row.repeat)}, ${row.repeatDay}, ${row.follows}, ${row.sortAt},
      ${row.remindAt}, ${row.doneAt}, ${row.doneBy}, ${row.createdAt}, ${row.createdAt})`.execute(tx);
}

function writeRepeat(repeat: TaskRepeat | null): RawBuilder<unknown> {
  return repeat === null ? sql`null` : sql`${JSON.stringify(repeat)}::jsonb`;
}

export async function findTask(db: Db, id: string, options: { lock?: boolean } = {}): Promise<TaskRow | undefined> {
  const { rows } = await sql<TaskRow>`
    select ${columns}, case when p.visibility = 'private' then
      coalesce((select array_agg(v.user_id) from private_parties v where v.party_id = p.id), '{}') end as "visibleTo"
    from ${from} where k.id = ${id}::uuid ${options.lock ? sql`for no key update of k` : sql``}`.execute(db);
  return rows[0];
}

export async function updateTask(
  tx: Tx,
  row: Allowed<TaskRow>,
  write: { fields: TaskWriting; at: Date },
): Promise<void> {
  const { fields, at } = write;
  await sql`
    update tasks set title = ${fields.title}, note = ${fields.note}, party_id = ${fields.partyId},
      assignee_id = ${fields.assigneeId}, due_on = ${fields.dueOn}, due_time = ${fields.dueTime},
      snoozed_until = ${fields.snoozedUntil}, repeat = ${writeRepeat(fields.repeat)}, repeat_day = ${fields.repeatDay},
      sort_at = ${fields.sortAt}, remind_at = ${fields.remindAt}, done_at = ${fields.doneAt}, done_by = ${fields.doneBy},
      version = version + 1, updated_at = ${at}
    where id = ${row.id}`.execute(tx);
}

/** Into the bin, or out of it. */
export async function setTaskDeleted(
  tx: Tx,
  row: Allowed<TaskRow>,
  change: { deletedAt: Date | null; at: Date },
): Promise<void> {
  await sql`
    update tasks set deleted_at = ${change.deletedAt}, version = version + 1, updated_at = ${change.at}
    where id = ${row.id}`.execute(tx);
}

/** The one that was made when this one was done, while nobody has touched it. */
export async function findUntouchedNext(tx: Tx, taskId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from tasks
    where follows = ${taskId} and version = 1 and done_at is null and deleted_at is null for update`.execute(tx);
  return rows[0]?.id;
}

export interface TaskPage {
  readonly viewer: Viewer;
  readonly isDone: boolean;
  readonly assigneeId: string | null;
  readonly partyId: string | null;
  /** Only what stands before this moment. */
  readonly before: Date | null;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/** Open ones as they come up; done ones latest first. A task of a relation in the bin waits there with it. */
export async function listTaskRows(db: Db, page: TaskPage): Promise<TaskRow[]> {
  const { assigneeId, partyId, before, after } = page;
  const at = sql.raw(page.isDone ? 'k.done_at' : 'k.sort_at');
  const conditions = [
    sql`k.deleted_at is null`,
    page.isDone ? sql`k.done_at is not null` : sql`k.done_at is null`,
    sql`(k.party_id is null or (p.deleted_at is null and ${isVisibleTo(page.viewer, 'p')}))`,
    ...(assigneeId ? [sql`k.assignee_id = ${assigneeId}::uuid`] : []),
    ...(partyId ? [sql`k.party_id = ${partyId}::uuid`] : []),
    ...(before ? [sql`k.sort_at < ${before}`] : []),
    ...(after ? [sql`(${at}, k.id) ${sql.raw(page.isDone ? '<' : '>')} (${after.at}, ${after.id}::uuid)`] : []),
  ];
  const way = sql.raw(page.isDone ? 'desc' : 'asc');
  const { rows } = await sql<TaskRow>`
    select ${columns} from ${from} where ${sql.join(conditions, sql` and `)}
    order by ${at} ${way}, k.id ${way} limit ${page.limit}`.execute(db);
  return rows;
}

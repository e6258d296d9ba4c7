/** What comes due: whom to tell of it, once. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Only what came due lately: what was missed for days is on the lists anyhow. */
interface DueSpan {
  readonly after: Date;
  readonly until: Date;
  readonly limit: number;
}

export interface DueTask {
  readonly taskId: string;
  readonly userId: string;
  readonly partyId: string | null;
  readonly remindAt: Date;
}

export async function listDueTasks(db: Db, span: DueSpan): Promise<DueTask[]> {
  const { rows } = await sql<DueTask>`
    select k.id as "taskId", k.assignee_id as "userId", k.party_id as "partyId", k.remind_at as "remindAt"
    from tasks k join users u on u.id = k.assignee_id and u.removed_at is null
    where k.done_at is null and k.deleted_at is null and k.remind_at > ${span.after} and k.remind_at <= ${span.until}
      and not exists (
        select from notifications n where n.user_id = k.assignee_id and n.noun = 'task' and n.record_id = k.id
          and n.kind = 'task-due' and n.at >= k.remind_at)
    order by k.remind_at limit ${span.limit}`.execute(db);
  return rows;
}

export interface DuePromise {
  readonly promiseId: string;
  readonly userId: string;
  readonly partyId: string;
  readonly dueAt: Date;
}

/** Ours from the morning of the day; theirs once that moment is over. */
export async function listDuePromises(db: Db, span: DueSpan & { readonly endOfDay: Date }): Promise<DuePromise[]> {
  const { rows } = await sql<DuePromise>`
    select d.id as "promiseId", u.id as "userId", p.id as "partyId", d.due_at as "dueAt"
    from promises d join ties t on t.id = d.tie_id join parties a on a.id = t.party_a join parties b on b.id = t.party_b
    join parties p on p.id = case when a.is_own then b.id else a.id end
    join users u on u.party_id = case when a.is_own then a.id else b.id end and u.removed_at is null
    where d.settled_at is null and d.kind = 'promise' and a.is_own <> b.is_own and p.deleted_at is null
      and (d.private_to is null or d.private_to = u.id)
      and d.due_at > ${span.after} and d.due_at <= ${span.endOfDay}
      and (d.due_at <= ${span.until} or (d.owed_by = 0) = a.is_own)
      and not exists (
        select from notifications n where n.user_id = u.id and n.noun = 'promise' and n.record_id = d.id)
    order by d.due_at limit ${span.limit}`.execute(db);
  return rows;
}

/** The moments that the days and times of open tasks stand for; a time zone decides. */
import { sql } from 'kysely';
import type { Tx } from './database.ts';

interface DueMoment {
  readonly dueOn: string;
  readonly dueTime: string | null;
}

export async function listDueMoments(tx: Tx): Promise<DueMoment[]> {
  const { rows } = await sql<DueMoment>`
    select distinct due_on::text as "dueOn", due_time as "dueTime" from tasks
    where done_at is null and due_on is not null and snoozed_until is null`.execute(tx);
  return rows;
}

/** A task that was put away comes back when it was said to: that is a moment already. */
export async function setDueMoments(
  tx: Tx,
  moments: readonly (DueMoment & { readonly sortAt: Date; readonly remindAt: Date | null })[],
): Promise<void> {
  await sql`
    update tasks k set sort_at = m."sortAt", remind_at = m."remindAt"
    from json_to_recordset(${JSON.stringify(moments)}::json)
      as m("dueOn" date, "dueTime" text, "sortAt" timestamptz, "remindAt" timestamptz)
    where k.done_at is null and k.snoozed_until is null and k.due_on = m."dueOn"
      and k.due_time is not distinct from m."dueTime"`.execute(tx);
}

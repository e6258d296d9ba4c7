/** Complaints that wait: an expectation from the complaint on, until the complainer was told what was done, or it was closed. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import { isTextReadBy } from './mail-sharing.ts';

/** Ties among these in which a complaint waits or waited. */
export async function listTiesWithComplaints(db: Db, tieIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct tie_id as id from promises where tie_id = any(${[...tieIds]}::uuid[]) and kind = 'complaint'`.execute(
    db,
  );
  return rows.map((row) => row.id);
}

/**
 * Derives the complaints of these ties anew from what is in them, so that the order in which complaint and answer came in
 * makes no difference. What only a private mailbox says is no one's expectation. The caller holds the locks of the ties.
 */
export async function rederiveComplaints(
  tx: Tx,
  input: { tieIds: readonly string[]; dueAfterDays: number; at: Date },
): Promise<void> {
  if (input.tieIds.length === 0) return;
  const tieIds = [...input.tieIds];
  await sql`
    with said as materialized (
      select t.id as tie_id, i.id, i.kind, i.happened_at, coalesce(i.subject, '') as subject,
        i.from_party = t.party_a as by_a
      from ties t
      join (
        select tie_id, interaction_id from tie_events where tie_id = any(${tieIds}::uuid[])
        union select tie_id, id from faults where tie_id = any(${tieIds}::uuid[])
      ) e on e.tie_id = t.id
      join interactions i on i.id = e.interaction_id
      where i.kind in ('complaint', 'complaint-told', 'complaint-closed')
        and ${isTextReadBy(null, 'i')}
    ), complaint as (
      select c.tie_id, c.id, c.subject, c.happened_at, (case when c.by_a then 1 else 0 end)::smallint as owed_by,
        c.happened_at + make_interval(days => ${input.dueAfterDays}::int) as due_at,
        (select min(a.happened_at) from said a where a.tie_id = c.tie_id and a.kind <> 'complaint'
          and a.by_a <> c.by_a and a.happened_at >= c.happened_at) as settled_at
      from said c where c.kind = 'complaint'
    ), gone as (
      delete from promises p where p.tie_id = any(${tieIds}::uuid[]) and p.kind = 'complaint'
        and not exists (select from complaint c where c.tie_id = p.tie_id and c.id = p.id)
    )
    insert into promises (tie_id, id, kind, owed_by, text, due_at, settled_at, outcome, interaction_id, created_at)
    select tie_id, id, 'complaint', owed_by, subject, due_at, settled_at,
      case when settled_at <= due_at then 'kept' when settled_at is not null then 'late' end, id, ${input.at}
    from complaint order by tie_id, id
    on conflict (tie_id, id) do update set owed_by = excluded.owed_by, text = excluded.text, due_at = excluded.due_at,
      settled_at = excluded.settled_at, outcome = excluded.outcome`.execute(tx);
}

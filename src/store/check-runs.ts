/** What the checks found, and what they look at. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import { isTextReadBy } from './mail-sharing.ts';

export interface CheckRunRow {
  readonly id: string;
  readonly at: Date;
  readonly outcome: unknown;
}

export async function insertCheckRun(tx: Tx, row: CheckRunRow): Promise<void> {
  await sql`
    insert into check_runs (id, at, outcome)
    values (${row.id}, ${row.at}, ${JSON.stringify(row.outcome)}::jsonb)`.execute(tx);
}

export async function listCheckRuns(db: Db, { limit }: { limit: number }): Promise<CheckRunRow[]> {
  const { rows } = await sql<CheckRunRow>`
    select id, at, outcome from check_runs order by at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** The latest so many are kept. */
export async function forgetCheckRuns(tx: Tx, { keep }: { keep: number }): Promise<void> {
  await sql`
    delete from check_runs where id in (select id from check_runs order by at desc, id desc offset ${keep})`.execute(
    tx,
  );
}

/** Ties that may be looked at: no colleagues among themselves, nobody private, nobody ignored or gone for good. */
const mayBeChecked = sql.raw(`from ties t join parties a on a.id = t.party_a join parties b on b.id = t.party_b
  where not (a.is_own and b.is_own) and a.visibility = 'firm' and b.visibility = 'firm'
    and a.deleted_at is null and b.deleted_at is null
    and not (a.roles || b.roles) && '{private,ignore}'::text[]`);

export async function countCheckableTies(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count ${mayBeChecked}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** In the order of ids; every so many-th by the random end of its id, the same ones each night. */
export async function listCheckableTies(
  db: Db,
  find: { after: string; most: number; oneIn: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id ${mayBeChecked} and t.id > ${find.after}::uuid
      and ('x' || right(t.id::text, 6))::bit(24)::int % ${find.oneIn}::int = 0
    order by t.id limit ${find.most}`.execute(db);
  return rows.map((row) => row.id);
}

export interface SettledComplaint {
  readonly isTold: boolean;
  readonly stayed: boolean;
}

/**
 * Complaints of others that were settled long enough ago, by what settled them first, and whether the complainer, or
 * anybody where they work, turned to us again between then and the end of the span.
 */
export async function listSettledComplaints(
  db: Db,
  find: { settledBefore: Date; stayDays: number },
): Promise<SettledComplaint[]> {
  const { rows } = await sql<SettledComplaint>`
    with complaint as (
      select c.id, c.from_party as who, settled.kind, settled.at from interactions c
      join parties p on p.id = c.from_party and not p.is_own and p.visibility = 'firm' and p.deleted_at is null
      cross join lateral (
        select s.kind, s.happened_at as at from interactions s join parties o on o.id = s.from_party and o.is_own
        where s.kind in ('complaint-told', 'complaint-closed') and s.to_parties @> array[c.from_party]
          and s.happened_at >= c.happened_at
        order by s.happened_at, s.id limit 1) settled
      where c.kind = 'complaint' and settled.at < ${find.settledBefore} and ${isTextReadBy(null, 'c')}
      order by c.id limit 5000
    )
    select kind = 'complaint-told' as "isTold", exists (
      select from interactions i
      where i.from_party in (
          select complaint.who union all
          select mate.from_party from relations job join relation_types k on k.id = job.type_id and k.key = 'works-at'
          join relations mate on mate.to_party = job.to_party and mate.type_id = job.type_id
          where job.from_party = complaint.who)
        and i.kind <> 'complaint' and i.happened_at > complaint.at + interval '7 days'
        and i.happened_at <= complaint.at + make_interval(days => ${find.stayDays}::int)) as stayed
    from complaint`.execute(db);
  return rows;
}

/** When anything last happened in the log. */
export async function findLatestHappening(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select max(happened_at) as at from interactions`.execute(db);
  return rows[0]?.at ?? null;
}

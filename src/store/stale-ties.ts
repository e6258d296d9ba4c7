/** Ties whose figures are behind. Marking always writes the row, so a refresh that runs meanwhile cannot swallow it. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export async function markTiesStale(tx: Tx, mark: { tieIds: readonly string[]; at: Date }): Promise<void> {
  if (mark.tieIds.length === 0) return;
  await sql`
    insert into stale_ties (tie_id, at)
    select id, ${mark.at} from unnest(${[...mark.tieIds]}::uuid[]) as id order by id
    on conflict (tie_id) do update set at = excluded.at`.execute(tx);
}

export async function markAllTiesStale(tx: Tx, at: Date): Promise<void> {
  await sql`
    insert into stale_ties (tie_id, at) select id, ${at} from ties order by id
    on conflict (tie_id) do update set at = excluded.at`.execute(tx);
}

/** Takes ties to refresh: marked ones first, then those that time made due. Locked ones are left to who has them. */
export async function takeStaleTies(tx: Tx, take: { most: number; now: Date }): Promise<string[]> {
  const marked = await sql<{ tie_id: string }>`
    delete from stale_ties where tie_id in (
      select tie_id from stale_ties order by at, tie_id limit ${take.most} for update skip locked
    ) returning tie_id`.execute(tx);
  if (marked.rows.length > 0) return marked.rows.map((row) => row.tie_id);
  const due = await sql<{ tie_id: string }>`
    select tie_id from tie_figures where due_at <= ${take.now} order by due_at limit ${take.most}
    for update skip locked`.execute(tx);
  return due.rows.map((row) => row.tie_id);
}

/**
 * Takes what else is behind in the relations of these ties: of the parties outside the firm at their ends, of where those
 * work and of who else works there. A party's figures need all of its ties, so together each is read and written once. `offset 0`: as in listStrands.
 */
export async function takeStaleKin(
  tx: Tx,
  take: { tieIds: readonly string[]; most: number; now: Date },
): Promise<string[]> {
  if (take.tieIds.length === 0) return [];
  const tieIds = [...take.tieIds];
  const { rows } = await sql<{ tie_id: string }>`
    with ends as materialized (
      select p.id from ties t join parties p on p.id in (t.party_a, t.party_b)
      where t.id = any(${tieIds}::uuid[]) and not p.is_own
    ), houses as materialized (
      select id from ends union
      select r.to_party from ends join relations r on r.from_party = ends.id
      join relation_types k on k.id = r.type_id and k.key = 'works-at'
    ), members as materialized (
      select id from houses union
      select r.from_party from houses join relations r on r.to_party = houses.id
      join relation_types k on k.id = r.type_id and k.key = 'works-at'
    ), kin as materialized (
      select t.id from members m cross join lateral (select id from ties where party_a = m.id offset 0) t
      union select t.id from members m cross join lateral (select id from ties where party_b = m.id offset 0) t
    ), marked as (
      delete from stale_ties where tie_id in (
        select tie_id from stale_ties where tie_id = any(array(select id from kin)) order by tie_id limit ${take.most}
        for update skip locked
      ) returning tie_id
    ), due as (
      select tie_id from tie_figures where tie_id = any(array(select id from kin)) and due_at <= ${take.now}
      order by tie_id limit ${take.most} for update skip locked
    )
    select tie_id from marked union select tie_id from due`.execute(tx);
  return rows.map((row) => row.tie_id);
}

export async function unmarkTies(tx: Tx, tieIds: readonly string[]): Promise<void> {
  await sql`delete from stale_ties where tie_id = any(${[...tieIds]}::uuid[])`.execute(tx);
}

export async function listTieIdsOfParties(db: Db, partyIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ties where party_a = any(${[...partyIds]}::uuid[]) or party_b = any(${[...partyIds]}::uuid[])
    order by id`.execute(db);
  return rows.map((row) => row.id);
}

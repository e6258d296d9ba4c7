/** Taking an import out again: its interactions in steps, then the parties that have nothing else. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export async function listInteractionsOfImport(db: Db, importId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from interactions where import_id = ${importId} order by id limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}

/** Parties made by this import to which nobody and nothing else has attached anything since. Answers how many went. */
export async function deleteLonelyParties(tx: Tx, importId: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select p.id from parties p
    where p.import_id = ${importId} and not p.is_own and p.version = 1
      and not exists (select from interactions i where i.from_party = p.id)
      and not exists (
        select from ties t join tie_events e on e.tie_id = t.id where t.party_a = p.id
        union all
        select from ties t join tie_events e on e.tie_id = t.id where t.party_b = p.id)
      and not exists (select from interactions i where i.to_parties @> array[p.id])
      and not exists (
        select from relations r join parties o on o.id = case when r.from_party = p.id then r.to_party else r.from_party end
        where (r.from_party = p.id or r.to_party = p.id)
          and (r.source = 'hand' or o.import_id is distinct from ${importId} and not o.is_own and p.kind = 'organisation'))
    order by p.id`.execute(tx);
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return 0;
  await sql`
    with gone as (
      delete from ties where party_a = any(${ids}::uuid[]) or party_b = any(${ids}::uuid[]) returning id
    ), figures as (
      delete from tie_figures where tie_id in (select id from gone)
    ), history as (
      delete from tie_history where tie_id in (select id from gone)
    ), states as (
      delete from tie_states where tie_id in (select id from gone)
    )
    delete from stale_ties where tie_id in (select id from gone)`.execute(tx);
  await sql`delete from parties where id = any(${ids}::uuid[])`.execute(tx);
  return ids.length;
}

import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

/** Everything these parties were in the log becomes another's: their addresses, and what they wrote and received. */
export async function moveIdentities(
  tx: Tx,
  move: { fromParties: readonly string[]; toParty: string; at: Date },
): Promise<void> {
  const from = sql`${[...move.fromParties]}::uuid[]`;
  await sql`update identities set party_id = ${move.toParty} where party_id = any(${from})`.execute(tx);
  await sql`
    update interactions set
      from_party = case when from_party = any(${from}) then ${move.toParty}::uuid else from_party end,
      to_parties = (
        select array_agg(distinct case when p = any(${from}) then ${move.toParty}::uuid else p end)
        from unnest(to_parties) as p),
      answered_from = case when answered_from = any(${from}) then ${move.toParty}::uuid else answered_from end
    where from_party = any(${from}) or to_parties && ${from}`.execute(tx);
  await sql`
    update parties set deleted_at = ${move.at}, updated_at = ${move.at}, version = version + 1
    where id = any(${from})`.execute(tx);
}

/** Mail addresses of this colleague, or of the own organisation when nobody is named. */
export async function listOwnAddresses(db: Db, userId: string | null): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select i.value from identities i
    where i.kind = 'mail' and i.party_id = (
      ${userId === null ? sql`select party_id from firm limit 1` : sql`select party_id from users where id = ${userId}::uuid`})
    order by i.is_primary desc, i.created_at, i.id limit 200`.execute(db);
  return rows.map(({ value }) => value);
}

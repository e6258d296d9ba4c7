import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

/** A party turns out to be one of us: no longer a relation, no longer anybody's private affair. */
export async function adoptParty(tx: Tx, input: { partyId: string; name: string; at: Date }): Promise<void> {
  await sql`
    update parties set is_own = true, roles = '{colleague}', visibility = 'firm', triaged_at = ${input.at},
      deleted_at = null, version = version + 1, updated_at = ${input.at}
    where id = ${input.partyId}`.execute(tx);
  await sql`delete from private_parties where party_id = ${input.partyId}`.execute(tx);
  await sql`delete from party_figures where party_id = ${input.partyId}`.execute(tx);
}

/** Is there anybody yet beside ourselves? */
export async function hasRelations(db: Db): Promise<boolean> {
  const { rows } = await sql`select from parties where not is_own and deleted_at is null limit 1`.execute(db);
  return rows.length > 0;
}

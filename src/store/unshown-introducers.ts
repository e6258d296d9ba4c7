/** Who would rather not be named as somebody through whom others can be reached. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

export async function isUnshownIntroducer(db: Db, partyId: string): Promise<boolean> {
  const { rows } = await sql`select from unshown_introducers where party_id = ${partyId}::uuid`.execute(db);
  return rows.length > 0;
}

export async function insertUnshownIntroducer(
  tx: Tx,
  party: Allowed<{ readonly id: string }>,
  written: { notedBy: string | null; at: Date },
): Promise<void> {
  await sql`insert into unshown_introducers (party_id, noted_by, created_at)
    values (${party.id}, ${written.notedBy}, ${written.at}) on conflict do nothing`.execute(tx);
}

export async function deleteUnshownIntroducer(tx: Tx, party: Allowed<{ readonly id: string }>): Promise<void> {
  await sql`delete from unshown_introducers where party_id = ${party.id}`.execute(tx);
}

/** Who asked not to be asked whether they would miss us. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

/** Since when; null: may be asked. */
export async function findSurveyRefusal(db: Db, partyId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`
    select at from survey_refusals where party_id = ${partyId}::uuid`.execute(db);
  return rows[0]?.at ?? null;
}

export async function writeSurveyRefusal(
  tx: Tx,
  party: Allowed<{ readonly partyId: string }>,
  at: Date | null,
): Promise<void> {
  if (at === null) await sql`delete from survey_refusals where party_id = ${party.partyId}::uuid`.execute(tx);
  else
    await sql`insert into survey_refusals (party_id, at) values (${party.partyId}, ${at})
      on conflict (party_id) do nothing`.execute(tx);
}

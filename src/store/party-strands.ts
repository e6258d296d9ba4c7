/** The ties of a party with us, as its page shows them, with since when. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { type ShownStrand, selectShownStrands } from './shown-strands.ts';

export interface DatedStrand extends ShownStrand {
  readonly firstAt: Date | null;
}

export async function listDatedStrands(
  db: Db,
  find: { partyId: string; viewerPartyId: string | null; on: string },
): Promise<DatedStrand[]> {
  const { rows } = await sql<DatedStrand>`
    select s.*, (select to_timestamp(min(x.first_ms) / 1000) from tie_states x where x.tie_id = s."tieId") as "firstAt"
    from (${selectShownStrands(find)}) s`.execute(db);
  return rows;
}

/** The ties of a party with us, as its page shows them, with since when and whether people hold them. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { type ShownStrand, selectShownStrands } from './shown-strands.ts';

export interface DatedStrand extends ShownStrand {
  readonly firstAt: Date | null;
  /** A person at that end; else it is what a firm as such has. */
  readonly isOursPerson: boolean;
  readonly isTheirsPerson: boolean;
  /** One of us who works here no more. */
  readonly hasLeft: boolean;
}

export async function listDatedStrands(
  db: Db,
  find: { partyId: string; viewerPartyId: string | null; on: string },
): Promise<DatedStrand[]> {
  const { rows } = await sql<DatedStrand>`
    select s.*, (select to_timestamp(min(x.first_ms) / 1000) from tie_states x where x.tie_id = s."tieId") as "firstAt",
      o.kind = 'person' as "isOursPerson", t.kind = 'person' as "isTheirsPerson",
      o.is_own and exists (
        select from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
        where r.from_party = o.id and r.until_on <= ${find.on}::date) and not exists (
        select from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
        where r.from_party = o.id and (r.until_on is null or r.until_on > ${find.on}::date)) as "hasLeft"
    from (${selectShownStrands(find)}) s
    cross join lateral (select id, kind, is_own from parties where id = (s.ours ->> 'id')::uuid offset 0) o
    cross join lateral (select kind from parties where id = (s.theirs ->> 'id')::uuid offset 0) t`.execute(db);
  return rows;
}

/** Who may know of which party: everybody of the firm, or those whose private relation it is. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export type PartyViewers = ReadonlyMap<string, 'firm' | readonly string[]>;

export async function listViewersOf(db: Db, partyIds: readonly string[]): Promise<PartyViewers> {
  const { rows } = await sql<{ id: string; visibility: string; userIds: string[] }>`
    select p.id, p.visibility,
      array(select v.user_id from private_parties v where v.party_id = p.id) as "userIds"
    from parties p where p.id = any(${[...partyIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, visibility, userIds }) => [id, visibility === 'firm' ? 'firm' : userIds]));
}

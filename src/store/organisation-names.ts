import { sql } from 'kysely';
import type { Db } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

/** The one that is called exactly so, whatever the capitals; null where there is none, or more than one. */
export async function findOrganisationByName(db: Db, find: { name: string; viewer: Viewer }): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select p.id from parties p
    where p.kind = 'organisation' and lower(p.name) = lower(${find.name}) and p.deleted_at is null and not p.is_own
      and ${isVisibleTo(find.viewer, 'p')} limit 2`.execute(db);
  const [only, more] = rows;
  return only && !more ? only.id : null;
}

/** Where somebody works as far as the mail address alone says it: a firm that is called by its domain. */
export async function findEmployerByDomain(db: Db, find: { partyId: string; viewer: Viewer }): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select p.id from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
    join parties p on p.id = r.to_party
    where r.from_party = ${find.partyId}::uuid and p.name ~ '^[a-z0-9-]+([.][a-z0-9-]+)+$' and p.deleted_at is null
      and not p.is_own and ${isVisibleTo(find.viewer, 'p')} limit 2`.execute(db);
  const [only, more] = rows;
  return only && !more ? only.id : null;
}

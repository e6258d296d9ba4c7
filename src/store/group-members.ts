/** Coming into a group and going out of it, many at once. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import type { GroupRow } from './groups.ts';

/** Answers the parties for whom something changed, with the version that this made. */
export async function changeMembers(
  tx: Tx,
  group: Allowed<GroupRow>,
  change: { add: readonly string[]; remove: readonly string[]; at: Date },
): Promise<Map<string, { name: string; version: number }>> {
  const { rows } = await sql<{ id: string; name: string; version: number }>`
    with gone as (
      delete from group_members where group_id = ${group.id} and party_id = any(${[...change.remove]}::uuid[])
      returning party_id
    ), come as (
      insert into group_members (group_id, party_id, added_at)
      select ${group.id}::uuid, id, ${change.at} from unnest(${[...change.add]}::uuid[]) as id
      on conflict do nothing returning party_id
    )
    update parties p set version = p.version + 1, updated_at = ${change.at}
    from (select party_id from gone union select party_id from come) touched
    where p.id = touched.party_id
    returning p.id, p.name, p.version`.execute(tx);
  return new Map(rows.map(({ id, name, version }) => [id, { name, version }]));
}

/** The names of the groups that each of these is in. */
export async function listGroupNames(db: Db, partyIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; names: string[] }>`
    select o.party_id as id, array_agg(g.name order by g.key) as names
    from group_members o join groups g on g.id = o.group_id and g.deleted_at is null
    where o.party_id = any(${[...partyIds]}::uuid[]) group by o.party_id`.execute(db);
  return new Map(rows.map(({ id, names }) => [id, names]));
}

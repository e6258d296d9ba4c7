/** Groups of parties put together by hand. One that was taken away keeps its members, so that undo brings all of it back. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly note: string | null;
  readonly version: number;
  readonly deletedAt: Date | null;
}

export type CountedGroup = GroupRow & { readonly memberCount: number };

const columns = sql.raw('g.id, g.name, g.key, g.note, g.version, g.deleted_at as "deletedAt"');

/** By name; one with hidden members only is not there, except for who made it. */
export async function listGroups(db: Db, viewer: Viewer): Promise<CountedGroup[]> {
  const { rows } = await sql<CountedGroup>`
    select * from (
      select ${columns}, g.created_by, ${countOf(viewer)} as "memberCount" from groups g where g.deleted_at is null
    ) g where ${isShown(viewer)} order by key`.execute(db);
  return rows;
}

export async function findGroup(
  db: Db,
  find: { id: string; viewer: Viewer; lock?: boolean },
): Promise<CountedGroup | undefined> {
  const { rows } = await sql<CountedGroup>`
    select * from (
      select ${columns}, g.created_by, ${countOf(find.viewer)} as "memberCount" from groups g where g.id = ${find.id}
      ${find.lock ? sql`for update of g` : sql``}
    ) g where ${isShown(find.viewer)}`.execute(db);
  return rows[0];
}

function countOf(viewer: Viewer): RawBuilder<number> {
  return sql<number>`(select count(*)::int from group_members o join parties p on p.id = o.party_id
    where o.group_id = g.id and p.deleted_at is null and ${isVisibleTo(viewer, 'p')})`;
}

function isShown(viewer: Viewer): RawBuilder<boolean> {
  return sql<boolean>`(g."memberCount" > 0 or g.created_by = ${viewer}::uuid
    or not exists (select from group_members o where o.group_id = g.id))`;
}

/** The groups of these names, made where they are not there yet. */
export async function ensureGroups(
  tx: Tx,
  wanted: readonly { readonly id: string; readonly name: string; readonly key: string; readonly note: string | null }[],
  made: { by: string | null; at: Date },
): Promise<{ id: string; key: string }[]> {
  if (wanted.length === 0) return [];
  await sql`
    insert into groups (id, name, key, note, created_by, created_at)
    select r.id, r.name, r.key, r.note, ${made.by}::uuid, ${made.at}
    from json_to_recordset(${JSON.stringify(wanted)}::json) as r(id uuid, name text, key text, note text)
    order by r.key on conflict (key) where deleted_at is null do nothing`.execute(tx);
  const { rows } = await sql<{ id: string; key: string }>`
    select id, key from groups where deleted_at is null and key = any(${wanted.map(({ key }) => key)}::text[])`.execute(
    tx,
  );
  return rows;
}

/** Somebody who could not see it made it too: from now on it is theirs as well. */
export async function adoptGroup(tx: Tx, adopt: { id: string; by: string | null }): Promise<void> {
  await sql`update groups set created_by = ${adopt.by}::uuid where id = ${adopt.id}`.execute(tx);
}

export async function updateGroup(
  tx: Tx,
  row: Allowed<GroupRow>,
  fields: Pick<GroupRow, 'name' | 'key' | 'note'>,
): Promise<void> {
  await sql`
    update groups set name = ${fields.name}, key = ${fields.key}, note = ${fields.note}, version = version + 1
    where id = ${row.id}`.execute(tx);
}

export async function setGroupDeleted(tx: Tx, row: Allowed<GroupRow>, deletedAt: Date | null): Promise<void> {
  await sql`update groups set deleted_at = ${deletedAt}, version = version + 1 where id = ${row.id}`.execute(tx);
}

/** This party in exactly these groups. */
export async function setPartyGroups(
  tx: Tx,
  row: Allowed<{ readonly id: string }>,
  set: { groupIds: readonly string[]; at: Date },
): Promise<void> {
  await sql`
    delete from group_members o using groups g
    where o.party_id = ${row.id} and g.id = o.group_id and g.deleted_at is null
      and g.id <> all(${[...set.groupIds]}::uuid[])`.execute(tx);
  await sql`
    insert into group_members (group_id, party_id, added_at)
    select id, ${row.id}::uuid, ${set.at} from unnest(${[...set.groupIds]}::uuid[]) as id
    on conflict do nothing`.execute(tx);
}

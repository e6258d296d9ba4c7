/** Tags and who has them. A tag that was taken away keeps its parties, so that undo brings all of it back. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface TagRow {
  readonly id: string;
  readonly name: string;
  /** The name in lower case without accents. */
  readonly key: string;
  readonly colour: string;
  readonly version: number;
  readonly deletedAt: Date | null;
  readonly mergedInto: string | null;
}

export type CountedTag = TagRow & { readonly partyCount: number };

const columns = sql.raw(`t.id, t.name, t.key, t.colour, t.version, t.deleted_at as "deletedAt",
  t.merged_into as "mergedInto"`);

/** By name; one that only hidden relations have is not there, except for who made it. */
export async function listTags(db: Db, viewer: Viewer): Promise<CountedTag[]> {
  const { rows } = await sql<CountedTag>`
    select * from (
      select ${columns}, t.created_by, ${countOf(viewer)} as "partyCount" from tags t where t.deleted_at is null
    ) t where ${isShown(viewer)} order by key`.execute(db);
  return rows;
}

export async function findTag(
  db: Db,
  find: { id: string; viewer: Viewer; lock?: boolean },
): Promise<CountedTag | undefined> {
  const { rows } = await sql<CountedTag>`
    select * from (
      select ${columns}, t.created_by, ${countOf(find.viewer)} as "partyCount" from tags t where t.id = ${find.id}
      ${find.lock ? sql`for update of t` : sql``}
    ) t where ${isShown(find.viewer)}`.execute(db);
  return rows[0];
}

function countOf(viewer: Viewer): RawBuilder<number> {
  return sql<number>`(select count(*)::int from party_tags o join parties p on p.id = o.party_id
    where o.tag_id = t.id and p.deleted_at is null and ${isVisibleTo(viewer, 'p')})`;
}

function isShown(viewer: Viewer): RawBuilder<boolean> {
  return sql<boolean>`(t."partyCount" > 0 or t.created_by = ${viewer}::uuid
    or not exists (select from party_tags o where o.tag_id = t.id))`;
}

/** The tags of these names, made where they are not there yet. */
export async function ensureTags(
  tx: Tx,
  wanted: readonly { readonly id: string; readonly name: string; readonly key: string; readonly colour: string }[],
  made: { by: string | null; at: Date },
): Promise<{ id: string; key: string }[]> {
  if (wanted.length === 0) return [];
  await sql`
    insert into tags (id, name, key, colour, created_by, created_at)
    select r.id, r.name, r.key, r.colour, ${made.by}::uuid, ${made.at}
    from json_to_recordset(${JSON.stringify(wanted)}::json) as r(id uuid, name text, key text, colour text)
    order by r.key on conflict (key) where deleted_at is null do nothing`.execute(tx);
  const { rows } = await sql<{ id: string; key: string }>`
    select id, key from tags where deleted_at is null and key = any(${wanted.map(({ key }) => key)}::text[])`.execute(
    tx,
  );
  return rows;
}

/** Somebody who could not see it made it too: from now on it is theirs as well. */
export async function adoptTag(tx: Tx, adopt: { id: string; by: string | null }): Promise<void> {
  await sql`update tags set created_by = ${adopt.by}::uuid where id = ${adopt.id}`.execute(tx);
}

export async function updateTag(
  tx: Tx,
  row: Allowed<TagRow>,
  fields: Pick<TagRow, 'name' | 'key' | 'colour'>,
): Promise<void> {
  await sql`
    update tags set name = ${fields.name}, key = ${fields.key}, colour = ${fields.colour}, version = version + 1
    where id = ${row.id}`.execute(tx);
}

/** Exactly these tags on this party. */
export async function setPartyTags(
  tx: Tx,
  row: Allowed<{ readonly id: string }>,
  tagIds: readonly string[],
): Promise<void> {
  await sql`
    delete from party_tags o using tags t
    where o.party_id = ${row.id} and t.id = o.tag_id and t.deleted_at is null and t.id <> all(${[...tagIds]}::uuid[])`.execute(
    tx,
  );
  await addPartyTags(
    tx,
    tagIds.map((tagId) => ({ tagId, partyId: row.id })),
  );
}

export async function addPartyTags(tx: Tx, rows: readonly { tagId: string; partyId: string }[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into party_tags (tag_id, party_id)
    select * from unnest(${rows.map((row) => row.tagId)}::uuid[], ${rows.map((row) => row.partyId)}::uuid[])
    on conflict do nothing`.execute(tx);
}

export async function setTagDeleted(
  tx: Tx,
  row: Allowed<TagRow>,
  change: { deletedAt: Date | null; mergedInto: string | null },
): Promise<void> {
  await sql`
    update tags set deleted_at = ${change.deletedAt}, merged_into = ${change.mergedInto}::uuid, version = version + 1
    where id = ${row.id}`.execute(tx);
}

/** Those who have the one get the other too. */
export async function copyTagParties(tx: Tx, copy: { from: string; into: string }): Promise<void> {
  await sql`
    insert into party_tags (tag_id, party_id, merged_from)
    select ${copy.into}::uuid, party_id, ${copy.from}::uuid from party_tags where tag_id = ${copy.from}
    on conflict do nothing`.execute(tx);
}

export async function takeBackTagParties(tx: Tx, copy: { from: string; into: string }): Promise<void> {
  await sql`delete from party_tags where tag_id = ${copy.into} and merged_from = ${copy.from}`.execute(tx);
}

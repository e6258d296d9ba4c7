/** What relations stand on: the kinds, the reading as it is now, and as it was. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

export interface FoundationKindRow {
  readonly id: string;
  readonly key: string;
  /** Null for the shipped ones. */
  readonly label: string | null;
  readonly version: number;
  readonly deletedAt: Date | null;
}

export type FoundationGroundRow = 'said' | 'survey' | 'choices' | 'segment';

export interface ReadingRow {
  readonly shares: Readonly<Record<string, number>>;
  readonly uncertainty: number;
  readonly n: number;
  readonly ground: FoundationGroundRow;
}

export interface FoundationRow extends ReadingRow {
  readonly partyId: string;
  readonly reasons: readonly {
    readonly code: string;
    readonly kind: string | null;
    readonly numbers: Readonly<Record<string, number>>;
  }[];
}

const kindColumns = sql.raw('id, key, label, version, deleted_at as "deletedAt"');

export async function listFoundationKinds(db: Db): Promise<FoundationKindRow[]> {
  const { rows } = await sql<FoundationKindRow>`
    select ${kindColumns} from foundation_kinds where deleted_at is null order by place, key`.execute(db);
  return rows;
}

export async function findFoundationKind(db: Db, id: string): Promise<FoundationKindRow | undefined> {
  const { rows } = await sql<FoundationKindRow>`
    select ${kindColumns} from foundation_kinds where id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Under a key that nobody has yet. */
export async function insertFoundationKind(tx: Tx, row: { id: string; key: string; label: string }): Promise<void> {
  await sql`
    insert into foundation_kinds (id, key, label, place)
    select ${row.id}::uuid, case when exists (select from foundation_kinds where key = ${row.key})
      then left(${row.key}, 50) || '-' || (select count(*) from foundation_kinds) else ${row.key} end,
      ${row.label}, (select max(place) + 1 from foundation_kinds)`.execute(tx);
}

export async function updateFoundationKind(
  tx: Tx,
  row: Allowed<FoundationKindRow>,
  write: { label: string | null; deletedAt: Date | null },
): Promise<void> {
  await sql`
    update foundation_kinds set label = ${write.label}, deleted_at = ${write.deletedAt}, version = version + 1
    where id = ${row.id}`.execute(tx);
}

/** The kept readings of these; who has none of their own is not in it. */
export async function listFoundationRows(db: Db, partyIds: readonly string[]): Promise<Map<string, FoundationRow>> {
  const { rows } = await sql<FoundationRow>`
    select party_id as "partyId", shares, uncertainty, n, ground, reasons
    from party_foundations where party_id = any(${[...partyIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.partyId, row]));
}

interface Summary {
  readonly largest: string;
  /** One, or two that hardly differ. */
  readonly mostly: readonly string[];
  readonly largestShare: number;
}

export async function upsertFoundation(tx: Tx, row: FoundationRow & Summary & { at: Date }): Promise<void> {
  await sql`
    insert into party_foundations (party_id, shares, uncertainty, n, ground, largest, mostly, largest_share,
      reasons, as_of)
    values (${row.partyId}, ${JSON.stringify(row.shares)}::jsonb, ${row.uncertainty}, ${row.n}, ${row.ground},
      ${row.largest}, ${[...row.mostly]}::text[], ${row.largestShare}, ${JSON.stringify(row.reasons)}::jsonb, ${row.at})
    on conflict (party_id) do update set shares = excluded.shares, uncertainty = excluded.uncertainty, n = excluded.n,
      ground = excluded.ground, largest = excluded.largest, mostly = excluded.mostly,
      largest_share = excluded.largest_share, reasons = excluded.reasons, as_of = excluded.as_of`.execute(tx);
  await setListedShare(tx, row.partyId, row.largestShare);
}

/** What lists are sorted by stands beside their figures. */
async function setListedShare(tx: Tx, partyId: string, share: number | null): Promise<void> {
  await sql`
    update party_figures set foundation_share = ${share}::float8
    where party_id = ${partyId}::uuid and foundation_share is distinct from ${share}::float8`.execute(tx);
}

export async function deleteFoundation(tx: Tx, partyId: string): Promise<void> {
  await setListedShare(tx, partyId, null);
  await sql`delete from party_foundations where party_id = ${partyId}::uuid`.execute(tx);
}

/** The next with a reading of their own that was not made again since. */
export async function listOldFoundations(db: Db, find: { before: Date; limit: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select party_id as id from party_foundations where as_of < ${find.before} order by as_of limit ${find.limit}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

export async function insertReading(
  tx: Tx,
  row: ReadingRow & { id: string; partyId: string; userId: string | null; at: Date },
): Promise<void> {
  await sql`
    insert into foundation_readings (id, party_id, shares, uncertainty, n, ground, user_id, at)
    values (${row.id}, ${row.partyId}, ${JSON.stringify(row.shares)}::jsonb, ${row.uncertainty}, ${row.n}, ${row.ground},
      ${row.userId}, ${row.at})`.execute(tx);
}

export interface KeptReadingRow extends ReadingRow {
  readonly at: Date;
  readonly by: string | null;
}

/** The latest first. */
export async function listReadings(db: Db, find: { partyId: string; limit: number }): Promise<KeptReadingRow[]> {
  const { rows } = await sql<KeptReadingRow>`
    select r.shares, r.uncertainty, r.n, r.ground, r.at, u.name as by
    from foundation_readings r left join users u on u.id = r.user_id
    where r.party_id = ${find.partyId}::uuid order by r.at desc, r.id desc limit ${find.limit}`.execute(db);
  return rows;
}

/** How often each kind was given as a reason, by all whom this concerns: what others like them say. */
export async function countStatedKinds(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ kind: string; n: number }>`
    select kind, count(*)::int as n from foundation_statements
    where deleted_at is null and (party_id in (select id from parties where deleted_at is not null union all
      select id from parties where visibility = 'private')) is not true
    group by kind`.execute(db);
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
}

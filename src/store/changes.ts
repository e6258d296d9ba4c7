/** The history of records: who changed what, from where, and how it was before. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export type ChangeAct = 'create' | 'update' | 'remove' | 'restore';
export type FieldValues = Readonly<Record<string, unknown>>;

export interface ChangeRow {
  readonly id: string;
  readonly noun: string;
  readonly recordId: string;
  readonly partyId: string | null;
  readonly act: ChangeAct;
  readonly label: string | null;
  readonly before: FieldValues;
  readonly after: FieldValues;
  readonly version: number | null;
  readonly userId: string | null;
  readonly origin: 'web' | 'api' | 'command' | 'house';
  readonly batchId: string;
  readonly privateTo: string | null;
  readonly at: Date;
  readonly undoes: string | null;
  readonly undoneAt: Date | null;
}

export interface ListedChange extends ChangeRow {
  readonly partyName: string | null;
  readonly userName: string | null;
  /** How many records were changed in the same go. */
  readonly batchSize: number;
}

export async function insertChanges(tx: Tx, rows: readonly Omit<ChangeRow, 'undoneAt'>[]): Promise<void> {
  if (rows.length === 0) return;
  const list = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  await sql`
    with shown as (
      -- Whom somebody writes about stands in lists from then on.
      update parties set is_folded = false where id = any(${concernedBy(rows)}::uuid[]) and is_folded
    )
    insert into changes (id, noun, record_id, party_id, act, label, before, after, version, user_id, origin, batch_id,
      private_to, at, undoes)
    select * from json_to_recordset(${JSON.stringify(list)}::json) as r(id uuid, noun text, "recordId" uuid,
      "partyId" uuid, act text, label text, before jsonb, after jsonb, version int, "userId" uuid, origin text,
      "batchId" uuid, "privateTo" uuid, at timestamptz, undoes uuid)`.execute(tx);
}

/** A link concerns both its ends. */
function concernedBy(rows: readonly Pick<ChangeRow, 'partyId' | 'noun' | 'after'>[]): string[] {
  const ids = rows.flatMap(({ partyId, noun, after }) => [partyId, noun === 'relation' ? after.toParty : null]);
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

const columns = sql.raw(`c.id, c.noun, c.record_id as "recordId", c.party_id as "partyId", c.act, c.label, c.before,
  c.after, c.version, c.user_id as "userId", c.origin, c.batch_id as "batchId", c.private_to as "privateTo", c.at,
  c.undoes, c.undone_at as "undoneAt"`);

export interface ChangeFilter {
  readonly partyId?: string | undefined;
  readonly recordId?: string | undefined;
  readonly userId?: string | undefined;
  /** What lies in the bin: removed and not brought back. */
  readonly inBin?: boolean | undefined;
}

interface PageInput {
  readonly viewer: Viewer;
  readonly filter: ChangeFilter;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/** Newest first; only what this viewer may see. */
export async function pageChanges(db: Db, page: PageInput): Promise<ListedChange[]> {
  const { filter, after } = page;
  const conditions = [
    isShownTo(page.viewer),
    ...(filter.partyId ? [sql`c.party_id = ${filter.partyId}`] : []),
    ...(filter.recordId ? [sql`c.record_id = ${filter.recordId}`] : []),
    ...(filter.userId ? [sql`c.user_id = ${filter.userId}`] : []),
    ...(filter.inBin ? [sql`c.act = 'remove' and c.undone_at is null`] : []),
    ...(after ? [sql`(c.at, c.id) < (${after.at}, ${after.id}::uuid)`] : []),
  ];
  const { rows } = await sql<ListedChange>`
    select ${columns}, p.name as "partyName", u.name as "userName",
      (select count(*)::int from (select from changes b where b.batch_id = c.batch_id limit 10001) b) as "batchSize"
    from changes c left join parties p on p.id = c.party_id left join users u on u.id = c.user_id
    where ${sql.join(conditions, sql` and `)}
    order by c.at desc, c.id desc limit ${page.limit}`.execute(db);
  return rows;
}

function isShownTo(viewer: Viewer): RawBuilder<unknown> {
  return sql`(c.private_to is null or c.private_to = ${viewer}::uuid)
    and (c.party_id is null or (p.id is not null and ${isVisibleTo(viewer, 'p')}))`;
}

export async function findChange(db: Db, find: { id: string; viewer: Viewer }): Promise<ChangeRow | undefined> {
  const { rows } = await sql<ChangeRow>`
    select ${columns} from changes c left join parties p on p.id = c.party_id
    where c.id = ${find.id}::uuid and ${isShownTo(find.viewer)}`.execute(db);
  return rows[0];
}

/** What this user did last, since then, that still stands. */
export async function findLatestChange(db: Db, find: { userId: string; since: Date }): Promise<ChangeRow | undefined> {
  const { rows } = await sql<ChangeRow>`
    select ${columns} from changes c
    where c.user_id = ${find.userId}::uuid and c.undone_at is null and c.undoes is null and c.at >= ${find.since}
      and c.origin = 'web'
    order by c.at desc, c.id desc limit 1`.execute(db);
  return rows[0];
}

export async function findChangeOfBatch(db: Db, batchId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from changes where batch_id = ${batchId} limit 1`.execute(db);
  return rows[0]?.id;
}

/** All that was done in one go, the last first: so it is undone. */
export async function lockBatch(tx: Tx, batchId: string, most: number): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select ${columns} from changes c where c.batch_id = ${batchId}::uuid and c.undone_at is null
    order by c.id desc limit ${most} for update of c`.execute(tx);
  return rows;
}

/** How this record was changed after the version somebody knows, oldest first. */
export async function listChangesSince(
  db: Db,
  since: { recordId: string; version: number },
): Promise<(Pick<ChangeRow, 'before' | 'after' | 'at' | 'userId'> & { userName: string | null })[]> {
  const { rows } = await sql<Pick<ChangeRow, 'before' | 'after' | 'at' | 'userId'> & { userName: string | null }>`
    select c.before, c.after, c.at, c.user_id as "userId", u.name as "userName"
    from changes c left join users u on u.id = c.user_id
    where c.record_id = ${since.recordId}::uuid and c.version > ${since.version}
    order by c.version, c.id limit 500`.execute(db);
  return rows;
}

/** Answers which changes these had undone in their turn. */
export async function markUndone(tx: Tx, mark: { ids: readonly string[]; at: Date | null }): Promise<string[]> {
  const { rows } = await sql<{ undoes: string | null }>`
    update changes set undone_at = ${mark.at} where id = any(${[...mark.ids]}::uuid[]) returning undoes`.execute(tx);
  return rows.flatMap(({ undoes }) => undoes ?? []);
}

/** Who was brought back by another way than undo no longer lies in the bin. */
export async function takeOutOfBin(tx: Tx, recordId: string, at: Date): Promise<void> {
  await sql`
    update changes set undone_at = ${at}
    where record_id = ${recordId} and act = 'remove' and undone_at is null`.execute(tx);
}

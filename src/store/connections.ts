/** What keeps itself up to date: rows that say the truth about their last reading, and who is reading now. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { sayLive } from './live.ts';
import type { SharingLevel } from './mail-sharing.ts';

export interface ConnectionRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly ownerUserId: string | null;
  readonly sourceNumber: number | null;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly sealed: string | null;
  readonly isPaused: boolean;
  readonly problem: string | null;
  readonly problemDetail: string | null;
  readonly problemSince: Date | null;
  readonly failures: number;
  readonly triedAt: Date | null;
  readonly succeededAt: Date | null;
  readonly nextRunAt: Date | null;
  readonly heardAt: Date | null;
  readonly longestGapSeconds: number | null;
  readonly quietToldAt: Date | null;
  readonly readCount: number;
  readonly failedCount: number;
  /** How much of a mailbox colleagues see. */
  readonly sharing: SharingLevel;
  readonly lease: string | null;
  readonly leasedUntil: Date | null;
  readonly version: number;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

const columns = sql.raw(`c.id, c.kind, c.name, c.owner_user_id as "ownerUserId", c.source_number as "sourceNumber",
  c.settings, c.sealed, c.is_paused as "isPaused", c.problem, c.problem_detail as "problemDetail",
  c.problem_since as "problemSince", c.failures, c.tried_at as "triedAt", c.succeeded_at as "succeededAt",
  c.next_run_at as "nextRunAt", c.heard_at as "heardAt", c.longest_gap_seconds as "longestGapSeconds",
  c.quiet_told_at as "quietToldAt", c.read_count::float8 as "readCount", c.sharing, c.lease, c.leased_until as "leasedUntil",
  (select count(*)::int from connection_failures f where f.connection_id = c.id) as "failedCount",
  c.version, c.created_by as "createdBy", c.created_at as "createdAt", c.deleted_at as "deletedAt"`);

export async function findConnection(db: Db, find: { id: string; lock?: boolean }): Promise<ConnectionRow | undefined> {
  const { rows } = await sql<ConnectionRow>`
    select ${columns} from connections c where c.id = ${find.id}::uuid
    ${find.lock ? sql`for update of c` : sql``}`.execute(db);
  return rows[0];
}

/** The firm's and the user's own, the oldest first. */
export async function listConnections(db: Db, userId: string, limit: number): Promise<ConnectionRow[]> {
  const { rows } = await sql<ConnectionRow>`
    select ${columns} from connections c
    where c.deleted_at is null and (c.owner_user_id is null or c.owner_user_id = ${userId}::uuid)
    order by c.created_at, c.id limit ${limit}`.execute(db);
  return rows;
}

type Made = Pick<
  ConnectionRow,
  'id' | 'kind' | 'name' | 'ownerUserId' | 'sourceNumber' | 'settings' | 'sealed' | 'createdBy' | 'createdAt'
>;

export async function insertConnection(tx: Tx, row: Made): Promise<void> {
  await sql`
    insert into connections (id, kind, name, owner_user_id, source_number, settings, sealed, next_run_at, created_by,
      created_at)
    values (${row.id}, ${row.kind}, ${row.name}, ${row.ownerUserId}, ${row.sourceNumber},
      ${JSON.stringify(row.settings)}::jsonb, ${row.sealed}, ${row.createdAt}, ${row.createdBy}, ${row.createdAt})`.execute(
    tx,
  );
}

const named = {
  name: 'name',
  sealed: 'sealed',
  isPaused: 'is_paused',
  problem: 'problem',
  problemDetail: 'problem_detail',
  problemSince: 'problem_since',
  failures: 'failures',
  triedAt: 'tried_at',
  succeededAt: 'succeeded_at',
  nextRunAt: 'next_run_at',
  heardAt: 'heard_at',
  longestGapSeconds: 'longest_gap_seconds',
  quietToldAt: 'quiet_told_at',
  readCount: 'read_count',
  lease: 'lease',
  leasedUntil: 'leased_until',
  deletedAt: 'deleted_at',
} as const;
type Named = Pick<ConnectionRow, keyof typeof named>;

/** Only the columns that are given. `isChange`: somebody changed it, so it has a new version. */
export async function updateConnection(
  tx: Tx,
  row: Allowed<ConnectionRow>,
  values: Partial<Named> & { settings?: ConnectionRow['settings'] },
  isChange = false,
): Promise<void> {
  const { settings, ...plain } = values;
  const sets: RawBuilder<unknown>[] = Object.entries(plain).map(
    ([key, value]) => sql`${sql.ref(named[key as keyof Named])} = ${value}`,
  );
  if (settings) sets.push(sql`settings = ${JSON.stringify(settings)}::jsonb`);
  if (isChange) sets.push(sql`version = version + 1`);
  if (sets.length === 0) return;
  await sql`update connections set ${sql.join(sets)} where id = ${row.id}`.execute(tx);
  sayLive(tx, { topics: ['connections'], only: row.ownerUserId });
}

/** Those whose time it is, and nobody reads them. */
export async function listDueConnections(db: Db, ask: { now: Date; limit: number }): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select id from connections
    where deleted_at is null and not is_paused and next_run_at <= ${ask.now}
      and (leased_until is null or leased_until < ${ask.now})
    order by next_run_at limit ${ask.limit}`.execute(db);
  return rows;
}

/** Those that were read well lately, and have been silent for longer than is usual for them; each silence is told once. */
export async function listQuietConnections(db: Db, ask: { now: Date; limit: number }): Promise<ConnectionRow[]> {
  const { rows } = await sql<ConnectionRow>`
    select ${columns} from connections c
    where c.deleted_at is null and not c.is_paused and c.problem is null and c.kind = 'imap'
      and c.heard_at < ${ask.now}::timestamptz - make_interval(secs => greatest(86400, 1.5 * c.longest_gap_seconds))
      and (c.quiet_told_at is null or c.quiet_told_at < c.heard_at)
    order by c.id limit ${ask.limit}`.execute(db);
  return rows;
}

/** Takes the watch over it for a while, or says that somebody else has it. */
export async function takeWatch(db: Db, take: { id: string; by: string; now: Date; until: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update connections set watched_by = ${take.by}::uuid, watched_until = ${take.until}
    where id = ${take.id}::uuid and (watched_by = ${take.by}::uuid or watched_until is null or watched_until < ${take.now})`.execute(
    db,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

/** Those that can be watched: on, without trouble, read at least once. */
export async function listWatchable(
  db: Db,
  ask: { kinds: readonly string[]; limit: number },
): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select id from connections
    where deleted_at is null and not is_paused and problem is null and succeeded_at is not null
      and kind = any(${ask.kinds}::text[])
    order by id limit ${ask.limit}`.execute(db);
  return rows;
}

export async function setConnectionDeleted(
  tx: Tx,
  row: Allowed<ConnectionRow>,
  { at, nextRunAt }: { at: Date | null; nextRunAt: Date | null },
): Promise<void> {
  await updateConnection(tx, row, { deletedAt: at, nextRunAt, lease: null, leasedUntil: null }, true);
}

/** Only by who holds it. */
export async function extendLease(db: Db, hold: { id: string; lease: string; until: Date }): Promise<void> {
  await sql`
    update connections set leased_until = ${hold.until}
    where id = ${hold.id}::uuid and lease = ${hold.lease}::uuid`.execute(db);
}

/** New tokens for old ones: nothing that anybody changed. */
export async function keepSealed(tx: Tx, { id, sealed }: { id: string; sealed: string }): Promise<void> {
  await sql`update connections set sealed = ${sealed} where id = ${id}`.execute(tx);
}

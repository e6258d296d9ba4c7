/** What was deleted on purpose stays deleted: only a keyed hash of where it came from is kept. */
import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

const secretKey = 'tombstone-secret';

export interface SourceItem {
  readonly sourceNumber: number;
  readonly sourceKey: string;
}

export async function insertTombstones(
  tx: Tx,
  items: readonly SourceItem[],
  why: { reason: 'deleted' | 'erased' | 'retention'; at: Date },
): Promise<void> {
  if (items.length === 0) return;
  const hashes = await hashItems(tx, items);
  await sql`
    insert into tombstones (key_hash, reason, at)
    select h, ${why.reason}, ${why.at} from unnest(${hashes}::bytea[]) as h on conflict do nothing`.execute(tx);
}

/** A deletion that is undone: these may come back. */
export async function deleteTombstones(tx: Tx, items: readonly SourceItem[]): Promise<void> {
  const hashes = await hashItems(tx, items);
  await sql`delete from tombstones where key_hash = any(${hashes}::bytea[]) and reason = 'deleted'`.execute(tx);
}

/** The source keys among these that may not come back. */
export async function findTombstoned(tx: Tx, items: readonly SourceItem[]): Promise<Set<string>> {
  const any = await sql`select from tombstones limit 1`.execute(tx);
  if (any.rows.length === 0 || items.length === 0) return new Set();
  const hashes = await hashItems(tx, items);
  const { rows } = await sql<{ place: number }>`
    select place::int from unnest(${hashes}::bytea[]) with ordinality as h(hash, place)
    join tombstones on key_hash = hash`.execute(tx);
  return new Set(rows.map((row) => items[row.place - 1]?.sourceKey ?? ''));
}

async function hashItems(db: Db, items: readonly SourceItem[]): Promise<Buffer[]> {
  const secret = await getSecret(db);
  return items.map(({ sourceNumber, sourceKey }) =>
    createHmac('sha256', secret).update(`${sourceNumber}\u0000${sourceKey}`).digest(),
  );
}

async function getSecret(db: Db): Promise<Buffer> {
  await sql`
    insert into settings (key, value) values (${secretKey}, to_jsonb(${randomBytes(32).toString('hex')}::text))
    on conflict do nothing`.execute(db);
  const row = await db.selectFrom('settings').select('value').where('key', '=', secretKey).executeTakeFirstOrThrow();
  return Buffer.from(String(row.value), 'hex');
}

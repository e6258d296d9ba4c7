/** Drop addresses, and what came in there and is not read yet. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export interface DropAddressRow {
  readonly connectionId: string;
  readonly userId: string;
  readonly tokenSealed: string;
  readonly createdAt: Date;
}

const columns = sql.raw(`d.connection_id as "connectionId", d.user_id as "userId", d.token_sealed as "tokenSealed",
  d.created_at as "createdAt"`);

export async function findDropAddress(db: Db, userId: string): Promise<DropAddressRow | undefined> {
  const { rows } = await sql<DropAddressRow>`
    select ${columns} from drop_addresses d join connections c on c.id = d.connection_id and c.deleted_at is null
    where d.user_id = ${userId}::uuid`.execute(db);
  return rows[0];
}

/** Of somebody who may still come in. */
export async function findDropByToken(db: Db, tokenHash: Buffer): Promise<DropAddressRow | undefined> {
  const { rows } = await sql<DropAddressRow>`
    select ${columns} from drop_addresses d
    join connections c on c.id = d.connection_id and c.deleted_at is null
    join users u on u.id = d.user_id and u.removed_at is null
    where d.token_hash = ${tokenHash}`.execute(db);
  return rows[0];
}

/** The address before stops working. */
export async function putDropAddress(tx: Tx, row: DropAddressRow & { readonly tokenHash: Buffer }): Promise<void> {
  await sql`
    insert into drop_addresses (connection_id, user_id, token_hash, token_sealed, created_at)
    values (${row.connectionId}, ${row.userId}, ${row.tokenHash}, ${row.tokenSealed}, ${row.createdAt})
    on conflict (user_id) do update set connection_id = excluded.connection_id, token_hash = excluded.token_hash,
      token_sealed = excluded.token_sealed, created_at = excluded.created_at`.execute(tx);
}

export interface DropMessage {
  readonly id: string;
  readonly connectionId: string;
  readonly at: Date;
  readonly raw: Buffer;
}

export async function insertDrop(tx: Tx, row: DropMessage): Promise<void> {
  await sql`
    insert into drop_messages (id, connection_id, at, raw)
    values (${row.id}, ${row.connectionId}, ${row.at}, ${row.raw})`.execute(tx);
}

export async function countDropsSince(db: Db, find: { connectionId: string; since: Date }): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from drop_messages
    where connection_id = ${find.connectionId}::uuid and at > ${find.since}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** The oldest that waits, of an address that is not paused; another worker's is left to it. */
export async function takeDrop(tx: Tx): Promise<DropMessage | undefined> {
  const { rows } = await sql<DropMessage>`
    select m.id, m.connection_id as "connectionId", m.at, m.raw from drop_messages m
    join connections c on c.id = m.connection_id and not c.is_paused
    order by m.at, m.id limit 1 for update of m skip locked`.execute(tx);
  return rows[0];
}

export async function deleteDrop(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('drop_messages').where('id', '=', id).execute();
}

/** Whether one of this user's mailboxes has this mail already. */
export async function isMailKnown(db: Db, find: { userId: string; messageKey: string }): Promise<boolean> {
  const { rows } = await sql`
    select 1 from mails m join connections c on c.id = m.connection_id and c.owner_user_id = ${find.userId}::uuid
    where m.message_key = ${find.messageKey} limit 1`.execute(db);
  return rows.length > 0;
}

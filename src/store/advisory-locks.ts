/** Locks on things that are no rows, held to the end of the transaction. Taken in this order: mailboxes, source, parties, then rows. */
import { sql } from 'kysely';
import type { Tx } from './database.ts';

const sourceLocks = 4_321_010;
const partyLock = 4_321_011;
const mailboxLock = 4_321_012;

/** A child and its parent that come in at once must see each other: whoever answers waits for all, all wait for them. */
export async function lockSource(tx: Tx, lock: { sourceNumber: number; alone: boolean }): Promise<void> {
  const { sourceNumber } = lock;
  if (lock.alone) await sql`select pg_advisory_xact_lock(${sourceLocks}, ${sourceNumber})`.execute(tx);
  else await sql`select pg_advisory_xact_lock_shared(${sourceLocks}, ${sourceNumber})`.execute(tx);
}

/** The same mail may come from two mailboxes at once; the second must see the first. */
export async function lockMailboxes(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${mailboxLock}::bigint)`.execute(tx);
}

/** Two workers never renew the same tokens at once. */
export async function lockTokens(tx: Tx, connectionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tokens of ${connectionId}`}, 0))`.execute(tx);
}

/** Two that meet the same stranger at once must make one party. */
export async function lockNewParties(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${partyLock}::bigint)`.execute(tx);
}

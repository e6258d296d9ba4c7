/** Secrets of the house as they lie in the database: sealed. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export async function findSealed(db: Db, name: string): Promise<string | undefined> {
  const { rows } = await sql<{ sealed: string }>`select sealed from sealed_secrets where name = ${name}`.execute(db);
  return rows[0]?.sealed;
}

/** The first one stands: of two that make it at once both use the same. */
export async function keepFirstSealed(db: Db, row: { name: string; sealed: string; at: Date }): Promise<string> {
  await sql`
    insert into sealed_secrets (name, sealed, created_at) values (${row.name}, ${row.sealed}, ${row.at})
    on conflict (name) do nothing`.execute(db);
  return (await findSealed(db, row.name)) ?? row.sealed;
}

export async function deleteSealed(db: Db, name: string): Promise<void> {
  await db.deleteFrom('sealed_secrets').where('name', '=', name).execute();
}

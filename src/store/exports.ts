/** Who took which list out of the house. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export async function insertExport(db: Db, row: { id: string; userId: string; what: object; at: Date }): Promise<void> {
  await sql`
    insert into exports (id, user_id, what, at)
    values (${row.id}, ${row.userId}, ${JSON.stringify(row.what)}::jsonb, ${row.at})`.execute(db);
}

export async function writeExportRows(db: Db, row: { id: string; rowCount: number }): Promise<void> {
  await sql`update exports set row_count = ${row.rowCount} where id = ${row.id}`.execute(db);
}

/** Users as the rest of the house reads them; better-auth writes the table. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db } from './database.ts';

export interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'owner' | 'member';
  readonly locale: 'nl' | 'en';
  readonly partyId: string | null;
  readonly createdAt: Date;
  readonly removedAt: Date | null;
}

const columns = sql.raw(
  'id, name, email, role, locale, party_id as "partyId", created_at as "createdAt", removed_at as "removedAt"',
);

export async function findUserRow(db: Db, id: string): Promise<UserRow | undefined> {
  const { rows } = await sql<UserRow>`select ${columns} from users where id = ${id}`.execute(db);
  return rows[0];
}

export async function findUserRowByEmail(db: Db, email: string): Promise<UserRow | undefined> {
  const { rows } = await sql<UserRow>`
    select ${columns} from users where email = ${email.toLowerCase()} and removed_at is null`.execute(db);
  return rows[0];
}

/** Everybody who may sign in, oldest first. */
export async function listUserRows(db: Db): Promise<UserRow[]> {
  const { rows } = await sql<UserRow>`
    select ${columns} from users where removed_at is null order by created_at, id limit 1000`.execute(db);
  return rows;
}

export async function updateUserRow(
  db: Db,
  row: Allowed<UserRow>,
  change: { name?: string | undefined; locale?: 'nl' | 'en' | undefined; role?: 'owner' | 'member'; at: Date },
): Promise<void> {
  const { name, locale, role, at } = change;
  await db
    .updateTable('users')
    .set({
      ...(name !== undefined && { name }),
      ...(locale !== undefined && { locale }),
      ...(role !== undefined && { role }),
      updated_at: at,
    })
    .where('id', '=', row.id)
    .execute();
}

/** The row stays, because history points to it; nobody signs in with it any more. */
export async function removeUserRow(db: Db, row: Allowed<UserRow>, at: Date): Promise<void> {
  await db.updateTable('users').set({ removed_at: at, updated_at: at }).where('id', '=', row.id).execute();
}

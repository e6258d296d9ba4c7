import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Those of these tokens that still open something, of users who still have access. */
export async function listOpenSessions(db: Db, find: { tokens: readonly string[]; at: Date }): Promise<string[]> {
  const { rows } = await sql<{ token: string }>`
    select s.token from sessions s join users u on u.id = s.user_id
    where s.token = any(${[...new Set(find.tokens)]}) and s.expires_at > ${find.at} and u.removed_at is null`.execute(
    db,
  );
  return rows.map(({ token }) => token);
}

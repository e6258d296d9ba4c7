/** Rows that have served their time. */
import type { Db } from './database.ts';

export async function deleteIdempotencyKeysBefore(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('idempotency_keys').where('created_at', '<', before).execute();
}

export async function deleteEndedSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<', now).execute();
  await db.deleteFrom('verifications').where('expires_at', '<', now).execute();
}

/** Paths that an import still needs: to run, to go on, or to be started again. */
export async function listNeededUploadPaths(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('imports').select('path').where('status', 'not in', ['done', 'undone']).execute();
  return rows.map(({ path }) => path);
}

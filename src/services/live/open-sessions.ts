/** Which of these sessions still let somebody in. */
import type { Db } from '#store/database.ts';
import { listOpenSessions } from '#store/sessions.ts';

export async function findOpenSessions(db: Db, find: { tokens: readonly string[]; at: Date }): Promise<Set<string>> {
  return new Set(await listOpenSessions(db, find));
}

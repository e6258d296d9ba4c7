import type { Db, Tx } from './database.ts';

/** Serialisation failure and deadlock: nothing was wrong with the work, only with its timing. */
const retried = new Set(['40001', '40P01']);
const mostAttempts = 4;

/** Runs the work in one transaction, again (up to three times) when another got in its way. Joins one that is open. */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Tx);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (attempt >= mostAttempts || typeof code !== 'string' || !retried.has(code)) throw error;
    }
  }
}

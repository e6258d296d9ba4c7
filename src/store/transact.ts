import type { Db, Tx } from './database.ts';

/** Serialisation failure, deadlock, two of the same at once: nothing was wrong with the work, only with its timing. */
const retried = new Set(['40001', '40P01', '23P01']);
const mostAttempts = 4;

type After = (db: Db) => void;
type Last = () => Promise<void>;
const afterwards = new WeakMap<Db, After[]>();
const lastly = new WeakMap<Db, Last[]>();

/** To be done once the outermost transaction stands; left out when it does not. */
export function afterCommit(tx: Tx, work: After): void {
  const waiting = afterwards.get(tx);
  if (!waiting) throw new Error('only what transact began knows when it has committed');
  waiting.push(work);
}

/** The last statements of the outermost transaction; false where nobody knows when that ends. */
export function beforeCommit(tx: Tx, work: Last): boolean {
  const waiting = lastly.get(tx);
  waiting?.push(work);
  return waiting !== undefined;
}

/** Runs the work in one transaction, again (up to three times) when another got in its way. Joins one that is open. */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Tx);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const waiting: After[] = [];
      const result = await db.transaction().execute(async (tx) => {
        const last: Last[] = [];
        afterwards.set(tx, waiting);
        lastly.set(tx, last);
        const done = await work(tx);
        for (const next of last) await next();
        return done;
      });
      for (const next of waiting) next(db);
      return result;
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (attempt >= mostAttempts || typeof code !== 'string' || !retried.has(code)) throw error;
    }
  }
}

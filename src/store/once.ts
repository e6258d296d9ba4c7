/** What is read over and over within one transaction and does not change in it is asked once. */
import type { Db } from './database.ts';

const remembered = new WeakMap<Db, Map<string, Promise<unknown>>>();

/** Outside a transaction nothing is remembered: there is no end to it after which it is forgotten. */
export function once<T>(db: Db, key: string, load: () => Promise<T>): Promise<T> {
  if (!db.isTransaction) return load();
  let known = remembered.get(db);
  if (!known) {
    known = new Map();
    remembered.set(db, known);
  }
  let found = known.get(key) as Promise<T> | undefined;
  if (!found) {
    found = load();
    known.set(key, found);
    // What failed is asked again.
    found.catch(() => known.delete(key));
  }
  return found;
}

/** After a write to what `key` stands for. */
export function forget(db: Db, key: string): void {
  remembered.get(db)?.delete(key);
}

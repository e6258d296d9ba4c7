/** The ties that a replay meets, by whom they are between: each is asked of the database once. */
import type { Db } from '#store/database.ts';
import { findTies, type TiePair, type TieRow } from '#store/ties.ts';
import { keyOf } from './derive-ties.ts';

/** A few tens of MB; beyond it the book is begun anew, and only costs asking again. */
const mostKept = 200_000;

/** What is kept is what was true when asked: good enough to compare with, never to write with. */
export interface TieBook {
  /** The ids of the ties of these pairs, in their order; undefined where there is none. */
  find(db: Db, pairs: readonly TiePair[]): Promise<(string | undefined)[]>;
}

export function openTieBook(): TieBook {
  let ids = new Map<string, string>();
  const keep = ({ id, a, b }: TieRow) => ids.set(keyOf({ a, b }), id);
  return {
    find: async (db, pairs) => {
      if (ids.size > mostKept) ids = new Map();
      const keys = pairs.map(keyOf);
      const found = keys.map((key) => ids.get(key));
      const missing = new Map<string, TiePair>();
      for (const [place, pair] of pairs.entries()) if (!found[place]) missing.set(keys[place] ?? '', pair);
      if (missing.size === 0) return found;
      for (const tie of await findTies(db, [...missing.values()])) keep(tie);
      return found.map((id, place) => id ?? ids.get(keys[place] ?? ''));
    },
  };
}

/** What ids in a history are called, for who reads it. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

/** Relations that the viewer may see, also those in the bin; colleagues, also those who left. */
export async function listNames(
  db: Db,
  find: { ids: readonly string[]; viewer: Viewer },
): Promise<Map<string, string>> {
  if (find.ids.length === 0) return new Map();
  const ids = [...find.ids];
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from parties p where p.id = any(${ids}::uuid[]) and ${isVisibleTo(find.viewer, 'p')}
    union all select u.id, u.name from users u where u.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** With whom each link is, as far as it still stands. */
export async function listLinkEnds(db: Db, relationIds: readonly string[]): Promise<Map<string, string>> {
  if (relationIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; toParty: string }>`
    select id, to_party as "toParty" from relations where id = any(${[...relationIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, toParty }) => [id, toParty]));
}

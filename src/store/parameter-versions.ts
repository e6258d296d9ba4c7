import type { Db } from './database.ts';
import { once } from './once.ts';

/** What differs from the shipped defaults, by name. */
export function findLatestParameters(db: Db): Promise<Record<string, number>> {
  return once(db, 'parameters', () => readLatestParameters(db));
}

async function readLatestParameters(db: Db): Promise<Record<string, number>> {
  const row = await db
    .selectFrom('parameter_versions')
    .select('changed')
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.changed ?? {}) as Record<string, number>;
}

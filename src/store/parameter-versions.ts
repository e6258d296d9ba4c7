import type { Db } from './database.ts';

/** What differs from the shipped defaults, by name. */
export async function findLatestParameters(db: Db): Promise<Record<string, number>> {
  const row = await db
    .selectFrom('parameter_versions')
    .select('changed')
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.changed ?? {}) as Record<string, number>;
}

/** Switches and secrets of the house itself. */
import type { Db, Tx } from './database.ts';

export async function findSetting(db: Db, key: string, options: { lock?: boolean } = {}): Promise<unknown> {
  const query = db.selectFrom('settings').select('value').where('key', '=', key);
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst();
  return row?.value ?? null;
}

export async function putSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  await tx
    .insertInto('settings')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute();
}

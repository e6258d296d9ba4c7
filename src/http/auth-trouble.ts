import type { Db } from '#store/database.ts';

/** better-auth hides why it failed; when the database does not answer either, that is why. */
export async function tellTrouble(db: Db, error: unknown): Promise<never> {
  await db.selectNoFrom(({ lit }) => lit(1).as('one')).execute();
  throw error;
}

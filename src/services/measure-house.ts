/** After much came in at once: the database plans by what there is now. */
import { measureTables } from '#store/statistics.ts';
import type { Context } from './context.ts';

export async function measureHouse(ctx: Context): Promise<void> {
  await measureTables(ctx.db);
}

import { listAbandonedImports } from '#store/import-runs.ts';
import type { Context, JobName } from '../context.ts';

/** A running import gives a sign of life with every batch; without one for this long its program is gone. */
const silentMs = 30_000;

/** After a kill: what was under way goes on by itself. */
export async function resumeImports(ctx: Context): Promise<number> {
  const silentSince = new Date(ctx.now().getTime() - silentMs);
  const abandoned = await listAbandonedImports(ctx.db, silentSince);
  for (const { id, ownerUserId, status } of abandoned) {
    const name: JobName =
      status === 'previewing' ? 'preview-import' : status === 'undoing' ? 'undo-import' : 'run-import';
    await ctx.enqueue({ name, data: { importId: id, userId: ownerUserId } }, ctx.db);
  }
  return abandoned.length;
}

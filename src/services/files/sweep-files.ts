/** Files that nobody can bring back any more, and files whose row was never written. */
import { deleteFilesBefore, listKnownKeys } from '#store/files.ts';
import type { Context } from '../context.ts';
import { listKeptBefore, removeKept } from './kept-files.ts';

const dayMs = 86_400_000;
/** So long a file that was taken away can come back. */
const inBinDays = 30;
/** A request that is still writing its row is long done by then. */
const orphanDays = 1;

export async function sweepFiles(ctx: Context): Promise<void> {
  const before = (days: number) => new Date(ctx.now().getTime() - days * dayMs);
  await deleteFilesBefore(ctx.db, before(inBinDays));
  const { fileFolder } = ctx.ports;
  for await (const keys of listKeptBefore(fileFolder, before(orphanDays))) {
    const known = await listKnownKeys(ctx.db, keys);
    for (const key of keys) if (!known.has(key)) await removeKept(fileFolder, key);
  }
}

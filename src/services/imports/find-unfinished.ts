import { stat } from 'node:fs/promises';
import type { ImportRun } from '#contract/imports.ts';
import { findUnfinishedImport } from '#store/import-runs.ts';
import { userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { describeImport } from './describe-import.ts';

/** The import of this very file that was stopped half-way; null when there is none, or the file changed since. */
export async function findUnfinished(ctx: Context, input: { path: string }): Promise<ImportRun | null> {
  const file = await stat(input.path).catch(() => null);
  // A folder does not tell when something in it changed.
  if (!file?.isFile()) return null;
  const row = await findUnfinishedImport(ctx.db, { userId: userOf(ctx.actor), path: input.path });
  if (!row || file.mtimeMs > row.createdAt.getTime()) return null;
  return describeImport(row, ctx.now());
}

/** An import begins with a file that lies somewhere and a look at what it would do. */
import { stat } from 'node:fs/promises';
import { v7 as uuidv7 } from 'uuid';
import type { ImportRun } from '#contract/imports.ts';
import { insertImport } from '#store/import-runs.ts';
import { transact } from '#store/transact.ts';
import { userOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { describeImport } from './describe-import.ts';
import { getOwnImport } from './get-import.ts';
import { chooseConnector, probeFile } from './probe-file.ts';

export async function createImport(ctx: Context, input: { uploadId: string; fileName: string }): Promise<ImportRun> {
  const path = ctx.ports.uploadPath({ userId: userOf(ctx.actor), uploadId: input.uploadId });
  return createImportOfPath(ctx, { path, fileName: input.fileName, previewLater: true });
}

/** The command line names a file of this machine; it looks for itself, so no job is left for it. */
export async function createImportOfPath(
  ctx: Context,
  input: { path: string; fileName: string; previewLater: boolean },
): Promise<ImportRun> {
  const userId = userOf(ctx.actor);
  const found = await stat(input.path).catch(() => null);
  if (found === null) throw new AppError('not-found');
  const connector = chooseConnector(ctx.ports.connectors, await probeFile(input.path, input.fileName));
  const id = uuidv7();
  const totalBytes = await connector.totalBytes(input.path);
  return transact(ctx.db, async (tx) => {
    await insertImport(tx, {
      id,
      ownerUserId: userId,
      connector: connector.name,
      fileName: input.fileName,
      path: input.path,
      totalBytes,
      createdAt: ctx.now(),
    });
    if (input.previewLater) await ctx.enqueue({ name: 'preview-import', data: { importId: id, userId } }, tx);
    return describeImport(await getOwnImport({ ...ctx, db: tx }, id), ctx.now());
  });
}

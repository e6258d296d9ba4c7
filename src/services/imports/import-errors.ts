/** What could not be read, for its owner: as lines of a file, and the raw bytes of one. */
import { findImportErrorRaw, listImportErrors } from '#store/import-errors.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { getOwnImport } from './get-import.ts';

export interface ImportErrorLine {
  readonly position: string;
  readonly problem: string;
  /** Null when there are no raw bytes to look at. */
  readonly bytes: number | null;
}

const pageSize = 1_000;

/** Streams them page by page, however many there are. */
export async function* readImportErrors(ctx: Context, input: { importId: string }): AsyncGenerator<ImportErrorLine> {
  const { id } = await getOwnImport(ctx, input.importId);
  let after = '';
  for (;;) {
    const lines = await listImportErrors(ctx.db, { importId: id, after, limit: pageSize });
    yield* lines;
    const last = lines.at(-1);
    if (!last || lines.length < pageSize) return;
    after = last.position;
  }
}

export async function getImportErrorRaw(ctx: Context, input: { importId: string; position: string }): Promise<Buffer> {
  const { id } = await getOwnImport(ctx, input.importId);
  const raw = await findImportErrorRaw(ctx.db, { importId: id, position: input.position });
  if (!raw) throw notFound();
  return raw;
}

/** Imports are their user's own: to others they do not exist. */
import type { ImportRun } from '#contract/imports.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import { findImport, type ImportRow, listImports as listRows, lockImport } from '#store/import-runs.ts';
import { allow, userOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { Connector } from './connector.ts';
import { describeImport } from './describe-import.ts';

export async function getOwnImport(ctx: Context, importId: string): Promise<Allowed<ImportRow>> {
  return allow(ctx.actor, 'use-own', await findImport(ctx.db, importId));
}

/** The row, held until the end of the transaction. */
export async function lockOwnImport(ctx: Context, tx: Tx, importId: string): Promise<Allowed<ImportRow>> {
  return allow(ctx.actor, 'use-own', await lockImport(tx, importId));
}

export function connectorOf(ctx: Context, row: ImportRow): Connector {
  const connector = ctx.ports.connectors.find(({ name }) => name === row.connector);
  if (!connector) throw new AppError('import-unknown-format');
  return connector;
}

export async function getImport(ctx: Context, input: { importId: string }): Promise<ImportRun> {
  return describeImport(await getOwnImport(ctx, input.importId), ctx.now());
}

const pageSize = 50;

export async function listImports(
  ctx: Context,
  input: { cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: ImportRun[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const [createdAt, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const before = id === undefined ? null : { createdAt: new Date(String(createdAt)), id: String(id) };
  const rows = await listRows(ctx.db, { userId: userOf(ctx.actor), before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? writeCursor([last.createdAt.toISOString(), last.id]) : null;
  return { items: shown.map((row) => describeImport(row, ctx.now())), nextCursor };
}

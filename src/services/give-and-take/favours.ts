/** What they asked of us: seen, and not answered until somebody does. */
import type { Promised } from '#contract/promises.ts';
import { listFavourRows } from '#store/promises.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { createPromise, describePromise } from '../promises/promises.ts';

const pageSize = 30;

export async function listFavours(
  ctx: Context,
  input: { cursor?: string; limit?: number },
): Promise<{ items: Promised[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const [dueAt, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const rows = await listFavourRows(ctx.db, {
    viewer: viewerOf(ctx.actor),
    after: id === undefined ? null : { dueAt: new Date(String(dueAt)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map(describePromise),
    nextCursor: more ? writeCursor([last.dueAt.toISOString(), last.id]) : null,
  };
}

export function createFavour(ctx: Context, input: { partyId: string; text: string; dueAt: string }): Promise<Promised> {
  return createPromise(ctx, { ...input, kind: 'answer', owedBy: 'ours' });
}

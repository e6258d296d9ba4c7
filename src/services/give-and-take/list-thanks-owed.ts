/** For what nobody was thanked yet, over all relations. */
import type { ThanksLine } from '#contract/give-and-take.ts';
import { listThanksRows, type ThanksRow } from '#store/give-and-take.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';

const pageSize = 30;
/** What lies further back is no longer on anybody's mind. */
const lookedBackMs = 365 * 86_400_000;

export async function listThanksOwed(
  ctx: Context,
  input: { cursor?: string; limit?: number },
): Promise<{ items: ThanksLine[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const [atMs, interactionId, kind] = readCursor(input.cursor, ['number', 'id', 'text']) ?? [];
  const rows = await listThanksRows(ctx.db, {
    viewer: viewerOf(ctx.actor),
    sinceMs: ctx.now().getTime() - lookedBackMs,
    after:
      interactionId === undefined
        ? null
        : { atMs: Number(atMs), interactionId: String(interactionId), kind: String(kind) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map(describe),
    nextCursor: more ? writeCursor([last.atMs, last.interactionId, last.kind]) : null,
  };
}

function describe(row: ThanksRow): ThanksLine {
  const { interactionId, kind, what, newcomer } = row;
  return {
    ...{ interactionId, kind, what, newcomer },
    party: { id: row.partyId, name: row.partyName },
    colleague: { id: row.colleagueId, name: row.colleagueName },
    at: new Date(row.atMs).toISOString(),
    gotForIt: row.gotForIt ?? 'unknown',
  };
}

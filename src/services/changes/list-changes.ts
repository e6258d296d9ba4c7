/** The history as one actor may see it. */
import type { Change } from '#contract/changes.ts';
import { type ChangeFilter, type ListedChange, pageChanges } from '#store/changes.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { type ChangeNames, idsIn, nameChanges } from './name-changes.ts';

const pageSize = 50;

interface Page {
  readonly items: Change[];
  readonly nextCursor: string | null;
}

interface ListInput extends ChangeFilter {
  readonly cursor?: string;
  readonly limit?: number;
}

export async function listChanges(ctx: Context, input: ListInput): Promise<Page> {
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const after = id === undefined ? null : { at: new Date(String(at)), id: String(id) };
  const rows = await pageChanges(ctx.db, { viewer: viewerOf(ctx.actor), filter: input, after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? writeCursor([last.at.toISOString(), last.id]) : null;
  const named = await nameChanges(ctx.db, ctx.actor, shown);
  return { items: shown.map((row) => describeChange(row, named)), nextCursor };
}

export function listBin(ctx: Context, input: { cursor?: string; limit?: number }): Promise<Page> {
  return listChanges(ctx, { ...input, inBin: true });
}

function describeChange(row: ListedChange, { names, labelOf }: ChangeNames): Change {
  // A row that was taken away is kept whole to bring it back; what is told of it is its name.
  const told = row.act === 'update' ? Object.keys(row.after) : [];
  const fields = told.map((name) => ({ name, before: row.before[name] ?? null, after: row.after[name] ?? null }));
  const ids = idsIn(fields.map(({ before, after }) => [before, after]));
  return {
    id: row.id,
    noun: row.noun,
    recordId: row.recordId,
    party: row.partyId === null ? null : { id: row.partyId, name: row.partyName ?? '' },
    act: row.act,
    label: labelOf(row),
    fields,
    names: Object.fromEntries(ids.flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : []))),
    by: row.userId === null ? null : { id: row.userId, name: row.userName ?? '' },
    origin: row.origin,
    at: row.at.toISOString(),
    batchSize: row.batchSize,
    isUndone: row.undoneAt !== null,
    isUndo: row.undoes !== null,
  };
}

/** Puts thousands of relations back with one statement for each field that was changed. */
import { v7 as uuidv7 } from 'uuid';
import type { FieldInput } from '#contract/party-facts.ts';
import { type BulkEdit, binManyParties, revertManyParties, unbinManyParties } from '#store/bulk-edits.ts';
import type { ChangeRow } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { setOwnField } from '../bulk/set-own-field.ts';
import { followBulk, stampOf } from '../bulk/stamp.ts';
import type { Reviser } from '../changes/reviser.ts';
import type { Context } from '../context.ts';

const fields: readonly BulkEdit['field'][] = ['roles', 'tags', 'groups', 'contactWish'];

const ownPrefix = 'fields.';

type Way =
  | { readonly kind: 'field'; readonly field: BulkEdit['field'] }
  | { readonly kind: 'own-field'; readonly name: string }
  | { readonly kind: 'restore' | 'remove' }
  | null;

/** Null: something else was changed as well; then each is put back for itself. */
function wayOf(row: ChangeRow): Way {
  if (row.act === 'remove') return { kind: 'restore' };
  if (row.act === 'restore') return { kind: 'remove' };
  const [name, ...others] = Object.keys(row.after);
  if (row.act === 'update' && name?.startsWith(ownPrefix) && others.length === 0) return { kind: 'own-field', name };
  const field = fields.find((one) => one === name);
  return row.act === 'update' && field && others.length === 0 ? { kind: 'field', field } : null;
}

export function reviseManyParties(one: Reviser): NonNullable<Reviser['reviseMany']> {
  return async (ctx, tx, rows) => {
    const ways = Map.groupBy(rows, (row) => JSON.stringify(wayOf(row)));
    let undone = 0;
    for (const [text, list] of ways) {
      const way = JSON.parse(text) as Way;
      undone += way === null ? await reviseEach(ctx, tx, one, list) : await reviseAlike(ctx, tx, way, list);
    }
    return undone;
  };
}

/** No statement keeps others waiting for long. */
const mostAtOnce = 2_000;

async function reviseAlike(ctx: Context, tx: Tx, way: NonNullable<Way>, rows: readonly ChangeRow[]): Promise<number> {
  let undone = 0;
  for (let from = 0; from < rows.length; from += mostAtOnce) {
    undone += await reviseStretch(ctx, tx, way, rows.slice(from, from + mostAtOnce));
  }
  return undone;
}

async function reviseStretch(ctx: Context, tx: Tx, way: NonNullable<Way>, rows: readonly ChangeRow[]): Promise<number> {
  if (way.kind === 'own-field') return reviseOwnField(ctx, tx, way.name, rows);
  const target = {
    partyIds: rows.map(({ recordId }) => recordId),
    changeIds: rows.map(() => uuidv7()),
    undoes: rows.map(({ id }) => id),
  };
  const bulk = { target, stamp: stampOf(ctx) };
  const changed =
    way.kind === 'field'
      ? await revertManyParties(tx, bulk, way.field)
      : await (way.kind === 'restore' ? unbinManyParties : binManyParties)(tx, bulk);
  await followBulk(ctx, tx, { partyIds: changed, changesFigures: way.kind !== 'field' || way.field === 'contactWish' });
  return changed.length;
}

function reviseOwnField(ctx: Context, tx: Tx, name: string, rows: readonly ChangeRow[]): Promise<number> {
  const settings = rows.map((row) => ({
    partyId: row.recordId,
    value: (row.before[name] ?? null) as FieldInput,
    undoing: { was: row.after[name], changeId: row.id },
  }));
  return setOwnField(ctx, tx, { key: name.slice(ownPrefix.length), settings });
}

async function reviseEach(ctx: Context, tx: Tx, one: Reviser, rows: readonly ChangeRow[]): Promise<number> {
  let undone = 0;
  for (const row of rows) {
    const within = { ...ctx, undoes: row.id };
    const current = await one.read(within, tx, row.recordId, Object.keys(row.after));
    if (current === null) continue;
    if (row.act === 'create') await one.remove(within, tx, row.recordId);
    else await one.write(within, tx, row.recordId, row.before);
    undone += 1;
  }
  return undone;
}

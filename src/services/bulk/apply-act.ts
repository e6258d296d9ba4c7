/** One act on a stretch of relations. */
import { v7 as uuidv7 } from 'uuid';
import type { BulkAct } from '#contract/bulk.ts';
import { type BulkEdit, binManyParties, editManyParties, findNameByKey } from '#store/bulk-edits.ts';
import type { Tx } from '#store/database.ts';
import { ensureGroups } from '#store/groups.ts';
import { ensureTags } from '#store/tags.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { normaliseText } from '../parties/names.ts';
import { setOwnField } from './set-own-field.ts';
import { followBulk, stampOf } from './stamp.ts';

/** Answers how many were changed by it. */
export async function applyAct(
  ctx: Context,
  tx: Tx,
  { act, partyIds }: { act: BulkAct; partyIds: readonly string[] },
): Promise<number> {
  const target = { partyIds, changeIds: partyIds.map(() => uuidv7()) };
  const bulk = { target, stamp: stampOf(ctx) };
  if (act.kind === 'remove') {
    const gone = await binManyParties(tx, bulk);
    await followBulk(ctx, tx, { partyIds: gone, changesFigures: true });
    return gone.length;
  }
  if (act.kind === 'set-field') {
    const { field: key, value } = act;
    return setOwnField(ctx, tx, { key, settings: partyIds.map((partyId) => ({ partyId, value })) });
  }
  const edit = await readEdit(ctx, tx, act);
  if (edit === null) return 0;
  const changed = await editManyParties(tx, bulk, edit);
  await followBulk(ctx, tx, { partyIds: changed, changesFigures: edit.field === 'contactWish' });
  return changed.length;
}

/** Tags and groups by the name they have here; null: there is none to take away. */
async function readEdit(
  ctx: Context,
  tx: Tx,
  act: Exclude<BulkAct, { kind: 'remove' | 'set-field' }>,
): Promise<BulkEdit | null> {
  const made = { by: viewerOf(ctx.actor), at: ctx.now() };
  switch (act.kind) {
    case 'add-role':
      return { field: 'roles', add: act.role };
    case 'remove-role':
      return { field: 'roles', remove: act.role };
    case 'set-wish':
      return { field: 'contactWish', value: act.wish };
    case 'add-tag':
      await ensureTags(tx, [{ id: uuidv7(), name: act.tag, key: normaliseText(act.tag), colour: 'grey' }], made);
      return named('tags', 'add', await findNameByKey(tx, 'tags', normaliseText(act.tag)));
    case 'add-group':
      await ensureGroups(tx, [{ id: uuidv7(), name: act.group, key: normaliseText(act.group), note: null }], made);
      return named('groups', 'add', await findNameByKey(tx, 'groups', normaliseText(act.group)));
    case 'remove-tag':
      return named('tags', 'remove', await findNameByKey(tx, 'tags', normaliseText(act.tag)));
    case 'remove-group':
      return named('groups', 'remove', await findNameByKey(tx, 'groups', normaliseText(act.group)));
  }
}

function named(field: 'tags' | 'groups', how: 'add' | 'remove', name: string | null): BulkEdit | null {
  if (name === null) return null;
  return how === 'add' ? { field, add: name } : { field, remove: name };
}

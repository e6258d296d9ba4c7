/** Puts a declared link back to how it was. One that was taken away comes back under a new id. */

import type { FieldValues } from '#store/changes.ts';
import { findRelation, listSameRelations } from '#store/relations.ts';
import type { Reviser } from '../changes/reviser.ts';
import { createRelation, type RelationInput, relationFieldsOf, removeRelation, updateRelation } from './relations.ts';

export const relationReviser: Reviser = {
  async read(_ctx, tx, recordId) {
    const row = await findRelation(tx, recordId, { lock: true });
    return row ? relationFieldsOf(row) : null;
  },
  async write(ctx, _tx, recordId, { title, fromOn, untilOn }) {
    const dates = Object.entries({ title, fromOn, untilOn }).filter(([, value]) => value !== undefined);
    await updateRelation(ctx, { relationId: recordId, ...Object.fromEntries(dates) });
  },
  async remove(ctx, tx, recordId) {
    const row = await findRelation(tx, recordId);
    if (row) await removeRelation(ctx, { relationId: row.id });
  },
  async restore(ctx, tx, _recordId, values) {
    const ends = values as FieldValues & RelationInput;
    const { fromOn = null, untilOn = null } = ends;
    if ((await listSameRelations(tx, { ...ends, fromOn, untilOn })).length === 0) await createRelation(ctx, ends);
  },
};

/** Puts a declared link back to how it was. One that was taken away comes back under a new id. */

import type { FieldValues } from '#store/changes.ts';
import { findRelation, findSameRelation } from '#store/relations.ts';
import type { Reviser } from '../changes/reviser.ts';
import { createRelation, type RelationInput, relationFieldsOf, removeRelation } from './relations.ts';

export const relationReviser: Reviser = {
  async read(_ctx, tx, recordId) {
    const row = await findRelation(tx, recordId);
    return row ? relationFieldsOf(row) : null;
  },
  async write(ctx, tx, recordId, values) {
    const row = await findRelation(tx, recordId);
    if (row) await createRelation(ctx, { ...relationFieldsOf(row), ...values } as FieldValues & RelationInput);
  },
  async remove(ctx, tx, recordId) {
    const row = await findRelation(tx, recordId);
    if (row) await removeRelation(ctx, { relationId: row.id });
  },
  async restore(ctx, tx, _recordId, values) {
    const ends = values as FieldValues & RelationInput;
    if (!(await findSameRelation(tx, ends))) await createRelation(ctx, ends);
  },
};

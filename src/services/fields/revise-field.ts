/** Puts the definition of an own field back. */
import { type FieldRow, findField, insertField, listFields } from '#store/fields.ts';
import { allow, isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { type FieldChange, removeField, updateField } from './define-fields.ts';
import { definitionOf, noteField } from './note-field.ts';

export const fieldReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findField(tx, recordId);
    return row && isAllowed(ctx.actor, 'govern', {}) ? definitionOf(row) : null;
  },
  async write(ctx, _tx, recordId, values) {
    await updateField(ctx, { ...(values as Partial<FieldChange>), fieldId: recordId });
  },
  async remove(ctx, _tx, recordId) {
    await removeField(ctx, { fieldId: recordId });
  },
  async restore(ctx, tx, recordId, values) {
    allow(ctx.actor, 'govern', {});
    const { isArchived, ...kept } = values as unknown as FieldRow & { isArchived: boolean };
    const place = (await listFields(tx)).length + 1;
    const row = { ...kept, id: recordId, place, version: 1, archivedAt: isArchived ? ctx.now() : null };
    await insertField(tx, { ...row, createdAt: ctx.now() });
    await noteField(ctx, tx, { act: 'restore', now: { ...row, createdAt: ctx.now() } });
  },
};

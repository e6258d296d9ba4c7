/** Puts a template back to how it was. */
import { findMailTemplate } from '#store/mail-templates.ts';
import { isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { changeTemplate, removeTemplate, restoreTemplate, type TemplateChange, templateFieldsOf } from './templates.ts';

export const templateReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findMailTemplate(tx, { id: recordId, lock: true });
    return row && row.deletedAt === null && isAllowed(ctx.actor, 'edit', row) ? templateFieldsOf(row) : null;
  },
  async write(ctx, _tx, recordId, values) {
    await changeTemplate(ctx, { ...(values as Partial<TemplateChange>), templateId: recordId });
  },
  async remove(ctx, _tx, recordId) {
    await removeTemplate(ctx, { templateId: recordId });
  },
  async restore(ctx, tx, recordId) {
    await restoreTemplate(ctx, tx, recordId);
  },
};

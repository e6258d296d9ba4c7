/** Puts a mail that was not sent back to how it was. */
import { findOutboxMail } from '#store/outbox.ts';
import { isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { getOwnMail } from './get-outbox.ts';
import { outboxFields } from './note-outbox.ts';
import { type MailChange, moveOutbox, removeOutbox, updateOutbox } from './write-outbox.ts';

export const outboxReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findOutboxMail(tx, { id: recordId, lock: true });
    return row && row.deletedAt === null && isAllowed(ctx.actor, 'edit', row) ? outboxFields(row) : null;
  },
  async write(ctx, _tx, recordId, values) {
    await updateOutbox(ctx, { ...(values as Partial<MailChange>), outboxId: recordId });
  },
  async remove(ctx, _tx, recordId) {
    await removeOutbox(ctx, { outboxId: recordId });
  },
  async restore(ctx, tx, recordId) {
    const row = await getOwnMail(ctx, tx, recordId, { lock: true, inBin: true });
    if (row.deletedAt !== null) await moveOutbox(ctx, tx, row, { deletedAt: null });
  },
};

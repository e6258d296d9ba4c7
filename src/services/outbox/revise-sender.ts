/** Puts the way a mailbox sends back to how it was; its password stays as it is. */
import { findMailSender } from '#store/mail-senders.ts';
import { isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { removeSender, restoreSender, type SenderChange, senderFields, setSender } from './senders.ts';

export const senderReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findMailSender(tx, { connectionId: recordId, lock: true });
    return row && row.host !== null && isAllowed(ctx.actor, 'see', row) ? senderFields(row) : null;
  },
  async write(ctx, _tx, recordId, values) {
    await setSender(ctx, { ...(values as Partial<SenderChange>), connectionId: recordId });
  },
  async remove(ctx, _tx, recordId) {
    await removeSender(ctx, { connectionId: recordId });
  },
  async restore(ctx, tx, recordId) {
    await restoreSender(ctx, tx, recordId);
  },
};

/** Puts back what colleagues saw of a conversation. */
import type { MailSharing } from '#contract/mailroom.ts';
import { findThread } from '#store/mail-threads.ts';
import { viewerOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Reviser } from '../changes/reviser.ts';
import { shareThread } from './sharing.ts';

export const threadReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findThread(tx, { viewer: viewerOf(ctx.actor), id: recordId });
    return row ? { sharing: row.sharing } : null;
  },
  async write(ctx, _tx, recordId, values) {
    const { sharing = null } = values as { sharing?: MailSharing | null };
    await shareThread(ctx, { threadId: recordId, sharing });
  },
  async remove() {
    throw new AppError('not-allowed');
  },
  async restore() {
    throw new AppError('not-allowed');
  },
};

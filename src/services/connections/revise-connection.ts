/** Puts a connection back to how it was; its secret stays what it is. */
import { findConnection, setConnectionDeleted } from '#store/connections.ts';
import type { Tx } from '#store/database.ts';
import type { SharingLevel } from '#store/mail-sharing.ts';
import { allow } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import type { Reviser } from '../changes/reviser.ts';
import type { Context } from '../context.ts';
import { shareMailbox } from '../mail/sharing.ts';
import { removeConnection, updateConnectionFields } from './change-connection.ts';
import { mayChange } from './describe-connection.ts';
import { askRun } from './lease.ts';
import { connectionFields, noteConnection } from './note-connection.ts';

export const connectionReviser: Reviser = {
  async read(_ctx, tx, recordId) {
    const row = await findConnection(tx, { id: recordId, lock: true });
    return row && row.deletedAt === null ? connectionFields(row) : null;
  },
  async write(ctx, _tx, recordId, values) {
    const { sharing, ...others } = values as { name?: string; isPaused?: boolean; sharing?: SharingLevel };
    if (sharing !== undefined) await shareMailbox(ctx, { connectionId: recordId, sharing });
    if (Object.keys(others).length > 0) await updateConnectionFields(ctx, { ...others, connectionId: recordId });
  },
  async remove(ctx, _tx, recordId) {
    await removeConnection(ctx, { connectionId: recordId });
  },
  async restore(ctx, tx, recordId) {
    const row = await getPutAway(ctx, tx, recordId);
    await setConnectionDeleted(tx, row, { at: null, nextRunAt: ctx.now() });
    await noteConnection(ctx, tx, { act: 'restore', now: row });
    await askRun(ctx, tx, row);
  },
};

async function getPutAway(ctx: Context, tx: Tx, id: string) {
  const row = await findConnection(tx, { id, lock: true });
  if (!row) throw notFound();
  if (!mayChange(ctx, row)) throw new AppError('not-allowed');
  return allow(ctx.actor, 'see', row);
}

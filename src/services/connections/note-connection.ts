/** What people changed of a connection, for history and undo; never its secret. */
import type { ChangeAct } from '#store/changes.ts';
import type { ConnectionRow } from '#store/connections.ts';
import type { Tx } from '#store/database.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

interface Noted {
  readonly act: ChangeAct;
  readonly was?: ConnectionRow;
  readonly now: ConnectionRow;
}

export async function noteConnection(ctx: Context, tx: Tx, { act, was, now }: Noted): Promise<void> {
  const sides = was ? { before: connectionFields(was), after: connectionFields(now) } : {};
  const { id: recordId, name: label, version, ownerUserId: privateTo } = now;
  await noteChange(ctx, tx, { noun: 'connection', recordId, partyId: null, act, label, version, privateTo, ...sides });
}

export function connectionFields({ name, isPaused, sharing }: ConnectionRow) {
  return { name, isPaused, sharing };
}

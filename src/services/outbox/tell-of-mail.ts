/** Whoever wrote it is told when it did not go out, or when nobody knows. */
import type { Tx } from '#store/database.ts';
import type { OutboxRow } from '#store/outbox.ts';
import { type Context, systemActor } from '../context.ts';
import { notify } from '../notifications/notify.ts';

export async function tellOfMail(ctx: Context, tx: Tx, row: Pick<OutboxRow, 'id' | 'authorId' | 'state' | 'attempts'>) {
  // It is the house that tells: the writer was not there when it happened.
  const house = { ...ctx, actor: systemActor };
  const { id: recordId, authorId: userId } = row;
  const key = `mail ${row.state} ${recordId} ${row.attempts}`;
  await notify(house, tx, { userId, kind: 'mail-trouble', noun: 'outbox-mail', recordId, partyId: null, key });
}

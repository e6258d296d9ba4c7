/** Puts a copy into the folder for what was sent, where the server does not do so itself. */
import type { ConnectionSettings } from '#contract/connection-kinds.ts';
import type { Allowed } from '#store/allowed.ts';
import { listPlaces } from '#store/connection-places.ts';
import { findConnection } from '#store/connections.ts';
import { type OutboxRow, updateOutboxMail } from '#store/outbox.ts';
import { transact } from '#store/transact.ts';
import { lendReach, readerOf } from '../connections/reach.ts';
import { openSecret } from '../connections/secrets.ts';
import type { Context } from '../context.ts';
import { getOwnMail } from './get-outbox.ts';
import type { Sent } from './keep-sent.ts';
import { getSender } from './senders.ts';

const longestMs = 60_000;

/** The mail went out whatever happens here; what did not work is said beside it. */
export async function fileSent(ctx: Context, row: Allowed<OutboxRow>, { raw }: Sent): Promise<void> {
  const sender = await getSender(ctx, ctx.db, row.connectionId);
  const connection = await findConnection(ctx.db, { id: row.connectionId });
  if (!sender.keepsSent || !connection) return;
  const settings = connection.settings as ConnectionSettings;
  const reader = readerOf(ctx, settings.kind);
  const place = (await listPlaces(ctx.db, [connection.id])).find(({ role }) => role === 'sent')?.place;
  if (!reader.put || place === undefined) return;
  try {
    const signal = AbortSignal.timeout(longestMs);
    const { ownerUserId } = connection;
    const secret = await openSecret(ctx, connection);
    await reader.put(await lendReach(ctx, { settings, secret, signal, ownerUserId }), { place, raw });
  } catch {
    await transact(ctx.db, async (tx) => {
      const now = await getOwnMail(ctx, tx, row.id, { lock: true, inBin: true });
      await updateOutboxMail(tx, now, { problem: 'not-filed', at: ctx.now() });
    });
  }
}

/** What was sent is in the log and among the mails at once; the copy that the mailbox brings later is the same mail by its Message-ID. */
import type { Allowed } from '#store/allowed.ts';
import { findConnection } from '#store/connections.ts';
import type { Tx } from '#store/database.ts';
import { findMailId } from '#store/mails.ts';
import { type OutboxRow, updateOutboxMail } from '#store/outbox.ts';
import { keepItems } from '../connections/keepers.ts';
import type { Context } from '../context.ts';
import { refreshSoon } from '../figures/refresh-soon.ts';
import type { MailItem } from '../mail/mail-item.ts';

export interface Sent {
  readonly item: MailItem;
  readonly raw: Buffer;
}

/** As the mailbox would read it: by the same parser, so that both are the same to the letter. */
export async function readSent(ctx: Context, row: OutboxRow, raw: Buffer, at: Date): Promise<Sent | null> {
  const ownAddresses = [row.mailboxAddress.toLowerCase()];
  const read = await ctx.ports.mailOpener.read(raw, { ownAddresses, nowMs: at.getTime() });
  if (!read) return null;
  const shape = { type: 'mail', copy: null, isWhole: true, isSeen: true, isSent: true } as const;
  return { raw, item: { ...shape, ...read, raw, sizeBytes: raw.length } };
}

export async function keepSent(ctx: Context, tx: Tx, row: Allowed<OutboxRow>, { item }: Sent): Promise<void> {
  const connection = await findConnection(tx, { id: row.connectionId });
  if (!connection || connection.deletedAt !== null || connection.sourceNumber === null) return;
  const source = { number: connection.sourceNumber, ownerUserId: connection.ownerUserId };
  const kept = await keepItems(ctx, tx, { connection, source, place: '' }, [item]);
  const messageKey = item.record.sourceKey;
  const mailId = await findMailId(tx, { connectionId: row.connectionId, messageKey });
  if (mailId !== undefined) await updateOutboxMail(tx, row, { mailId, at: ctx.now() });
  refreshSoon(tx, { tieIds: kept.tieIds, now: ctx.now });
}

/** Mails of a conversation, each with who of those in it are relations that one may see. */
import type { Mail } from '#contract/mailroom.ts';
import { findPartiesByIdentity } from '#store/identities.ts';
import type { MailLine } from '#store/mail-threads.ts';
import type { MailRow } from '#store/mails.ts';
import { isAllowed } from '../allow.ts';
import type { Context } from '../context.ts';
import { saysNoMail } from './says-no-mail.ts';

export async function describeMails(ctx: Context, rows: readonly MailRow[]): Promise<Mail[]> {
  const partyOf = await findParties(ctx, rows);
  const person = ({ address, name }: MailLine) => ({
    address,
    name,
    partyId: partyOf.get(address.toLowerCase()) ?? null,
  });
  return rows.map((row) => ({
    id: row.id,
    threadId: row.threadId,
    interactionId: row.interactionId,
    at: row.sentAt.toISOString(),
    direction: row.direction,
    from: person({ address: row.fromAddress, name: row.fromName }),
    to: row.toLines.map(person),
    cc: row.ccLines.map(person),
    subject: row.subject,
    snippet: row.snippet,
    hasAttachments: row.hasAttachments,
    isSeen: row.isSeen,
    isPersonal: row.mailClass === 'person',
    isReadable: row.level === 'all',
    saysNoMail: row.direction === 'in' && row.mailClass === 'person' && saysNoMail(row.snippet ?? ''),
  }));
}

async function findParties(ctx: Context, rows: readonly MailRow[]): Promise<Map<string, string>> {
  const lines = rows.flatMap((row) => [
    row.fromAddress,
    ...[...row.toLines, ...row.ccLines].map((line) => line.address),
  ]);
  const keys = [...new Set(lines.map((address) => address.toLowerCase()))].map((value) => ({ kind: 'mail', value }));
  const known = await findPartiesByIdentity(ctx.db, keys);
  return new Map(
    known.filter((party) => isAllowed(ctx.actor, 'see', party)).map(({ value, partyId }) => [value, partyId]),
  );
}

/** The letter that goes out: what was written, the signature, and below it what it answers. */
import { gunzipSync } from 'node:zlib';
import type { RichText } from '#contract/rich-text.ts';
import type { MailSenderRow } from '#store/mail-senders.ts';
import { findMail, findRaw } from '#store/mails.ts';
import type { OutboxRow } from '#store/outbox.ts';
import { listOutboxFiles } from '#store/outbox-files.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { keptPath } from '../files/kept-files.ts';
import { getFirm } from '../firm.ts';
import { getUserRow } from '../user-row.ts';
import { mailHtmlOf, mailTextOf, type Quoted } from './rich-mail.ts';
import { addressOf } from './senders.ts';

/** The line above what is quoted; words are the doors' business. */
export type QuoteWords = (about: { locale: 'nl' | 'en'; at: Date; timeZone: string; name: string }) => string;

const mostQuoted = 20_000;

export async function writeLetter(
  ctx: Context,
  row: OutboxRow,
  sender: MailSenderRow,
  { at, words }: { at: Date; words: QuoteWords },
): Promise<{ raw: Buffer }> {
  const author = await getUserRow(ctx.db, row.authorId);
  // As contract/rich-text.ts let them in.
  const body = row.body as RichText;
  const signature = row.hasSignature ? (sender.signature as RichText | null) : null;
  const quoted = await quote(ctx, row, { locale: author.locale, words });
  const files = await listOutboxFiles(ctx.db, [row.id]);
  const raw = await ctx.ports.outgoing.mailWay.compose({
    from: { address: addressOf(sender), name: sender.fromName ?? author.name },
    to: row.toLines,
    cc: row.ccLines,
    subject: row.subject,
    text: mailTextOf({ body, signature, quoted }),
    html: mailHtmlOf({ body, signature, quoted }),
    messageId: row.messageId ?? '',
    answers: row.answers,
    at,
    files: files.map(({ name, mediaType, storageKey }) => ({
      name,
      mediaType,
      path: keptPath(ctx.ports.fileFolder, storageKey),
    })),
  });
  return { raw };
}

/** Null where it answers nothing, or what it answers cannot be read (any more). */
async function quote(
  ctx: Context,
  row: OutboxRow,
  { locale, words }: { locale: 'nl' | 'en'; words: QuoteWords },
): Promise<Quoted | null> {
  if (row.answersMailId === null) return null;
  const viewer = viewerOf(ctx.actor);
  const mail = await findMail(ctx.db, { viewer, id: row.answersMailId });
  const stored = await findRaw(ctx.db, { viewer, mailId: row.answersMailId });
  if (!mail || !stored) return null;
  const opened = await ctx.ports.mailOpener.open(gunzipSync(stored.raw), { withRemote: false });
  const text = opened?.text.trim().slice(0, mostQuoted) ?? '';
  if (text === '') return null;
  const { timeZone } = await getFirm(ctx.db);
  return { lead: words({ locale, at: mail.sentAt, timeZone, name: mail.fromName ?? mail.fromAddress }), text };
}

/** Sending: at once (with ten seconds to think again) or later; taking it back; and deciding where nobody knows how it ended. */
import type { OutboxMail } from '#contract/outbox.ts';
import type { RichText } from '#contract/rich-text.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import { listUnwilling } from '#store/mail-refusals.ts';
import { type OutboxRow, updateOutboxMail } from '#store/outbox.ts';
import { transact } from '#store/transact.ts';
import { userOf, viewerOf } from '../allow.ts';
import { AppError, type Problem } from '../app-error.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { plainTextOf } from '../notes/plain-text.ts';
import { addressesOf, describeOne, getOwnMail, isUnasked } from './get-outbox.ts';
import { getSender, noServer } from './senders.ts';
import { isKnownName, namesIn } from './template-fields.ts';

/** So long one can think again. */
export const secondThoughtMs = 10_000;
const mostAheadMs = 366 * 86_400_000;
/** What is due sooner gets a job of its own; the rest is found by the clock. */
const soonMs = 120_000;

interface SendInput {
  readonly outboxId: string;
  readonly at?: string;
  readonly isAskedFor?: boolean;
}

export async function sendOutbox(ctx: Context, input: SendInput): Promise<OutboxMail> {
  return transact(ctx.db, async (tx) => {
    const row = await getOwnMail(ctx, tx, input.outboxId, { lock: true });
    if (row.state === 'sending' || row.state === 'sent' || row.state === 'unknown') throw new AppError('mail-gone');
    await checkWhole(ctx, tx, row);
    const isAskedFor = await checkWilling(ctx, tx, row, input.isAskedFor ?? false);
    const laterAt = readMoment(ctx, input.at);
    const sendAt = laterAt ?? new Date(ctx.now().getTime() + secondThoughtMs);
    await updateOutboxMail(tx, row, {
      ...{ state: 'waiting', sendAt, laterAt, attempts: 0, problem: null, serverWords: null, refusedLines: [] },
      askedForBy: isAskedFor ? userOf(ctx.actor) : null,
      at: ctx.now(),
    });
    await leaveJob(ctx, tx, row, sendAt);
    return describeOne(ctx, tx, await getOwnMail(ctx, tx, row.id));
  });
}

export async function recallOutbox(ctx: Context, { outboxId }: { outboxId: string }): Promise<OutboxMail> {
  return transact(ctx.db, async (tx) => {
    const row = await getOwnMail(ctx, tx, outboxId, { lock: true });
    if (row.state !== 'waiting' && row.state !== 'draft') throw new AppError('mail-gone');
    await updateOutboxMail(tx, row, { state: 'draft', sendAt: null, laterAt: null, at: ctx.now() });
    return describeOne(ctx, tx, await getOwnMail(ctx, tx, outboxId));
  });
}

/** 'again' goes out under the same Message-ID: a server that has it already can tell. */
export async function decideOutbox(
  ctx: Context,
  { outboxId, outcome }: { outboxId: string; outcome: 'sent' | 'again' },
): Promise<OutboxMail> {
  return transact(ctx.db, async (tx) => {
    const row = await getOwnMail(ctx, tx, outboxId, { lock: true });
    if (row.state !== 'unknown') throw new AppError('mail-gone');
    const at = ctx.now();
    const common = { lease: null, problem: null, serverWords: null, at };
    if (outcome === 'sent') {
      await updateOutboxMail(tx, row, { ...common, state: 'sent', sentAt: row.leasedAt ?? at });
      await ctx.enqueue({ name: 'send-mail', data: { outboxId, userId: row.authorId } }, tx);
    } else {
      await updateOutboxMail(tx, row, { ...common, state: 'waiting', sendAt: at, attempts: 0 });
      await leaveJob(ctx, tx, row, at);
    }
    return describeOne(ctx, tx, await getOwnMail(ctx, tx, outboxId));
  });
}

export async function leaveJob(ctx: Context, tx: Tx, row: OutboxRow, sendAt: Date): Promise<void> {
  if (sendAt.getTime() - ctx.now().getTime() > soonMs) return;
  const data = { outboxId: row.id, userId: row.authorId };
  await ctx.enqueue({ name: 'send-mail', data, after: sendAt }, tx);
}

async function checkWhole(ctx: Context, tx: Tx, row: OutboxRow): Promise<void> {
  const sender = await getSender(ctx, tx, row.connectionId);
  if (sender.host === null) throw noServer();
  const problems: Problem[] = [];
  if (addressesOf(row).length === 0)
    problems.push({ path: 'body.to', code: 'required', message: 'nobody to send it to' });
  const text = plainTextOf(row.body as RichText);
  const missing = namesIn(`${row.subject}\n${text}`).filter(isKnownName);
  if (missing.length > 0) problems.push({ path: 'body.body', code: 'field-missing', message: missing.join(', ') });
  if (text === '' && row.subject === '')
    problems.push({ path: 'body.body', code: 'empty', message: 'nothing written' });
  if (problems.length > 0) throw new AppError('bad-input', { problems });
}

/** Who asked for no mail gets one only after somebody said that they asked for this one; that is kept with the relation. */
async function checkWilling(ctx: Context, tx: Tx, row: Allowed<OutboxRow>, isAskedFor: boolean): Promise<boolean> {
  if (!isUnasked(row)) return false;
  const unwilling = await listUnwilling(tx, { addresses: addressesOf(row), viewer: viewerOf(ctx.actor) });
  if (unwilling.length === 0) return false;
  if (!isAskedFor) throw new AppError('unwilling-receiver', { params: { name: unwilling[0]?.name ?? '' } });
  if (row.askedForBy !== null) return true;
  for (const partyId of new Set(unwilling.map((party) => party.partyId))) {
    const about = { noun: 'outbox-mail', recordId: row.id, partyId, label: null } as const;
    await noteChange(ctx, tx, {
      ...about,
      act: 'update',
      before: { isAskedFor: false },
      after: { isAskedFor: true },
      version: row.version,
    });
  }
  return true;
}

function readMoment(ctx: Context, at: string | undefined): Date | null {
  if (at === undefined) return null;
  const moment = new Date(at);
  const aheadMs = moment.getTime() - ctx.now().getTime();
  if (aheadMs > 0 && aheadMs <= mostAheadMs) return moment;
  throw new AppError('bad-input', {
    problems: [{ path: 'body.at', code: 'not-ahead', message: 'within a year from now' }],
  });
}

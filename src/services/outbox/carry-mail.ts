/**
 * One try to hand a mail over, at most once: 'sending' stands in the database before the first byte leaves, so what a crash
 * leaves behind is known to be unknown, and is never tried again by itself.
 */
import { v7 as uuidv7 } from 'uuid';
import type { Allowed } from '#store/allowed.ts';
import { sayLive } from '#store/live.ts';
import {
  findOutboxMail,
  keepLease,
  listDueMails,
  listForsaken,
  type OutboxRow,
  takeForSending,
  updateOutboxMail,
} from '#store/outbox.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { ReaderProblem } from '../connections/reader.ts';
import type { Context } from '../context.ts';
import { getActorOfUser } from '../user-row.ts';
import { fileSent } from './file-sent.ts';
import { addressesOf } from './get-outbox.ts';
import { keepSent, readSent, type Sent } from './keep-sent.ts';
import { leaveJob } from './send-outbox.ts';
import { addressOf, getSender, openServer } from './senders.ts';
import type { Submission } from './submission.ts';
import { tellOfMail } from './tell-of-mail.ts';
import { type QuoteWords, writeLetter } from './write-letter.ts';

/** Whoever sends says so this often; who is silent for longer is dead. */
const beatMs = 5_000;
const silentMs = 20_000;
const longestMs = 150_000;
/** Then it is tried again, and again; after that a person must look. */
const waitsMinutes = [1, 5, 15, 60, 180, 360, 720] as const;
const mostAtOnce = 200;

interface Carrying {
  readonly outboxId: string;
  readonly userId: string;
}

export async function sendMail(
  house: Context,
  { outboxId, userId }: Carrying,
  signal: AbortSignal,
  words: QuoteWords,
): Promise<void> {
  const ctx: Context = { ...house, actor: await getActorOfUser(house.db, userId) };
  const lease = uuidv7();
  const messageId = `${uuidv7()}@${await domainOf(ctx, outboxId)}`;
  const at = ctx.now();
  const isTaken = await transact(ctx.db, (tx) => takeForSending(tx, { id: outboxId, lease, messageId, at }));
  const row = await findOutboxMail(ctx.db, { id: outboxId });
  if (!row) return;
  const mail = allow(ctx.actor, 'edit', row);
  if (!isTaken) return lookAgain(ctx, mail, words);
  const beat = startBeat(ctx, { id: outboxId, lease });
  try {
    const until = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
    const { submission, sent } = await submit(ctx, mail, until, words);
    const isSettled = await settle(ctx, { id: outboxId, lease, submission, sent });
    if (isSettled && submission.outcome === 'sent' && sent) await fileSent(ctx, mail, sent);
  } finally {
    clearInterval(beat);
  }
}

/** By the clock: what is due and has no job, and what its sender left behind. */
export async function sendDueMails(house: Context): Promise<void> {
  const now = house.now();
  const due = await listDueMails(house.db, { now, limit: mostAtOnce });
  const before = new Date(now.getTime() - silentMs);
  const forsaken = await listForsaken(house.db, { before, limit: mostAtOnce });
  for (const { id: outboxId, authorId: userId } of [...due, ...forsaken]) {
    await house.enqueue({ name: 'send-mail', data: { outboxId, userId } }, house.db);
  }
}

/** Nothing to send. Perhaps its sender died, or somebody said that it did arrive: then it is kept as sent. */
async function lookAgain(ctx: Context, row: Allowed<OutboxRow>, words: QuoteWords): Promise<void> {
  const isSilent = row.leasedAt !== null && ctx.now().getTime() - row.leasedAt.getTime() >= silentMs;
  if (row.state === 'sending' && isSilent && row.lease !== null) {
    const submission: Submission = { outcome: 'unknown', words: null };
    await settle(ctx, { id: row.id, lease: row.lease, submission, sent: null });
  }
  if (row.state !== 'sent' || row.mailId !== null || row.sentAt === null) return;
  const sender = await getSender(ctx, ctx.db, row.connectionId);
  const { raw } = await writeLetter(ctx, row, sender, { at: row.sentAt, words });
  const sent = await readSent(ctx, row, raw, row.sentAt);
  if (sent) await transact(ctx.db, (tx) => keepSent(ctx, tx, row, sent));
}

async function submit(
  ctx: Context,
  row: Allowed<OutboxRow>,
  signal: AbortSignal,
  words: QuoteWords,
): Promise<{ submission: Submission; sent: Sent | null }> {
  try {
    const sender = await getSender(ctx, ctx.db, row.connectionId);
    const server = await openServer(ctx, sender);
    const at = ctx.now();
    const { raw } = await writeLetter(ctx, row, sender, { at, words });
    const to = [...new Set(addressesOf(row))];
    const envelope = { from: addressOf(sender), to };
    // Read before it goes: what cannot be kept is not sent.
    const sent = await readSent(ctx, row, raw, at);
    const first = await ctx.ports.outgoing.mailWay.submit({ server, envelope, raw, signal });
    const isOldToken =
      first.outcome === 'failed' && first.problem === 'wrong-password' && server.secret?.type === 'token';
    if (!isOldToken) return { submission: first, sent };
    // Turned away at the door with a permission of before: once more with a new one.
    const renewed = await openServer(ctx, sender, { refused: server.secret.accessToken });
    return { submission: await ctx.ports.outgoing.mailWay.submit({ server: renewed, envelope, raw, signal }), sent };
  } catch (error) {
    // Everything here came before the first byte.
    const problem = error instanceof ReaderProblem ? 'wrong-password' : 'refused';
    const words = error instanceof ReaderProblem ? error.detail : null;
    return { submission: { outcome: 'failed', problem, words, refused: [] }, sent: null };
  }
}

interface Settling {
  readonly id: string;
  readonly lease: string;
  readonly submission: Submission;
  readonly sent: Sent | null;
}

/** Only by who sent it, also when others gave up on it meanwhile. */
async function settle(ctx: Context, { id, lease, submission, sent }: Settling): Promise<boolean> {
  return transact(ctx.db, async (tx) => {
    const found = await findOutboxMail(tx, { id, lock: true });
    if (found?.lease !== lease || (found.state !== 'sending' && found.state !== 'unknown')) return false;
    const row = allow(ctx.actor, 'edit', found);
    const at = ctx.now();
    sayLive(tx, { topics: ['mail'], only: row.authorId });
    if (submission.outcome === 'sent') {
      const refusedLines = submission.refused;
      const done = { state: 'sent', sentAt: at, refusedLines, problem: null, serverWords: null } as const;
      await updateOutboxMail(tx, row, { ...done, lease: null, at });
      if (sent) await keepSent(ctx, tx, row, sent);
      return true;
    }
    const change = endOf(row, submission, at);
    await updateOutboxMail(tx, row, { ...change, at });
    if (change.state === 'waiting' && change.sendAt) await leaveJob(ctx, tx, row, change.sendAt);
    if (change.state !== 'waiting') await tellOfMail(ctx, tx, { ...row, state: change.state });
    return true;
  });
}

function endOf(row: OutboxRow, submission: Exclude<Submission, { outcome: 'sent' }>, at: Date) {
  const serverWords = submission.words;
  // The lease stays: whoever sent it may still know better.
  if (submission.outcome === 'unknown') return { state: 'unknown', problem: 'cut-off', serverWords } as const;
  const { problem } = submission;
  const waitMinutes = submission.outcome === 'later' ? waitsMinutes[row.attempts - 1] : undefined;
  if (waitMinutes !== undefined) {
    const sendAt = new Date(at.getTime() + waitMinutes * 60_000);
    return { state: 'waiting', sendAt, lease: null, problem, serverWords } as const;
  }
  const refusedLines = submission.outcome === 'failed' ? submission.refused : [];
  return { state: 'failed', sendAt: null, lease: null, problem, serverWords, refusedLines } as const;
}

function startBeat(ctx: Context, { id, lease }: { id: string; lease: string }): NodeJS.Timeout {
  const timer = setInterval(() => {
    keepLease(ctx.db, { id, lease, at: ctx.now() }).catch(() => undefined);
  }, beatMs);
  timer.unref();
  return timer;
}

async function domainOf(ctx: Context, outboxId: string): Promise<string> {
  const row = await findOutboxMail(ctx.db, { id: outboxId });
  return row?.mailboxAddress.split('@')[1]?.toLowerCase() ?? 'hecht.invalid';
}

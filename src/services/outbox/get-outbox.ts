/** What one writes and sent: one's own, nobody else's. */
import type { OutboxMail } from '#contract/outbox.ts';
import type { RichText } from '#contract/rich-text.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Db } from '#store/database.ts';
import { listUnwilling } from '#store/mail-refusals.ts';
import { findOutboxMail, type OutboxRow, pageOutbox } from '#store/outbox.ts';
import { listOutboxFiles, type OutboxFileRow } from '#store/outbox-files.ts';
import { allow, userOf, viewerOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { plainTextOf } from '../notes/plain-text.ts';
import { isKnownName, namesIn } from './template-fields.ts';

const pageSize = 50;
const snippetLength = 160;

interface ListInput {
  readonly cursor?: string;
  readonly limit?: number;
  readonly state?: 'open' | 'sent';
  readonly partyId?: string;
}

export async function listOutbox(ctx: Context, input: ListInput) {
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const rows = await pageOutbox(ctx.db, {
    authorId: userOf(ctx.actor),
    isSent: input.state === undefined ? null : input.state === 'sent',
    partyId: input.partyId ?? null,
    after: id === undefined ? null : { at: new Date(String(at)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await describeOutbox(ctx, ctx.db, shown),
    nextCursor: rows.length > limit && last ? writeCursor([last.updatedAt.toISOString(), last.id]) : null,
  };
}

export async function getOutboxMail(ctx: Context, input: { outboxId: string }): Promise<OutboxMail> {
  return describeOne(ctx, ctx.db, await getOwnMail(ctx, ctx.db, input.outboxId));
}

/** Of whoever wrote it; in the bin only where it is asked for there. */
export async function getOwnMail(
  ctx: Context,
  db: Db,
  id: string,
  options: { lock?: boolean; inBin?: boolean } = {},
): Promise<Allowed<OutboxRow>> {
  const row = await findOutboxMail(db, { id, lock: options.lock ?? false });
  if (!row || (row.deletedAt !== null && !options.inBin)) throw notFound();
  return allow(ctx.actor, 'edit', row);
}

export async function describeOne(ctx: Context, db: Db, row: OutboxRow): Promise<OutboxMail> {
  const [described] = await describeOutbox(ctx, db, [row]);
  if (!described) throw notFound();
  return described;
}

async function describeOutbox(ctx: Context, db: Db, rows: readonly OutboxRow[]): Promise<OutboxMail[]> {
  const files = Map.groupBy(
    await listOutboxFiles(
      db,
      rows.map(({ id }) => id),
    ),
    ({ outboxId }) => outboxId,
  );
  const addresses = [...new Set(rows.filter(isUnasked).flatMap(addressesOf))];
  const unwilling = await listUnwilling(db, { addresses, viewer: viewerOf(ctx.actor) });
  return rows.map((row) => {
    const own = new Set(isUnasked(row) ? addressesOf(row) : []);
    const theirs = unwilling.filter(({ address }) => own.has(address));
    return { ...describeRow(row, files.get(row.id) ?? []), unwilling: theirs };
  });
}

type Plain = Omit<OutboxMail, 'unwilling'>;

function describeRow(row: OutboxRow, files: readonly OutboxFileRow[]): Plain {
  // As contract/rich-text.ts let it in.
  const body = row.body as RichText;
  const text = plainTextOf(body);
  const { partyId, partyName, answersMailId: mailId, answersThread: thread } = row;
  return {
    id: row.id,
    connectionId: row.connectionId,
    from: { address: row.mailboxAddress, name: row.fromName },
    answers: mailId === null || !thread ? null : { mailId, threadId: thread.id, subject: thread.subject },
    party: partyId === null || partyName === null ? null : { id: partyId, name: partyName },
    to: [...row.toLines],
    cc: [...row.ccLines],
    bcc: [...row.bccLines],
    subject: row.subject,
    body,
    snippet: text.slice(0, snippetLength),
    hasSignature: row.hasSignature,
    files: files.map(({ id, name, sizeBytes, mediaType }) => ({ id, name, sizeBytes, mediaType })),
    state: row.state,
    sendAt: row.sendAt?.toISOString() ?? null,
    laterAt: row.laterAt?.toISOString() ?? null,
    attempts: row.attempts,
    problem: row.problem as OutboxMail['problem'],
    serverWords: row.serverWords,
    refused: row.refusedLines.map(({ address, words }) => ({ address, words })),
    isAskedFor: row.askedForBy !== null,
    missing: namesIn(`${row.subject}\n${text}`).filter(isKnownName),
    sentAt: row.sentAt?.toISOString() ?? null,
    threadId: row.threadId,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** What answers somebody's mail was asked for. */
export function isUnasked(row: Pick<OutboxRow, 'answersMailId'>): boolean {
  return row.answersMailId === null;
}

export function addressesOf(row: Pick<OutboxRow, 'toLines' | 'ccLines' | 'bccLines'>): string[] {
  return [...row.toLines, ...row.ccLines, ...row.bccLines].map(({ address }) => address.toLowerCase());
}

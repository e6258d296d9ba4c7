/** Conversations as one actor may read them. */
import type { MailThread } from '#contract/mailroom.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Db } from '#store/database.ts';
import { sayLive } from '#store/live.ts';
import { markThread as writeMark } from '#store/mail-seen.ts';
import { findThread, listThreads, listThreadsOfParty, type ThreadRow } from '#store/mail-threads.ts';
import { listMailsOfThread } from '#store/mails.ts';
import { findParty } from '#store/parties.ts';
import { transact } from '#store/transact.ts';
import { allow, viewerOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { normaliseText } from '../parties/names.ts';
import { describeMails } from './describe-mails.ts';

const pageSize = 40;
/** Most conversations are read at once. */
const mailsAtOnce = 60;
const mostWords = 6;

interface ListInput {
  readonly cursor?: string;
  readonly limit?: number;
  readonly mailbox?: readonly string[];
  readonly partyId?: string;
  readonly unread?: 'true';
  readonly q?: string;
}

export async function listMailThreads(ctx: Context, input: ListInput) {
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const after = id === undefined ? null : { at: new Date(String(at)), id: String(id) };
  const rows = await findRows(ctx, input, { after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => describeThread(ctx, row)),
    nextCursor: rows.length > limit && last ? writeCursor([last.lastAt.toISOString(), last.id]) : null,
  };
}

type Page = Pick<Parameters<typeof listThreads>[1], 'after' | 'limit'>;

async function findRows(ctx: Context, input: ListInput, page: Page): Promise<ThreadRow[]> {
  const viewer = viewerOf(ctx.actor);
  if (input.partyId !== undefined) {
    const party = allow(ctx.actor, 'see', await findParty(ctx.db, input.partyId));
    const on = ctx.now().toISOString().slice(0, 10);
    return listThreadsOfParty(ctx.db, { viewer, partyId: party.id, on, ...page });
  }
  const words = normaliseText(input.q ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords);
  const connectionIds = input.mailbox ?? null;
  return listThreads(ctx.db, { viewer, connectionIds, onlyUnread: input.unread === 'true', words, ...page });
}

interface GetInput {
  readonly threadId: string;
  readonly cursor?: string;
  readonly limit?: number;
}

export async function getMailThread(ctx: Context, input: GetInput) {
  const thread = await getThread(ctx, ctx.db, input.threadId);
  const limit = input.limit ?? mailsAtOnce;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const rows = await listMailsOfThread(ctx.db, {
    viewer: viewerOf(ctx.actor),
    threadId: thread.id,
    after: id === undefined ? null : { at: new Date(String(at)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    thread: describeThread(ctx, thread),
    mails: {
      items: await describeMails(ctx, shown),
      nextCursor: rows.length > limit && last ? writeCursor([last.sentAt.toISOString(), last.id]) : null,
    },
  };
}

/** In one's own mailbox or the firm's; a colleague's conversation is read, or not, by that colleague. */
export async function markThread(ctx: Context, { threadId, isSeen }: { threadId: string; isSeen: boolean }) {
  return transact(ctx.db, async (tx) => {
    const thread = await getThread(ctx, tx, threadId);
    if (thread.ownerUserId !== null && thread.ownerUserId !== viewerOf(ctx.actor)) throw notFound();
    await writeMark(tx, thread, { isSeen });
    sayLive(tx, { topics: ['mail'], only: thread.ownerUserId });
    return describeThread(ctx, await getThread(ctx, tx, threadId));
  });
}

/** What one sees nothing of is not there. */
async function getThread(ctx: Context, db: Db, id: string): Promise<Allowed<ThreadRow>> {
  return allow(ctx.actor, 'see', await findThread(db, { viewer: viewerOf(ctx.actor), id }));
}

function describeThread(ctx: Context, row: ThreadRow): MailThread {
  const { latest, ownerUserId } = row;
  const isMine = ownerUserId !== null && ownerUserId === viewerOf(ctx.actor);
  return {
    id: row.id,
    mailbox: { id: row.connectionId, name: row.mailboxName, isMine, isFirms: ownerUserId === null },
    level: row.level,
    sharing: row.sharing,
    mailboxSharing: row.mailboxSharing,
    subject: row.subject,
    lastAt: row.lastAt.toISOString(),
    messageCount: row.messageCount,
    unreadCount: row.unreadCount,
    latest: latest && {
      mailId: latest.id,
      direction: latest.direction,
      from: { address: latest.fromAddress, name: latest.fromName },
      to: [...latest.toLines],
      snippet: latest.snippet,
      hasAttachments: latest.hasAttachments,
      isPersonal: latest.mailClass === 'person',
    },
    version: row.version,
  };
}

/** What colleagues see of one's mail (decision 014). Setting it shows at once; the figures follow in the same go or in a job. */
import type { MailSharing, MailThread } from '#contract/mailroom.ts';
import { findConnection } from '#store/connections.ts';
import type { Db, Tx } from '#store/database.ts';
import { sayLive } from '#store/live.ts';
import { setMailboxSharing, setThreadSharing, writeSharing } from '#store/mail-sharing-writes.ts';
import { findThread, type ThreadRow } from '#store/mail-threads.ts';
import { transact } from '#store/transact.ts';
import { allow, isAllowed, viewerOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import { mergeFields } from '../changes/merge-fields.ts';
import { noteChange } from '../changes/note-change.ts';
import { noteConnection } from '../connections/note-connection.ts';
import type { Context } from '../context.ts';
import { getMailThread } from '../mailroom/threads.ts';
import { reshare } from './reshare.ts';

export async function getMailboxSharing(ctx: Context, { connectionId }: { connectionId: string }) {
  return describeMailbox(ctx, await getMailbox(ctx, ctx.db, connectionId));
}

interface MailboxInput {
  readonly connectionId: string;
  readonly sharing: MailSharing;
  readonly ifVersion?: number;
}

export async function shareMailbox(ctx: Context, { connectionId, sharing, ifVersion }: MailboxInput) {
  return transact(ctx.db, async (tx) => {
    const was = allow(ctx.actor, 'share', await getMailbox(ctx, tx, connectionId));
    await mergeFields(tx, {
      recordId: was.id,
      ifVersion,
      version: was.version,
      wanted: { sharing },
      current: { sharing: was.sharing },
      describe: async () => describeMailbox(ctx, was),
    });
    if (was.sharing === sharing) return describeMailbox(ctx, was);
    await setMailboxSharing(tx, was, sharing);
    await applySharing(ctx, tx, { connectionId, threadId: null });
    const now = await getMailbox(ctx, tx, connectionId);
    await noteConnection(ctx, tx, { act: 'update', was, now });
    return describeMailbox(ctx, now);
  });
}

interface ThreadInput {
  readonly threadId: string;
  readonly sharing: MailSharing | null;
  readonly ifVersion?: number;
}

export async function shareThread(ctx: Context, { threadId, sharing, ifVersion }: ThreadInput): Promise<MailThread> {
  return transact(ctx.db, async (tx) => {
    const here = { ...ctx, db: tx };
    const was = allow(ctx.actor, 'share', await getSharedThread(ctx, tx, threadId));
    const describe = async () => (await getMailThread(here, { threadId, limit: 1 })).thread;
    await mergeFields(tx, {
      recordId: was.id,
      ifVersion,
      version: was.version,
      wanted: { sharing },
      current: { sharing: was.sharing },
      describe,
    });
    if (was.sharing === sharing) return describe();
    await setThreadSharing(tx, was, sharing);
    await applySharing(ctx, tx, { connectionId: was.connectionId, threadId });
    const now = await getSharedThread(ctx, tx, threadId);
    await noteChange(ctx, tx, {
      noun: 'mail-thread',
      recordId: threadId,
      partyId: null,
      act: 'update',
      label: was.subject,
      ...{ before: { sharing: was.sharing }, after: { sharing }, version: now.version },
      privateTo: was.ownerUserId,
    });
    return describe();
  });
}

/** Its owner's to share; one that somebody sees nothing of is not there. */
export async function getSharedThread(ctx: Context, db: Db, id: string): Promise<ThreadRow> {
  const row = await findThread(db, { viewer: viewerOf(ctx.actor), id });
  if (!row) throw notFound();
  return row;
}

async function applySharing(
  ctx: Context,
  tx: Tx,
  of: { connectionId: string; threadId: string | null },
): Promise<void> {
  const changed = await writeSharing(tx, of);
  await reshare(ctx, tx, { connectionId: of.connectionId, changed });
  sayLive(tx, { topics: ['mail'], only: null });
}

async function getMailbox(ctx: Context, db: Db, id: string) {
  const row = await findConnection(db, { id });
  if (!row || row.deletedAt !== null || row.kind !== 'imap') throw notFound();
  const visibleTo = row.ownerUserId === null ? null : [row.ownerUserId];
  return allow(ctx.actor, 'see', { ...row, visibleTo });
}

function describeMailbox(ctx: Context, row: Awaited<ReturnType<typeof getMailbox>>) {
  const { id: connectionId, sharing, version } = row;
  const isFirms = row.ownerUserId === null;
  return {
    connectionId,
    sharing: isFirms ? ('all' as const) : sharing,
    mayChange: isAllowed(ctx.actor, 'share', row),
    version,
  };
}

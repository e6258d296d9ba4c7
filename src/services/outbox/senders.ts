/** How the mailboxes one may use send: one's own, and the firm's. */
import type { MailSender } from '#contract/mail-senders.ts';
import type { RichText } from '#contract/rich-text.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Db, Tx } from '#store/database.ts';
import {
  findMailSender,
  listMailSenders,
  type MailSenderRow,
  type MailSenderWriting,
  setSenderDeleted,
  writeMailSender,
} from '#store/mail-senders.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf, viewerOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { mergeFields } from '../changes/merge-fields.ts';
import { type Noted, noteChange } from '../changes/note-change.ts';
import { openSecret } from '../connections/secrets.ts';
import type { Context } from '../context.ts';
import { proposeServer } from './propose-server.ts';
import type { MailServer } from './submission.ts';

export async function listSenders(ctx: Context): Promise<{ items: MailSender[] }> {
  const rows = await listMailSenders(ctx.db, userOf(ctx.actor));
  return { items: rows.map((row) => describeSender(ctx, row)) };
}

export interface SenderChange {
  readonly connectionId: string;
  readonly ifVersion?: number;
  readonly host?: string;
  readonly port?: number;
  readonly security?: 'tls' | 'starttls' | 'none';
  readonly userName?: string;
  readonly password?: string | null;
  readonly name?: string | null;
  readonly signature?: RichText | null;
  readonly keepsSent?: boolean;
}

export async function setSender(ctx: Context, input: SenderChange): Promise<MailSender> {
  const { connectionId, ifVersion, password, ...wanted } = input;
  return transact(ctx.db, async (tx) => {
    const row = await getChangeable(ctx, tx, connectionId);
    const describe = async () => describeSender(ctx, row);
    const version = row.version ?? 0;
    await mergeFields(tx, { recordId: connectionId, ifVersion, version, wanted, current: senderFields(row), describe });
    await writeMailSender(tx, row, { ...writingOf(ctx, row, input), at: ctx.now() });
    const now = await getSender(ctx, tx, connectionId);
    await noteSender(ctx, tx, row.host === null ? { act: 'create', now } : { act: 'update', was: row, now });
    return describeSender(ctx, now);
  });
}

function writingOf(ctx: Context, row: MailSenderRow, input: SenderChange): MailSenderWriting {
  const proposed = proposeServer(row);
  const { password, name, signature } = input;
  const kept = password === undefined ? row.sealed : null;
  return {
    host: input.host ?? row.host ?? proposed.host,
    port: input.port ?? row.port ?? proposed.port,
    security: input.security ?? row.security ?? proposed.security,
    userName: input.userName ?? row.userName ?? proposed.userName,
    sealed: password ? ctx.ports.seals.seal(password, sealName(row.connectionId)) : kept,
    fromName: name === undefined ? row.fromName : name,
    signature: signature === undefined ? row.signature : signature,
    keepsSent: input.keepsSent ?? row.keepsSent ?? !keepsSentItself(row),
  };
}

export async function testSender(ctx: Context, { connectionId }: { connectionId: string }) {
  const row = allow(ctx.actor, 'see', await findMailSender(ctx.db, { connectionId }));
  const trouble = await ctx.ports.outgoing.mailWay.greet(await openServer(ctx, row));
  return trouble ?? { problem: null, words: null };
}

export async function removeSender(ctx: Context, { connectionId }: { connectionId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = await getChangeable(ctx, tx, connectionId);
    if (row.host === null) throw notFound();
    await setSenderDeleted(tx, row, ctx.now());
    await noteSender(ctx, tx, { act: 'remove', now: row });
    return { done: true as const };
  });
}

export async function restoreSender(ctx: Context, tx: Tx, connectionId: string): Promise<void> {
  const row = await getChangeable(ctx, tx, connectionId);
  if (row.host !== null) return;
  await setSenderDeleted(tx, row, null);
  await noteSender(ctx, tx, { act: 'restore', now: await getSender(ctx, tx, connectionId) });
}

/** Of a mailbox that this actor may send from. */
export async function getSender(ctx: Context, db: Db, connectionId: string): Promise<Allowed<MailSenderRow>> {
  return allow(ctx.actor, 'see', await findMailSender(db, { connectionId }));
}

/** One's own; the firm's by who connected it or owns the firm. */
async function getChangeable(ctx: Context, tx: Tx, connectionId: string): Promise<Allowed<MailSenderRow>> {
  const row = allow(ctx.actor, 'see', await findMailSender(tx, { connectionId, lock: true }));
  if (!mayChange(ctx, row)) throw new AppError('not-allowed');
  return row;
}

function mayChange(ctx: Context, row: MailSenderRow): boolean {
  const viewer = viewerOf(ctx.actor);
  const isOwner = ctx.actor.kind === 'user' && ctx.actor.role === 'owner';
  return row.ownerUserId === viewer || row.createdBy === viewer || (row.ownerUserId === null && isOwner);
}

/** With its secret opened; for this one moment. */
export async function openServer(
  ctx: Context,
  row: MailSenderRow,
  options: { refused?: string } = {},
): Promise<MailServer> {
  const { host, port, security, userName } = row;
  if (host === null || port === null || security === null || userName === null) throw noServer();
  const secret =
    row.sealed === null
      ? await openSecret(ctx, { id: row.connectionId, sealed: row.connectionSealed }, options)
      : { type: 'password' as const, password: ctx.ports.seals.open(row.sealed, sealName(row.connectionId)) };
  return { host, port, security, userName, secret };
}

export function noServer(): AppError {
  const problem = { path: 'body.connectionId', code: 'no-sender', message: 'this mailbox does not send yet' };
  return new AppError('bad-input', { problems: [problem] });
}

function sealName(connectionId: string): string {
  return `secret of mail sender ${connectionId}`;
}

/** Google and Microsoft put what goes out through them among what was sent. */
function keepsSentItself(row: MailSenderRow): boolean {
  const { host } = proposeServer(row);
  return /(^|\.)(gmail|googlemail|google|office365|outlook)\.com$/.test(host);
}

export function addressOf(row: MailSenderRow): string {
  const { address } = row.settings;
  return typeof address === 'string' ? address : row.mailboxName;
}

export function senderFields(row: MailSenderRow) {
  const { host, port, security, userName, fromName: name, signature, keepsSent } = row;
  return { host, port, security, userName, name, signature, keepsSent };
}

async function noteSender(
  ctx: Context,
  tx: Tx,
  { act, was, now }: Pick<Noted, 'act'> & { was?: MailSenderRow; now: MailSenderRow },
): Promise<void> {
  const sides = was ? { before: senderFields(was), after: senderFields(now) } : {};
  const { connectionId: recordId, version, ownerUserId: privateTo } = now;
  const label = addressOf(now);
  await noteChange(ctx, tx, { noun: 'mail-sender', recordId, partyId: null, act, label, version, privateTo, ...sides });
}

export function describeSender(ctx: Context, row: MailSenderRow): MailSender {
  const { host, port, security, userName } = row;
  const isSet = host !== null && port !== null && security !== null && userName !== null;
  return {
    connectionId: row.connectionId,
    address: addressOf(row),
    name: row.fromName,
    isFirms: row.ownerUserId === null,
    server: isSet ? { host, port, security, userName, hasOwnSecret: row.sealed !== null } : null,
    proposed: proposeServer(row),
    // As contract/rich-text.ts let it in.
    signature: row.signature as RichText | null,
    keepsSent: row.keepsSent ?? !keepsSentItself(row),
    mayChange: mayChange(ctx, row),
    version: row.version ?? 0,
  };
}

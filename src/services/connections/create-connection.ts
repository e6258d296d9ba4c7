/** A connection begins with a look that went well: what cannot be read is not connected, and the trouble is told. */
import { v7 as uuidv7 } from 'uuid';
import type { ConnectionSettings } from '#contract/connection-kinds.ts';
import type { Connection } from '#contract/connections.ts';
import { chooseConnectionPlaces, putPlaces } from '#store/connection-places.ts';
import { findConnection, insertConnection } from '#store/connections.ts';
import type { Tx } from '#store/database.ts';
import { ensureSource } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { getUserRow } from '../user-row.ts';
import { claimAccounts } from './claim-accounts.ts';
import { describeOne } from './get-connection.ts';
import { askRun } from './lease.ts';
import { look, passwordOf } from './look-connection.ts';
import { noteConnection } from './note-connection.ts';
import { readerOf } from './reach.ts';
import { type Looked, ReaderProblem } from './reader.ts';
import { type KeptSecret, sealSecret, shownSecret } from './secrets.ts';

interface Creating {
  readonly settings: ConnectionSettings;
  readonly secret: { readonly password: string } | null;
  readonly isShared: boolean;
  readonly places?: readonly string[] | undefined;
}

export async function createConnection(ctx: Context, input: Creating): Promise<Connection> {
  return connectWith(ctx, { ...input, secret: passwordOf(input.secret) });
}

/** With a secret of any kind: a password that was typed, or tokens that a provider gave. */
export async function connectWith(
  ctx: Context,
  { settings, secret, isShared, places }: Omit<Creating, 'secret'> & { readonly secret: KeptSecret | null },
): Promise<Connection> {
  const userId = userOf(ctx.actor);
  if (isShared) allow(ctx.actor, 'govern', {});
  const ownerUserId = isShared ? null : userId;
  const looked = await look(ctx, { settings, secret: secret && shownSecret(secret), ownerUserId });
  if (looked instanceof ReaderProblem) throw refusal(looked);
  return transact(ctx.db, async (tx) => {
    const id = uuidv7();
    const source = await ensureSourceOf(ctx, tx, { settings, looked, ownerUserId });
    await insertConnection(tx, {
      ...{ id, kind: settings.kind, name: looked.name, ownerUserId, settings },
      sourceNumber: source.number,
      sealed: secret && sealSecret(ctx, id, secret),
      createdBy: userId,
      createdAt: ctx.now(),
    });
    await putPlaces(tx, id, looked.places);
    if (places) await chooseConnectionPlaces(tx, id, places);
    await claimAccounts(tx, { identities: looked.own, ownerUserId, at: ctx.now() });
    const row = await findConnection(tx, { id });
    if (!row) throw notFound();
    await noteConnection(ctx, tx, { act: 'create', now: row });
    await askRun(ctx, tx, row);
    return describeOne({ ...ctx, db: tx }, row);
  });
}

/** What went wrong stands at the field where it is mended. */
export function refusal({ problem, detail }: ReaderProblem): AppError {
  const isSecret = problem === 'wrong-password' || problem === 'revoked' || problem === 'not-allowed';
  const path = isSecret ? 'body.secret' : 'body.settings';
  return new AppError('bad-input', { problems: [{ path, code: problem, message: detail ?? problem }] });
}

/** The same mailbox, imported before or connected again, is one source: the same mail is one mail. */
async function ensureSourceOf(
  ctx: Context,
  tx: Tx,
  { settings, looked, ownerUserId }: { settings: ConnectionSettings; looked: Looked; ownerUserId: string | null },
) {
  const isPrivate = readerOf(ctx, settings.kind).isPrivate && ownerUserId !== null;
  const owner = ownerUserId === null ? null : await getUserRow(tx, ownerUserId);
  const isOwnMail = owner !== null && looked.name.toLowerCase() === owner.email.toLowerCase();
  const label = owner === null || isOwnMail ? looked.name : `${looked.name} (${owner.email})`;
  return ensureSource(tx, {
    id: uuidv7(),
    kind: settings.kind === 'imap' ? 'mailbox' : settings.kind,
    label,
    ownerUserId: isPrivate ? ownerUserId : null,
    isPrivate,
    isLive: false,
    createdAt: ctx.now(),
  });
}

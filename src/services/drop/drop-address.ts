/** One's own drop address: made, replaced, ended. Its secret half is found by its hash and shown to its owner only. */
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { DropAddress } from '#contract/drop-address.ts';
import { findConnection, insertConnection, updateConnection } from '#store/connections.ts';
import type { Tx } from '#store/database.ts';
import { type DropAddressRow, findDropAddress, putDropAddress } from '#store/drops.ts';
import { ensureSource } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import { removeConnection } from '../connections/change-connection.ts';
import { noteConnection } from '../connections/note-connection.ts';
import type { Context } from '../context.ts';
import { getUserRow } from '../user-row.ts';

const tokenLetters = 'abcdefghijklmnopqrstuvwxyz234567';
/** 160 bits: as long as fits before the @ with a name, and mail servers may write it in capitals. */
const tokenLength = 32;

export async function getDropAddress(ctx: Context): Promise<DropAddress> {
  const row = await findDropAddress(ctx.db, userOf(ctx.actor));
  const { dropAddress } = ctx.ports;
  const connection = row && (await findConnection(ctx.db, { id: row.connectionId }));
  return {
    isOffered: dropAddress !== null,
    address: row && dropAddress ? writeAddress(ctx, row, dropAddress) : null,
    createdAt: row?.createdAt.toISOString() ?? null,
    heardAt: connection?.succeededAt?.toISOString() ?? null,
  };
}

/** Also the first time. The one before stops working; what came in there stays. */
export async function renewDropAddress(ctx: Context): Promise<DropAddress> {
  const userId = userOf(ctx.actor);
  const { dropAddress } = ctx.ports;
  if (dropAddress === null) throw new AppError('not-set-up');
  await transact(ctx.db, async (tx) => {
    const known = await findDropAddress(tx, userId);
    const connectionId = known?.connectionId ?? (await makeConnection(ctx, tx, { userId, dropAddress }));
    const token = Array.from(randomBytes(tokenLength), (byte) => tokenLetters[byte & 31]).join('');
    const tokenSealed = ctx.ports.seals.seal(token, sealName(userId));
    await putDropAddress(tx, { connectionId, userId, tokenHash: hashOfDrop(token), tokenSealed, createdAt: ctx.now() });
  });
  return getDropAddress(ctx);
}

export async function removeDropAddress(ctx: Context): Promise<{ done: true }> {
  const row = await findDropAddress(ctx.db, userOf(ctx.actor));
  // Its connection goes as any other does, and undo brings both back.
  if (row) await removeConnection(ctx, { connectionId: row.connectionId });
  return { done: true };
}

export function hashOfDrop(token: string): Buffer {
  return createHash('sha256').update(token.toLowerCase()).digest();
}

async function makeConnection(
  ctx: Context,
  tx: Tx,
  { userId, dropAddress }: { userId: string; dropAddress: string },
): Promise<string> {
  const { email } = await getUserRow(tx, userId);
  // The same source as the mailbox of that address: the same mail is one mail.
  const plain = { kind: 'mailbox', label: email, ownerUserId: userId, isPrivate: true, isLive: false };
  const source = await ensureSource(tx, { ...plain, id: uuidv7(), createdAt: ctx.now() });
  const id = uuidv7();
  await insertConnection(tx, {
    ...{ id, kind: 'drop', name: dropAddress, ownerUserId: userId, sourceNumber: source.number, sealed: null },
    settings: { kind: 'drop', address: dropAddress },
    createdBy: userId,
    createdAt: ctx.now(),
  });
  const made = await findConnection(tx, { id });
  const own = allow(ctx.actor, 'use-own', made);
  // It listens from now on; nothing is fetched.
  await updateConnection(tx, own, { nextRunAt: null, succeededAt: ctx.now() });
  await noteConnection(ctx, tx, { act: 'create', now: own });
  return id;
}

/** Sealed under a secret of the house that was replaced it cannot be shown any more; a new one can be made. */
function writeAddress(ctx: Context, { userId, tokenSealed }: DropAddressRow, dropAddress: string): string | null {
  try {
    const [local, domain] = dropAddress.split('@');
    return `${local}+${ctx.ports.seals.open(tokenSealed, sealName(userId))}@${domain}`;
  } catch {
    return null;
  }
}

function sealName(userId: string): string {
  return `drop address of ${userId}`;
}

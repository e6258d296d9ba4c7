/** A forum says that something happened: then it is read now. What it says is not believed, only who says it. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { findConnection, updateConnection } from '#store/connections.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { askRun } from './lease.ts';
import { openSecret } from './secrets.ts';

interface Told {
  readonly connectionId: string;
  readonly body: Uint8Array;
  /** As Discourse writes it: sha256= and the HMAC of the body in hex. */
  readonly signature: string;
}

export async function hearForum(house: Context, { connectionId, body, signature }: Told): Promise<{ heard: true }> {
  const found = await findConnection(house.db, { id: connectionId });
  if (found?.kind !== 'discourse' || found.deletedAt !== null) throw notFound();
  const secret = await openSecret(house, found).catch(() => null);
  const key = secret === null ? '' : secret.type === 'token' ? secret.accessToken : secret.password;
  if (key === '' || !isSigned({ key: key.trim(), body, signature })) throw notFound();
  if (found.isPaused) return { heard: true };
  await transact(house.db, async (tx) => {
    const locked = await findConnection(tx, { id: found.id, lock: true });
    if (!locked || locked.deletedAt !== null) throw notFound();
    await updateConnection(tx, allow(house.actor, 'see', locked), { nextRunAt: house.now() });
    await askRun(house, tx, locked);
  });
  return { heard: true };
}

function isSigned({ key, body, signature }: { key: string; body: Uint8Array; signature: string }): boolean {
  const expected = Buffer.from(`sha256=${createHmac('sha256', key).update(body).digest('hex')}`);
  const given = Buffer.from(signature.trim().toLowerCase());
  return given.length === expected.length && timingSafeEqual(given, expected);
}

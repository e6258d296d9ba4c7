/** A message comes in: it is checked, kept as it is, and read later. What was answered with "got it" is never lost. */
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { insertDelivery } from '#store/hook-deliveries.ts';
import { findHookByToken, type HookRow, markHook } from '#store/hooks.ts';
import { transact } from '#store/transact.ts';
import { AppError, notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { hashOfToken, secretName } from './describe-hook.ts';
import { isSigned, type Signature } from './verify-signature.ts';

interface Delivery {
  readonly token: string;
  readonly body: Buffer;
  readonly contentType: string;
  readonly header: (name: string) => string | null;
}

const keptHeaders = ['user-agent', 'webhook-id', 'x-wc-webhook-topic', 'x-shopify-topic', 'x-zammad-trigger'];

/** False: the very same message was here before. */
export async function receiveDelivery(ctx: Context, delivery: Delivery): Promise<boolean> {
  const { token, body, contentType, header } = delivery;
  const hook = await findHookByToken(ctx.db, hashOfToken(token));
  if (!hook) throw notFound();
  // WooCommerce tries a new address with this, unsigned; there is nothing in it.
  if (/^webhook_id=\d+$/.test(body.subarray(0, 40).toString('latin1'))) return false;
  if (!isSigned({ ...signatureOf(ctx, hook), body, header, now: ctx.now() })) {
    await markHook(ctx.db, { id: hook.id, at: ctx.now(), problem: 'wrong-signature' });
    throw new AppError('not-allowed');
  }
  const headers = Object.fromEntries(keptHeaders.flatMap((name) => (header(name) ? [[name, cut(header(name))]] : [])));
  const bodyHash = createHash('sha256').update(body).digest();
  return transact(ctx.db, async (tx) => {
    const about = { id: uuidv7(), hookId: hook.id, at: ctx.now(), contentType: cut(contentType) };
    const isNew = await insertDelivery(tx, { ...about, headers, raw: body, bodyHash });
    await markHook(tx, { id: hook.id, at: ctx.now(), problem: null });
    if (isNew) await ctx.enqueue({ name: 'read-deliveries', data: {} }, tx);
    return isNew;
  });
}

function cut(text: string | null): string {
  return (text ?? '').slice(0, 200).toWellFormed().replaceAll('\0', '');
}

function signatureOf(ctx: Context, { id, signature, secretSealed }: HookRow) {
  const open = () => {
    try {
      return secretSealed === null ? null : ctx.ports.seals.open(secretSealed, secretName(id));
    } catch {
      return null;
    }
  };
  return { signature: signature as Signature, secret: open() };
}

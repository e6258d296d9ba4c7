/** A mail comes in at a drop address: kept as it is before it is acknowledged, read later. */
import { v7 as uuidv7 } from 'uuid';
import { countDropsSince, findDropByToken, insertDrop } from '#store/drops.ts';
import { transact } from '#store/transact.ts';
import { AppError, notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { hashOfDrop } from './drop-address.ts';

/** What waits at one address; who sends more is asked to come back. */
const mostWaiting = 200;
const hourMs = 3_600_000;

/** The address without its secret half knows nobody. */
export async function isDropAddress(ctx: Context, token: string): Promise<boolean> {
  return (await findDropByToken(ctx.db, hashOfDrop(token))) !== undefined;
}

export async function receiveDrop(ctx: Context, { token, raw }: { token: string; raw: Buffer }): Promise<void> {
  const address = await findDropByToken(ctx.db, hashOfDrop(token));
  if (!address) throw notFound();
  const { connectionId } = address;
  const since = new Date(ctx.now().getTime() - hourMs);
  if ((await countDropsSince(ctx.db, { connectionId, since })) >= mostWaiting) throw new AppError('too-many');
  await transact(ctx.db, async (tx) => {
    await insertDrop(tx, { id: uuidv7(), connectionId, at: ctx.now(), raw });
    await ctx.enqueue({ name: 'keep-drops', data: {} }, tx);
  });
}

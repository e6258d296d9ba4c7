/** The keys with which push services know this house: made when first asked for, kept sealed. */
import { deleteAllSubscriptions } from '#store/notification-ways.ts';
import { deleteSealed, findSealed, keepFirstSealed } from '#store/sealed-secrets.ts';
import type { Context } from '../context.ts';

export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

const name = 'push keys';

export async function getPushKeys(ctx: Context): Promise<PushKeys> {
  const known = await findSealed(ctx.db, name);
  if (known !== undefined) {
    const keys = open(ctx, known);
    if (keys) return keys;
    // The house's secret was replaced: what was sealed under it is lost, and browsers have to subscribe anew.
    await deleteSealed(ctx.db, name);
    await deleteAllSubscriptions(ctx.db);
  }
  const sealed = ctx.ports.seals.seal(JSON.stringify(ctx.ports.outgoing.makePushKeys()), name);
  const kept = open(ctx, await keepFirstSealed(ctx.db, { name, sealed, at: ctx.now() }));
  if (!kept) throw new Error('the push keys could not be kept');
  return kept;
}

function open(ctx: Context, sealed: string): PushKeys | null {
  try {
    return JSON.parse(ctx.ports.seals.open(sealed, name)) as PushKeys;
  } catch {
    return null;
  }
}

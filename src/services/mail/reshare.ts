/** After what is shown of mails changed: their ties are derived again from what colleagues may know of them. */
import type { Tx } from '#store/database.ts';
import { listIdsOfSource } from '#store/mail-sharing-writes.ts';
import { transact } from '#store/transact.ts';
import { giveWayTwins } from '#store/twins.ts';
import type { Context } from '../context.ts';
import { refreshTies } from '../figures/refresh-figures.ts';
import { rederiveInteractions } from '../interactions/rederive-interactions.ts';

/** So many at once in the transaction that changed them; more of them in a job. */
const mostAtOnce = 300;

interface Resharing {
  readonly connectionId: string;
  readonly changed: readonly string[];
}

export async function reshare(ctx: Context, tx: Tx, { connectionId, changed }: Resharing): Promise<void> {
  if (changed.length === 0) return;
  if (changed.length > mostAtOnce) {
    await ctx.enqueue({ name: 'reshare-mails', data: { connectionId } }, tx);
    return;
  }
  await rederiveShared(ctx, tx, changed);
}

/** The whole mailbox, a stretch at a time; from the beginning again when it was stopped, as it changes nothing twice. */
export async function reshareMails(
  ctx: Context,
  { connectionId }: { connectionId: string },
  signal: AbortSignal,
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    signal.throwIfAborted();
    const ids = await listIdsOfSource(ctx.db, { connectionId, after, limit: mostAtOnce });
    const last = ids.at(-1);
    if (last === undefined) return;
    await transact(ctx.db, (tx) => rederiveShared(ctx, tx, ids));
    after = last;
  }
}

async function rederiveShared(ctx: Context, tx: Tx, ids: readonly string[]): Promise<void> {
  const at = ctx.now();
  const turned = await giveWayTwins(tx, ids);
  const tieIds = await rederiveInteractions(tx, { ids: [...new Set([...ids, ...turned])], at });
  await refreshTies(tx, { tieIds, at });
}

/** Every morning: with whom it is time to keep in touch, told once until there is contact again. */
import { listDueContacts } from '#store/keep-in-touch.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { settleFigures } from '../figures/refresh-soon.ts';
import { notifyMany } from '../notifications/notify.ts';

const mostAtOnce = 1_000;

export async function remindContacts(ctx: Context): Promise<void> {
  // What was imported in the night counts.
  await settleFigures(ctx.db, ctx.now);
  const now = ctx.now();
  await transact(ctx.db, async (tx) => {
    const due = await listDueContacts(tx, { userId: null, now, dueBefore: now, limit: mostAtOnce });
    await notifyMany(
      ctx,
      tx,
      due.map(({ userId, partyId, lastContactAt }) => ({
        userId,
        kind: 'keep-in-touch' as const,
        key: `keep-in-touch ${partyId} ${lastContactAt?.toISOString() ?? 'never'}`,
        noun: 'party' as const,
        recordId: partyId,
        partyId,
      })),
    );
  });
}

/** Every minute: what was planned and is over becomes contact. */
import { listOwnersOfMeetings, lockMeetings } from '#store/meetings.ts';
import { transact } from '#store/transact.ts';
import { findUserRow } from '#store/users.ts';
import type { Context } from '../context.ts';
import { recordMeetings } from './meetings.ts';

const atOnce = 100;

export async function noteMeetings(house: Context, signal: AbortSignal): Promise<void> {
  for (const ownerUserId of await listOwnersOfMeetings(house.db, house.now())) {
    const user = await findUserRow(house.db, ownerUserId);
    if (!user) continue;
    const { role, partyId } = user;
    const ctx: Context = { ...house, actor: { kind: 'user', userId: user.id, role, partyId, via: 'web' } };
    for (let some = atOnce; some === atOnce && !signal.aborted; ) {
      some = await transact(ctx.db, async (tx) => {
        const rows = await lockMeetings(tx, { ownerUserId, at: ctx.now(), limit: atOnce });
        await recordMeetings(ctx, tx, rows);
        return rows.length;
      });
    }
  }
}

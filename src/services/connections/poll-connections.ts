/** Every minute: those whose time it is are read, and those that are silent for longer than usual are told of. */
import { listDueConnections, listQuietConnections, updateConnection } from '#store/connections.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import type { Context } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import { askRun } from './lease.ts';

const mostAtOnce = 200;

export async function pollConnections(house: Context): Promise<void> {
  const now = house.now();
  await transact(house.db, async (tx) => {
    for (const due of await listDueConnections(tx, { now, limit: mostAtOnce })) await askRun(house, tx, due);
  });
  await transact(house.db, async (tx) => {
    for (const found of await listQuietConnections(tx, { now, limit: mostAtOnce })) {
      const row = allow(house.actor, 'see', found);
      await updateConnection(tx, row, { quietToldAt: now });
      const userId = row.ownerUserId ?? row.createdBy;
      if (userId === null) continue;
      const key = `connection-quiet ${row.id} ${row.heardAt?.toISOString()}`;
      const word = { kind: 'connection-quiet', noun: 'connection', recordId: row.id, partyId: null } as const;
      await notify(house, tx, { ...word, userId, key });
    }
  });
}

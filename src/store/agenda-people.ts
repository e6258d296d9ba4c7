/** Who takes part in events, and when colleagues are busy. */
import { sql } from 'kysely';
import { isConnected, spansOf } from './agenda.ts';
import type { Db } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface BusyRow {
  readonly userId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** When these users cannot be disturbed; of what they do nothing. */
export async function listBusyRows(
  db: Db,
  ask: { userIds: readonly string[]; from: Date; until: Date; limit: number },
): Promise<BusyRow[]> {
  const { rows } = await sql<BusyRow>`
    select u.id as "userId", e.starts_at as "startsAt", e.ends_at as "endsAt" from users u
    join calendar_events e on (e.owner_user_id = u.id or (e.party_ids @> array[u.party_id] and not e.is_private))
    where u.id = any(${[...ask.userIds]}::uuid[]) and u.removed_at is null and e.deleted_at is null and e.is_busy
      and ${isConnected} and e.status <> 'cancelled' and (${sql.join(spansOf(ask), sql` or `)})
    group by u.id, e.starts_at, e.ends_at order by u.id, e.starts_at, e.ends_at limit ${ask.limit}`.execute(db);
  return rows;
}

export interface AgendaPersonRow {
  readonly partyId: string;
  readonly name: string;
  readonly address: string | null;
  readonly isOwn: boolean;
  /** False: the viewer may not know of them. */
  readonly isVisible: boolean;
}

/** Who these addresses and ids are. */
export async function listAgendaPeople(
  db: Db,
  ask: { viewer: Viewer; addresses: readonly string[]; partyIds: readonly string[] },
): Promise<AgendaPersonRow[]> {
  if (ask.addresses.length + ask.partyIds.length === 0) return [];
  const { rows } = await sql<AgendaPersonRow>`
    select p.id as "partyId", p.name, found.address, p.is_own as "isOwn", ${isVisibleTo(ask.viewer, 'p')} as "isVisible"
    from (
      select i.party_id, i.value as address from identities i
      where i.kind = 'mail' and i.value = any(${[...ask.addresses]}::text[])
      union all select id, null from unnest(${[...ask.partyIds]}::uuid[]) as given(id)
    ) found join parties p on p.id = found.party_id and p.deleted_at is null`.execute(db);
  return rows;
}

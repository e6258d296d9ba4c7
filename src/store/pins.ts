/** What stands on top of a timeline: by its own id, once for each relation it is about. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { listMembers } from './members.ts';

const mostPinned = 50;

/** The last pinned first; of a firm also what is about its people, as its timeline has the rest of them. */
export async function listPinnedIds(db: Db, find: { partyId: string; on: string }): Promise<string[]> {
  const members = (await listMembers(db, { partyIds: [find.partyId], on: find.on })).map((row) => row.memberId);
  const { rows } = await sql<{ id: string }>`
    select record_id as id from pins where party_id = any(${members}::uuid[])
    group by record_id order by max(pinned_at) desc, record_id limit ${mostPinned}`.execute(db);
  return rows.map(({ id }) => id);
}

export async function listPinnedParties(db: Db, recordId: string): Promise<string[]> {
  const { rows } = await sql<{ partyId: string }>`
    select party_id as "partyId" from pins where record_id = ${recordId}::uuid order by party_id`.execute(db);
  return rows.map(({ partyId }) => partyId);
}

export interface Pinning {
  readonly recordIds: readonly string[];
  readonly partyIds: readonly string[];
  readonly by: string | null;
  readonly at: Date;
}

/** Answers whether it was not pinned before. */
export async function insertPin(tx: Tx, pin: Pinning): Promise<boolean> {
  const { rows } = await sql`
    insert into pins (record_id, party_id, pinned_by, pinned_at)
    select r.id, p.id, ${pin.by}::uuid, ${pin.at}
    from unnest(${[...pin.recordIds]}::uuid[]) as r(id) cross join unnest(${[...pin.partyIds]}::uuid[]) as p(id)
    on conflict do nothing returning record_id`.execute(tx);
  return rows.length > 0;
}

export async function deletePin(tx: Tx, pinned: Allowed<{ readonly ids: readonly string[] }>): Promise<void> {
  await sql`delete from pins where record_id = any(${[...pinned.ids]}::uuid[])`.execute(tx);
}

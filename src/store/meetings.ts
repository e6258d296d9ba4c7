/** Meetings that are over, on their way into the log of contact. */
import { sql } from 'kysely';
import { type EventRow, eventColumns, eventFrom } from './agenda.ts';
import type { Db, Tx } from './database.ts';

/** Whose agendas hold meetings that are over and not yet in the log. */
export async function listOwnersOfMeetings(db: Db, at: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct owner_user_id as id from calendar_events
    where meeting_state = 'pending' and deleted_at is null and ends_at <= ${at} limit 1000`.execute(db);
  return rows.map(({ id }) => id);
}

export async function lockMeetings(tx: Tx, ask: { ownerUserId: string; at: Date; limit: number }): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select ${eventColumns} from ${eventFrom}
    where e.meeting_state = 'pending' and e.deleted_at is null and e.ends_at <= ${ask.at}
      and e.owner_user_id = ${ask.ownerUserId}
    order by e.ends_at, e.id limit ${ask.limit} for no key update of e skip locked`.execute(tx);
  return rows;
}

export interface MeetingNote {
  readonly id: string;
  readonly interactionId: string | null;
  readonly state: 'none' | 'pending' | 'done';
  /** Left out: as they were. */
  readonly partyIds?: readonly string[];
}

export async function noteMeetingStates(tx: Tx, rows: readonly MeetingNote[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update calendar_events e set interaction_id = r."interactionId", meeting_state = r.state,
      party_ids = coalesce(r."partyIds", e.party_ids)
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, "interactionId" uuid, state text, "partyIds" uuid[])
    where e.id = r.id`.execute(tx);
}

/** Who the owner of an agenda is among those who take part. */
export async function findAgendaOwner(
  db: Db,
  userId: string,
): Promise<{ partyId: string | null; addresses: string[]; removedAt: Date | null } | undefined> {
  const { rows } = await sql<{ partyId: string | null; addresses: string[]; removedAt: Date | null }>`
    select u.party_id as "partyId", u.removed_at as "removedAt", array(
      select lower(u.email) union select i.value from identities i where i.party_id = u.party_id and i.kind = 'mail'
    ) as addresses from users u where u.id = ${userId}`.execute(db);
  return rows[0];
}

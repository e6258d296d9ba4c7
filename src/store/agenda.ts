/** What stands in agendas. An event is its owner's, and of the colleagues who take part in it unless it is private. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

export interface StoredPerson {
  /** Lower-case; null for somebody chosen here who has none. */
  readonly address: string | null;
  readonly name: string | null;
  readonly answer: 'yes' | 'no' | 'maybe' | 'none';
  readonly partyId: string | null;
}

/** What is written of an event, here or elsewhere. */
export interface EventWriting {
  readonly title: string;
  readonly location: string | null;
  readonly description: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly timeZone: string | null;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  readonly isBusy: boolean;
  readonly isPrivate: boolean;
  readonly organiser: StoredPerson | null;
  readonly attendees: readonly StoredPerson[];
  readonly partyIds: readonly string[];
  readonly sequence: number;
  readonly rrule: string | null;
}

export type MeetingState = 'none' | 'pending' | 'done';

export interface EventRow extends EventWriting {
  readonly id: string;
  readonly objectId: string | null;
  readonly ownerUserId: string;
  readonly uid: string;
  readonly recurrenceId: string;
  readonly isEdited: boolean;
  readonly meetingState: MeetingState;
  readonly interactionId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
  readonly connectionId: string | null;
  readonly calendarName: string | null;
  readonly isWritable: boolean;
  readonly place: string | null;
  readonly pushState: 'waiting' | 'clash' | 'refused' | null;
  readonly pushProblem: string | null;
  /** Who may see it. */
  readonly visibleTo: readonly string[];
}

export const eventColumns = sql.raw(`e.id, e.object_id as "objectId", e.owner_user_id as "ownerUserId", e.uid,
  e.recurrence_id as "recurrenceId", e.title, e.location, e.description, e.starts_at as "startsAt", e.ends_at as "endsAt",
  e.starts_on as "startsOn", e.ends_on as "endsOn", e.time_zone as "timeZone", e.status, e.is_busy as "isBusy",
  e.is_private as "isPrivate", e.organiser, e.attendees, e.party_ids as "partyIds", e.sequence, e.rrule,
  e.is_edited as "isEdited", e.meeting_state as "meetingState", e.interaction_id as "interactionId", e.version,
  e.created_at as "createdAt", e.deleted_at as "deletedAt", o.connection_id as "connectionId", o.place,
  coalesce(cp.name, c.name) as "calendarName", coalesce(c.kind, 'caldav') = 'caldav' as "isWritable",
  o.push_state as "pushState", o.push_problem as "pushProblem",
  array(select e.owner_user_id union select u.id from users u
    where not e.is_private and u.party_id = any(e.party_ids)) as "visibleTo"`);
export const eventFrom = sql.raw(`calendar_events e left join calendar_objects o on o.id = e.object_id
  left join connections c on c.id = o.connection_id
  left join connection_places cp on cp.connection_id = o.connection_id and cp.place = o.place`);

function writeFields(write: EventWriting): RawBuilder<unknown>[] {
  const json = (value: unknown) => (value === null ? sql`null` : sql`${JSON.stringify(value)}::jsonb`);
  return [
    ...[sql`${write.title}`, sql`${write.location}`, sql`${write.description}`],
    ...[sql`${write.startsAt}`, sql`${write.endsAt}`, sql`${write.startsOn}`, sql`${write.endsOn}`],
    ...[sql`${write.timeZone}`, sql`${write.status}`, sql`${write.isBusy}`, sql`${write.isPrivate}`],
    ...[json(write.organiser), json(write.attendees), sql`${[...write.partyIds]}::uuid[]`],
    ...[sql`${write.sequence}`, sql`${write.rrule}`],
  ];
}
const fieldNames = sql.raw(`title, location, description, starts_at, ends_at, starts_on, ends_on, time_zone, status,
  is_busy, is_private, organiser, attendees, party_ids, sequence, rrule`);

export interface NewEvent extends EventWriting {
  readonly id: string;
  readonly objectId: string | null;
  readonly ownerUserId: string;
  readonly uid: string;
  readonly recurrenceId: string;
  readonly isEdited: boolean;
  readonly meetingState: MeetingState;
  readonly createdBy: string | null;
  readonly at: Date;
}

export async function insertEvents(tx: Tx, rows: readonly NewEvent[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 200) {
    const values = rows.slice(from, from + 200).map(
      (row) => sql`(${row.id}, ${row.objectId}, ${row.ownerUserId}, ${row.uid}, ${row.recurrenceId}, ${row.isEdited},
        ${row.meetingState}, ${row.createdBy}, ${row.at}, ${row.at}, ${sql.join(writeFields(row))})`,
    );
    await sql`
      insert into calendar_events (id, object_id, owner_user_id, uid, recurrence_id, is_edited, meeting_state,
        created_by, created_at, updated_at, ${fieldNames})
      values ${sql.join(values)}`.execute(tx);
  }
}

export interface EventChange {
  readonly fields: EventWriting;
  readonly isEdited: boolean;
  readonly meetingState: MeetingState;
  readonly at: Date;
}

export async function updateEvent(tx: Tx, row: Allowed<EventRow>, change: EventChange): Promise<void> {
  await writeEvent(tx, row.id, change);
}

/** As its calendar elsewhere has it now. */
export async function writeEvent(tx: Tx, eventId: string, change: EventChange): Promise<void> {
  const { fields, isEdited, meetingState, at } = change;
  await sql`
    update calendar_events set (${fieldNames}) = row(${sql.join(writeFields(fields))}), is_edited = ${isEdited},
      meeting_state = ${meetingState}, version = version + 1, updated_at = ${at}
    where id = ${eventId}`.execute(tx);
}

/** Into the bin, or out of it. */
export async function setEventDeleted(
  tx: Tx,
  row: Allowed<EventRow>,
  change: { deletedAt: Date | null; isEdited: boolean; meetingState: MeetingState; at: Date },
): Promise<void> {
  await sql`
    update calendar_events set deleted_at = ${change.deletedAt}, is_edited = ${change.isEdited},
      meeting_state = ${change.meetingState}, version = version + 1, updated_at = ${change.at}
    where id = ${row.id}`.execute(tx);
}

export async function deleteEvents(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`delete from calendar_events where id = any(${[...ids]}::uuid[])`.execute(tx);
}

export async function findEvent(db: Db, id: string, options: { lock?: boolean } = {}): Promise<EventRow | undefined> {
  const { rows } = await sql<EventRow>`
    select ${eventColumns} from ${eventFrom} where e.id = ${id}::uuid
    ${options.lock ? sql`for no key update of e` : sql``}`.execute(db);
  return rows[0];
}

interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** Begun in it or shortly before, by one index; and what lasts longer, by its end in an index of its own. Asked for apart. */
export function spansOf({ from, until }: Span): readonly RawBuilder<unknown>[] {
  const isLong = sql`e.ends_at - e.starts_at > interval '2 days'`;
  return [
    sql`e.starts_at < ${until} and e.starts_at >= ${from}::timestamptz - interval '2 days'
      and (e.ends_at > ${from} or e.starts_at >= ${from}) and not ${isLong}`,
    sql`e.starts_at < ${until} and e.ends_at > ${from} and ${isLong}`,
  ];
}

/** What came from an agenda that was let go of is not shown any more. */
export const isConnected =
  sql.raw(`not exists (select from calendar_objects co join connections cc on cc.id = co.connection_id
  where co.id = e.object_id and cc.deleted_at is not null)`);

export interface EventPage {
  readonly userId: string;
  readonly viewerPartyId: string | null;
  readonly partyId: string | null;
  readonly from: Date;
  readonly until: Date;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/** The viewer's own, and those of colleagues in which the viewer takes part; what stands in both, once. */
export async function listEventRows(db: Db, page: EventPage): Promise<EventRow[]> {
  const { userId, viewerPartyId, partyId, after } = page;
  const within = sql`e.deleted_at is null and ${isConnected}
    and ${partyId === null ? sql`true` : sql`e.party_ids && ${withMembers(partyId)}`}
    and ${after === null ? sql`true` : sql`(e.starts_at, e.id) > (${after.at}, ${after.id}::uuid)`}`;
  const own = sql`e.owner_user_id = ${userId}`;
  const theirs = sql`e.party_ids @> array[${viewerPartyId}::uuid] and e.owner_user_id <> ${userId} and not e.is_private
    and not exists (select from calendar_events own where own.owner_user_id = ${userId} and own.uid = e.uid
      and own.starts_at = e.starts_at and own.deleted_at is null)`;
  const parts = [own, theirs].flatMap((whose) =>
    spansOf(page).map(
      (span) => sql`(select e.id from calendar_events e where ${whose} and ${span} and ${within}
        order by e.starts_at, e.id limit ${page.limit})`,
    ),
  );
  const { rows } = await sql<EventRow>`
    with found as materialized (${sql.join(parts, sql` union all `)})
    select ${eventColumns} from ${eventFrom} where e.id in (select id from found)
    order by e.starts_at, e.id limit ${page.limit}`.execute(db);
  return rows;
}

/** What a user planned in Hecht's own agenda. */
export async function listOwnEventRows(
  db: Db,
  ask: { userId: string; from: Date; until: Date; limit: number },
): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select ${eventColumns} from ${eventFrom}
    where e.owner_user_id = ${ask.userId} and e.object_id is null and e.deleted_at is null and e.status <> 'cancelled'
      and e.ends_at >= ${ask.from} and e.starts_at < ${ask.until}
    order by e.starts_at, e.id limit ${ask.limit}`.execute(db);
  return rows;
}

/** A firm and whoever works there. */
function withMembers(partyId: string): RawBuilder<unknown> {
  return sql`(select array_agg(id) from (
    select ${partyId}::uuid as id union all
    select r.from_party from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
    where r.to_party = ${partyId}::uuid and r.until_on is null) as who)`;
}

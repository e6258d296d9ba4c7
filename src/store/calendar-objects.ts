/** Calendar resources of other houses: as they were last seen there, and what is still to be told there. */
import { sql } from 'kysely';
import { type EventRow, eventColumns, eventFrom } from './agenda.ts';
import type { Db, Tx } from './database.ts';

export interface CalendarObjectRow {
  readonly id: string;
  readonly connectionId: string;
  readonly place: string;
  readonly href: string | null;
  readonly etag: string | null;
  readonly uid: string;
  readonly raw: string | null;
  readonly isRecurring: boolean;
  readonly pushState: 'waiting' | 'clash' | 'refused' | null;
  readonly pushTries: number;
  readonly edits: number;
  readonly theirRaw: string | null;
  readonly theirEtag: string | null;
  readonly theirEvents: unknown;
  readonly deletedAt: Date | null;
}

const columns = sql.raw(`o.id, o.connection_id as "connectionId", o.place, o.href, o.etag, o.uid, o.raw,
  o.is_recurring as "isRecurring", o.push_state as "pushState", o.push_tries as "pushTries", o.edits,
  o.their_raw as "theirRaw", o.their_etag as "theirEtag", o.their_events as "theirEvents", o.deleted_at as "deletedAt"`);

export interface CalendarRow {
  readonly connectionId: string;
  readonly place: string;
  readonly name: string;
  readonly isWritable: boolean;
}

/** The calendars elsewhere that a user keeps up with. */
export async function listCalendarRows(db: Db, userId: string): Promise<CalendarRow[]> {
  const { rows } = await sql<CalendarRow>`
    select c.id as "connectionId", p.place, p.name, c.kind = 'caldav' and p.role is distinct from 'read-only' as "isWritable"
    from connections c join connection_places p on p.connection_id = c.id and p.is_wanted
    where c.kind in ('caldav', 'ical') and c.deleted_at is null and c.owner_user_id = ${userId}::uuid
    order by c.created_at, p.name, p.place limit 200`.execute(db);
  return rows;
}

/** For something planned here that is not there yet. */
export async function insertWaitingObject(
  tx: Tx,
  row: { id: string; connectionId: string; place: string; uid: string; at: Date },
): Promise<void> {
  await sql`
    insert into calendar_objects (id, connection_id, place, uid, push_state, push_after)
    values (${row.id}, ${row.connectionId}, ${row.place}, ${row.uid}, 'waiting', ${row.at})`.execute(tx);
}

/** Something of it was changed here: it is to be told, unless somebody first has to choose between two versions. */
export async function markObjectEdited(tx: Tx, { objectId, at }: { objectId: string; at: Date }): Promise<void> {
  await sql`
    update calendar_objects set edits = edits + 1, push_problem = null, push_tries = 0, push_after = ${at},
      push_state = case when push_state = 'clash' then 'clash' else 'waiting' end
    where id = ${objectId}`.execute(tx);
}

export interface TheirEvent {
  readonly recurrenceId: string;
  readonly title: string;
  readonly location: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

export async function findTheirEvents(db: Db, objectId: string): Promise<readonly TheirEvent[]> {
  const { rows } = await sql<{ theirs: readonly TheirEvent[] | null }>`
    select their_events as theirs from calendar_objects where id = ${objectId}`.execute(db);
  return rows[0]?.theirs ?? [];
}

export async function findObject(
  db: Db,
  id: string,
  options: { lock?: boolean } = {},
): Promise<CalendarObjectRow | undefined> {
  const { rows } = await sql<CalendarObjectRow>`
    select ${columns} from calendar_objects o where o.id = ${id}
    ${options.lock ? sql`for no key update of o` : sql``}`.execute(db);
  return rows[0];
}

/** Those of these addresses or names, locked: a reading and a push never write one at the same time. */
export async function lockObjects(
  tx: Tx,
  find: { connectionId: string; place: string; hrefs: readonly string[]; uids: readonly string[] },
): Promise<CalendarObjectRow[]> {
  const { rows } = await sql<CalendarObjectRow>`
    select ${columns} from calendar_objects o
    where o.connection_id = ${find.connectionId} and o.place = ${find.place}
      and (o.href = any(${[...find.hrefs]}::text[]) or o.uid = any(${[...find.uids]}::text[]))
    order by o.id for no key update of o`.execute(tx);
  return rows;
}

/** What stands in a place here, by its address there; not what was told there since. */
export async function listHrefs(
  tx: Tx,
  place: { connectionId: string; place: string; before: Date },
): Promise<string[]> {
  const { rows } = await sql<{ href: string }>`
    select href from calendar_objects
    where connection_id = ${place.connectionId} and place = ${place.place} and href is not null
      and (told_at is null or told_at < ${place.before})`.execute(tx);
  return rows.map(({ href }) => href);
}

export interface SeenObject {
  readonly id: string;
  readonly connectionId: string;
  readonly place: string;
  readonly href: string;
  readonly etag: string | null;
  readonly uid: string;
  readonly raw: string;
  readonly isRecurring: boolean;
}

export async function insertObject(tx: Tx, row: SeenObject): Promise<void> {
  await sql`
    insert into calendar_objects (id, connection_id, place, href, etag, uid, raw, is_recurring)
    values (${row.id}, ${row.connectionId}, ${row.place}, ${row.href}, ${row.etag}, ${row.uid}, ${row.raw},
      ${row.isRecurring})`.execute(tx);
}

/** Here and there are the same now. */
export async function settleObject(
  tx: Tx,
  row: Pick<CalendarObjectRow, 'id' | 'href' | 'etag' | 'raw' | 'isRecurring'> & { uid?: string; toldAt?: Date },
): Promise<void> {
  await sql`
    update calendar_objects set href = ${row.href}, etag = ${row.etag}, raw = ${row.raw},
      uid = coalesce(${row.uid ?? null}, uid), is_recurring = ${row.isRecurring},
      told_at = coalesce(${row.toldAt ?? null}, told_at), push_state = null, push_problem = null,
      push_tries = 0, push_after = null, their_raw = null, their_etag = null, their_events = null, deleted_at = null
    where id = ${row.id}`.execute(tx);
}

/** Told in part: what was changed here meanwhile still waits. */
export async function noteTold(
  tx: Tx,
  row: { id: string; href: string; etag: string | null; raw: string; at: Date },
): Promise<void> {
  await sql`
    update calendar_objects set href = ${row.href}, etag = ${row.etag}, raw = ${row.raw}, push_after = ${row.at}, told_at = ${row.at}
    where id = ${row.id}`.execute(tx);
}

export async function noteClash(
  tx: Tx,
  row: { id: string; raw: string | null; etag: string | null; events: readonly object[] },
): Promise<void> {
  await sql`
    update calendar_objects set push_state = 'clash', push_problem = null, their_raw = ${row.raw}, their_etag = ${row.etag},
      their_events = ${JSON.stringify(row.events)}::jsonb
    where id = ${row.id}`.execute(tx);
}

/** Mine goes out again, over the version that was looked at. */
export async function overrule(tx: Tx, { id, at }: { id: string; at: Date }): Promise<void> {
  await sql`
    update calendar_objects set etag = their_etag, raw = their_raw, push_state = 'waiting', push_after = ${at},
      href = case when their_raw is null then null else href end,
      push_tries = 0, their_raw = null, their_etag = null, their_events = null, edits = edits + 1
    where id = ${id}`.execute(tx);
}

export async function notePushTrouble(
  tx: Tx,
  row: { id: string; problem: string; tries: number; after: Date; isFinal: boolean },
): Promise<void> {
  await sql`
    update calendar_objects set push_problem = ${row.problem}, push_tries = ${row.tries}, push_after = ${row.after},
      push_state = ${row.isFinal ? 'refused' : 'waiting'}
    where id = ${row.id} and push_state = 'waiting'`.execute(tx);
}

export async function deleteObjects(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`delete from calendar_objects where id = any(${[...ids]}::uuid[])`.execute(tx);
}

/** Occurrences, also those in the bin. */
export async function listEventsOfObjects(tx: Tx, objectIds: readonly string[]): Promise<EventRow[]> {
  if (objectIds.length === 0) return [];
  const { rows } = await sql<EventRow>`
    select ${eventColumns} from ${eventFrom} where e.object_id = any(${[...objectIds]}::uuid[])
    order by e.object_id, e.recurrence_id`.execute(tx);
  return rows;
}

/** What was told stands there as it stands here; what was taken out is gone for good, unless it may be brought back. */
export async function markEventsTold(tx: Tx, told: readonly { id: string; version: number }[]): Promise<void> {
  await sql`
    update calendar_events e set is_edited = false
    from json_to_recordset(${JSON.stringify(told)}::json) as r(id uuid, version integer)
    where e.id = r.id and e.version = r.version`.execute(tx);
}

/** Resources that wait to be told and whose time has come. */
export async function listPushes(db: Db, ask: { connectionId: string; at: Date; limit: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from calendar_objects
    where connection_id = ${ask.connectionId} and push_state = 'waiting' and push_after <= ${ask.at}
    order by push_after, id limit ${ask.limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Connections for which something waits. */
export async function listPushing(db: Db, at: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct o.connection_id as id from calendar_objects o join connections c on c.id = o.connection_id
    where o.push_state = 'waiting' and o.push_after <= ${at} and c.deleted_at is null and not c.is_paused
    limit 1000`.execute(db);
  return rows.map(({ id }) => id);
}

/** The folders, calendars and streams of connections: how far each was read, and what in them could not be read. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export interface ConnectionPlaceRow {
  readonly connectionId: string;
  readonly place: string;
  readonly name: string;
  readonly role: string | null;
  readonly isWanted: boolean;
  readonly cursor: Readonly<Record<string, string | number>> | null;
  readonly done: number;
  readonly total: number | null;
  readonly problem: string | null;
}

const columns = sql.raw(`connection_id as "connectionId", place, name, role, is_wanted as "isWanted", cursor,
  done::float8 as done, total::float8 as total, problem`);

export async function listPlaces(db: Db, connectionIds: readonly string[]): Promise<ConnectionPlaceRow[]> {
  if (connectionIds.length === 0) return [];
  const { rows } = await sql<ConnectionPlaceRow>`
    select ${columns} from connection_places where connection_id = any(${connectionIds}::uuid[])
    order by connection_id, name, place`.execute(db);
  return rows;
}

/** New ones come in as the source offers them; of those known only name and role follow. */
export async function putPlaces(
  tx: Tx,
  connectionId: string,
  places: readonly Pick<ConnectionPlaceRow, 'place' | 'name' | 'role' | 'isWanted'>[],
): Promise<void> {
  if (places.length === 0) return;
  await sql`
    insert into connection_places (connection_id, place, name, role, is_wanted)
    select ${connectionId}::uuid, place, name, role, wanted from unnest(
      ${places.map(({ place }) => place)}::text[], ${places.map(({ name }) => name)}::text[],
      ${places.map(({ role }) => role)}::text[], ${places.map(({ isWanted }) => isWanted)}::boolean[])
      as p(place, name, role, wanted)
    on conflict (connection_id, place) do update set name = excluded.name, role = excluded.role`.execute(tx);
}

export async function chooseConnectionPlaces(tx: Tx, connectionId: string, wanted: readonly string[]): Promise<void> {
  await sql`
    update connection_places set is_wanted = place = any(${wanted}::text[]) where connection_id = ${connectionId}::uuid`.execute(
    tx,
  );
}

export async function movePlace(
  tx: Tx,
  at: Pick<ConnectionPlaceRow, 'connectionId' | 'place' | 'cursor' | 'done' | 'total'>,
): Promise<void> {
  await sql`
    update connection_places set cursor = ${JSON.stringify(at.cursor)}::jsonb, done = ${at.done}, total = ${at.total},
      problem = null
    where connection_id = ${at.connectionId}::uuid and place = ${at.place}`.execute(tx);
}

export async function setPlaceProblem(
  tx: Tx,
  at: Pick<ConnectionPlaceRow, 'connectionId' | 'place' | 'problem'>,
): Promise<void> {
  await sql`
    update connection_places set problem = ${at.problem}
    where connection_id = ${at.connectionId}::uuid and place = ${at.place}`.execute(tx);
}

/** Everything is read again from the beginning; what is known already stays, once. */
export async function rewindPlaces(tx: Tx, connectionId: string): Promise<void> {
  await sql`
    update connection_places set cursor = null, done = 0, problem = null
    where connection_id = ${connectionId}::uuid`.execute(tx);
}

export interface ConnectionFailure {
  readonly place: string;
  readonly position: string;
  readonly problem: string;
  readonly raw: Uint8Array | null;
}

export async function insertFailures(
  tx: Tx,
  connectionId: string,
  { failures, at }: { failures: readonly ConnectionFailure[]; at: Date },
): Promise<void> {
  if (failures.length === 0) return;
  await sql`
    insert into connection_failures (connection_id, place, position, problem, raw, at)
    select ${connectionId}::uuid, place, position, problem, raw, ${at}::timestamptz from unnest(
      ${failures.map(({ place }) => place)}::text[], ${failures.map(({ position }) => position)}::text[],
      ${failures.map(({ problem }) => problem)}::text[],
      ${failures.map(({ raw }) => (raw === null ? null : Buffer.from(raw)))}::bytea[]) as f(place, position, problem, raw)
    on conflict (connection_id, place, position) do update set problem = excluded.problem, raw = excluded.raw`.execute(
    tx,
  );
}

export interface FailureRow {
  readonly place: string;
  readonly position: string;
  readonly problem: string;
  readonly bytes: number | null;
  readonly at: Date;
}

/** A page of them, newest first, without the bytes. */
export async function listFailures(db: Db, ask: { connectionId: string; limit: number }): Promise<FailureRow[]> {
  const { rows } = await sql<FailureRow>`
    select place, position, problem, octet_length(raw) as bytes, at from connection_failures
    where connection_id = ${ask.connectionId}::uuid order by at desc, place, position limit ${ask.limit}`.execute(db);
  return rows;
}

export async function findFailureRaw(
  db: Db,
  find: { connectionId: string; place: string; position: string },
): Promise<Buffer | null | undefined> {
  const { rows } = await sql<{ raw: Buffer | null }>`
    select raw from connection_failures
    where connection_id = ${find.connectionId}::uuid and place = ${find.place} and position = ${find.position}`.execute(
    db,
  );
  return rows[0]?.raw;
}

/** Meetings become contact once they are over: who was there, each once. Moved or taken out afterwards, the log follows. */
import { v7 as uuidv7 } from 'uuid';
import type { EventRow, EventWriting, MeetingState } from '#store/agenda.ts';
import { findConnection } from '#store/connections.ts';
import type { Tx } from '#store/database.ts';
import { findAgendaOwner, type MeetingNote, noteMeetingStates } from '#store/meetings.ts';
import { ensureSource } from '#store/sources.ts';
import type { Context } from '../context.ts';
import { refreshSoon } from '../figures/refresh-soon.ts';
import { ingestInteractions } from '../interactions/ingest-interactions.ts';
import type { IngestRecord, IngestSource } from '../interactions/ingest-record.ts';
import { takeOutInteractions } from '../interactions/take-out-interactions.ts';
import { listPartyIds } from './event-people.ts';
import { type AgendaOwner, whoWasThere } from './who-was-there.ts';

/** Up to here the figures follow at once; beyond it the job does. */
const refreshedAtOnce = 20;

/** Whether this can ever be contact: not what is private or called off, and not what one does alone. */
export function meetingStateOf(event: EventWriting): MeetingState {
  const isAlone = event.attendees.length === 0 && event.organiser === null;
  return event.isPrivate || event.status === 'cancelled' || isAlone ? 'none' : 'pending';
}

/** Events as they have just become: what stands in the log of them follows. */
export async function restateMeetings(ctx: Context, tx: Tx, rows: readonly EventRow[]): Promise<void> {
  const now = ctx.now();
  const stands = (row: EventRow) => row.deletedAt === null && row.meetingState !== 'none' && row.endsAt <= now;
  const gone = rows.filter((row) => row.interactionId !== null && !stands(row));
  await takeOut(
    ctx,
    tx,
    gone.flatMap(({ interactionId }) => interactionId ?? []),
  );
  await noteMeetingStates(
    tx,
    gone.map(({ id, meetingState }) => ({ id, interactionId: null, state: meetingState })),
  );
  // What was planned for later, and has just been moved before now, waits for nothing.
  const known = rows.filter((row) => row.interactionId !== null && stands(row));
  await recordMeetings(ctx, tx, known);
}

/** Of events that go for good. */
export async function takeOutMeetings(ctx: Context, tx: Tx, rows: readonly EventRow[]): Promise<void> {
  return takeOut(
    ctx,
    tx,
    rows.flatMap(({ interactionId }) => interactionId ?? []),
  );
}

async function takeOut(ctx: Context, tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const tieIds = await takeOutInteractions(tx, { ids, at: ctx.now() });
  await follow(ctx, tx, tieIds);
}

/** Into the log, in the name of whose agenda it is. All of one owner. */
export async function recordMeetings(ctx: Context, tx: Tx, rows: readonly EventRow[]): Promise<void> {
  const tieIds: string[] = [];
  const notes: MeetingNote[] = [];
  for (const [connectionId, some] of Map.groupBy(rows, (row) => row.connectionId)) {
    const ownerUserId = some[0]?.ownerUserId ?? '';
    const owner = await findAgendaOwner(tx, ownerUserId);
    const source = await sourceOf(ctx, tx, { connectionId, ownerUserId });
    if (!owner || !source) {
      notes.push(...some.map(({ id }) => ({ id, interactionId: null, state: 'none' as const })));
      continue;
    }
    const records = await listRecords(tx, some, owner);
    const { ids, tieIds: touched } = await ingestInteractions(tx, {
      ...{ source, records: [...records.values()], actor: ctx.actor, at: ctx.now(), importId: null },
    });
    tieIds.push(...touched);
    for (const row of some) notes.push(await noteOf(tx, row, ids.get(records.get(row.id)?.sourceKey ?? '') ?? null));
  }
  const stale = rows.filter(
    (row) => row.interactionId !== null && notes.some((note) => note.id === row.id && note.interactionId === null),
  );
  await takeOut(
    ctx,
    tx,
    stale.flatMap(({ interactionId }) => interactionId ?? []),
  );
  await noteMeetingStates(tx, notes);
  await follow(ctx, tx, tieIds);
}

async function listRecords(tx: Tx, rows: readonly EventRow[], owner: AgendaOwner): Promise<Map<string, IngestRecord>> {
  const records = new Map<string, IngestRecord>();
  for (const row of rows) {
    const there = await whoWasThere(tx, row, owner);
    if (there) records.set(row.id, recordOf(row, there));
  }
  return records;
}

async function noteOf(tx: Tx, row: EventRow, interactionId: string | null): Promise<MeetingNote> {
  if (interactionId === null) return { id: row.id, interactionId: null, state: 'none' };
  // Who was nobody here before is somebody now.
  const all = row.organiser ? [row.organiser, ...row.attendees] : row.attendees;
  return { id: row.id, interactionId, state: 'done', partyIds: await listPartyIds(tx, all) };
}

async function sourceOf(
  ctx: Context,
  tx: Tx,
  { connectionId, ownerUserId }: { connectionId: string | null; ownerUserId: string },
): Promise<IngestSource | null> {
  if (connectionId === null) {
    const own = { kind: 'agenda', label: 'agenda', ownerUserId: null, isPrivate: false, isLive: true };
    const { number } = await ensureSource(tx, { ...own, id: uuidv7(), createdAt: ctx.now() });
    return { number, ownerUserId: null };
  }
  const number = (await findConnection(tx, { id: connectionId }))?.sourceNumber ?? null;
  return number === null ? null : { number, ownerUserId };
}

function recordOf(row: EventRow, { from, to }: Pick<IngestRecord, 'from' | 'to'>): IngestRecord {
  return {
    sourceKey: `${row.uid} ${row.recurrenceId}`.trim().slice(0, 500),
    atMs: row.startsAt.getTime(),
    channel: 'meeting',
    kind: 'meeting',
    from,
    to,
    subject: row.title.slice(0, 500) || null,
    snippet: null,
    answers: [],
    mailClass: 'person',
    asked: true,
    valence: null,
    benefits: [],
    order: null,
  };
}

async function follow(ctx: Context, tx: Tx, tieIds: readonly string[]): Promise<void> {
  if (tieIds.length === 0) return;
  if (tieIds.length <= refreshedAtOnce) refreshSoon(tx, { tieIds, now: ctx.now });
  else await ctx.enqueue({ name: 'refresh-figures', data: {} }, tx);
}

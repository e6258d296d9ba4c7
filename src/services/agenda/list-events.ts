/** Reading agendas: one's own whole, of a colleague's only when it is taken. */
import type { AgendaEvent } from '#contract/agenda.ts';
import { findEvent, listEventRows } from '#store/agenda.ts';
import { type BusyRow, listBusyRows } from '#store/agenda-people.ts';
import { listCalendarRows } from '#store/calendar-objects.ts';
import { allow, userOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { describeEvent, describeEvents } from './describe-event.ts';

const pageSize = 200;
const longestMs = 400 * 86_400_000;
const mostBusy = 5_000;
const mostAsked = 50;

interface Range {
  readonly from: string;
  readonly until: string;
}

export async function listEvents(
  ctx: Context,
  input: Range & { cursor?: string; limit?: number; partyId?: string },
): Promise<{ items: AgendaEvent[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const rows = await listEventRows(ctx.db, {
    ...readRange(input),
    userId: userOf(ctx.actor),
    viewerPartyId: ctx.actor.kind === 'user' ? ctx.actor.partyId : null,
    partyId: input.partyId ?? null,
    after: id === undefined ? null : { at: new Date(String(at)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: await describeEvents(ctx, shown),
    nextCursor: more ? writeCursor([last.startsAt.toISOString(), last.id]) : null,
  };
}

export async function getEvent(ctx: Context, input: { eventId: string }): Promise<AgendaEvent> {
  const row = await findEvent(ctx.db, input.eventId);
  return describeEvent(ctx, allow(ctx.actor, 'see', row?.deletedAt === null ? row : null));
}

export async function listBusy(ctx: Context, input: Range & { userIds: string }) {
  const userIds = input.userIds.split(',').filter((id) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id));
  if (userIds.length > mostAsked) throw refusedQuery('userIds', 'too-many');
  const rows = await listBusyRows(ctx.db, { ...readRange(input), userIds, limit: mostBusy });
  return { items: mergeSpans(rows) };
}

/** What touches or overlaps is one stretch: how many meetings lie in it is nobody's business. */
function mergeSpans(rows: readonly BusyRow[]) {
  const merged: { userId: string; startsAt: string; endsAt: string }[] = [];
  for (const { userId, startsAt, endsAt } of rows) {
    const last = merged.at(-1);
    const [start, end] = [startsAt.toISOString(), endsAt.toISOString()];
    if (last?.userId === userId && start <= last.endsAt) last.endsAt = end > last.endsAt ? end : last.endsAt;
    else merged.push({ userId, startsAt: start, endsAt: end });
  }
  return merged;
}

export async function listCalendars(ctx: Context) {
  const rows = await listCalendarRows(ctx.db, userOf(ctx.actor));
  const elsewhere = rows.map(({ connectionId, place, name, isWritable }) => ({
    ...{ id: `${connectionId} ${place}`, name, isWritable },
  }));
  return { items: [{ id: 'own', name: null, isWritable: true }, ...elsewhere] };
}

export function readRange({ from, until }: Range): { from: Date; until: Date } {
  const range = { from: new Date(from), until: new Date(until) };
  const lastsMs = range.until.getTime() - range.from.getTime();
  if (!(lastsMs > 0)) throw refusedQuery('until', 'ends-before-start');
  if (lastsMs > longestMs) throw refusedQuery('until', 'lasts-too-long');
  return range;
}

function refusedQuery(field: string, code: string): AppError {
  return new AppError('bad-input', { problems: [{ path: `query.${field}`, code, message: code }] });
}

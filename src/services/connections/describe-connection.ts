/** A connection as people see it: how it is doing, without its secret. */
import { type ConnectionProblem, connectionSettings } from '#contract/connection-kinds.ts';
import type { Connection } from '#contract/connections.ts';
import { type ConnectionPlaceRow, listPlaces } from '#store/connection-places.ts';
import type { ConnectionRow } from '#store/connections.ts';
import { listSources, type SourceRow } from '#store/sources.ts';
import { isAllowed } from '../allow.ts';
import type { Context } from '../context.ts';

export async function describeConnections(ctx: Context, rows: readonly ConnectionRow[]): Promise<Connection[]> {
  const places = await listPlaces(
    ctx.db,
    rows.map(({ id }) => id),
  );
  const sources = await listSources(ctx.db);
  return rows.map((row) =>
    describe(
      ctx,
      row,
      places.filter(({ connectionId }) => connectionId === row.id),
      sources.find(({ number }) => number === row.sourceNumber),
    ),
  );
}

function describe(
  ctx: Context,
  row: ConnectionRow,
  places: readonly ConnectionPlaceRow[],
  source: SourceRow | undefined,
): Connection {
  const { id, name, readCount, failedCount, version, ownerUserId } = row;
  return {
    ...{ id, name, readCount, failedCount, version },
    settings: connectionSettings.parse(row.settings),
    isYours: ctx.actor.kind === 'user' && ownerUserId === ctx.actor.userId,
    isShared: ownerUserId === null,
    mayChange: mayChange(ctx, row),
    state: stateOf(row, ctx.now()),
    problem: row.problem as ConnectionProblem | null,
    problemDetail: row.problemDetail,
    problemSince: isoOf(row.problemSince),
    triedAt: isoOf(row.triedAt),
    succeededAt: isoOf(row.succeededAt),
    nextRunAt: row.isPaused ? null : isoOf(row.nextRunAt),
    heardAt: isoOf(row.heardAt),
    coveredFrom: isoOf(source?.coveredFrom ?? null),
    coveredUntil: isoOf(source?.coveredUntil ?? null),
    places: places.map(({ place, role, isWanted, done, total, problem, name: called }) => {
      return { place, name: called, role, isWanted, done, total, problem: problem as ConnectionProblem | null };
    }),
  };
}

/** The owner's own is the owner's; the firm's is for who governs the firm. */
export function mayChange(ctx: Context, { ownerUserId }: ConnectionRow): boolean {
  if (ownerUserId === null) return isAllowed(ctx.actor, 'govern', {});
  return isAllowed(ctx.actor, 'use-own', { ownerUserId });
}

function stateOf(row: ConnectionRow, now: Date): Connection['state'] {
  if (row.isPaused) return 'paused';
  if (row.problem !== null) return 'trouble';
  if (row.leasedUntil !== null && row.leasedUntil > now) return 'reading';
  if (row.succeededAt === null) return 'new';
  return row.quietToldAt !== null && row.heardAt !== null && row.quietToldAt > row.heardAt ? 'quiet' : 'fine';
}

function isoOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

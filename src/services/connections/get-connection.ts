/** Whose connection it is decides who sees it: the owner's own is nobody else's, the firm's is everybody's. */
import type { Connection } from '#contract/connections.ts';
import type { Allowed } from '#store/allowed.ts';
import { findFailureRaw, listFailures } from '#store/connection-places.ts';
import { type ConnectionRow, findConnection, listConnections as listRows } from '#store/connections.ts';
import type { Db } from '#store/database.ts';
import { allow, userOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { describeConnections, mayChange } from './describe-connection.ts';

/** More than anybody connects. */
const mostListed = 500;
const mostFailures = 200;

export async function listConnections(ctx: Context): Promise<{ items: Connection[] }> {
  const rows = await listRows(ctx.db, userOf(ctx.actor), mostListed);
  return { items: await describeConnections(ctx, rows) };
}

export async function getConnection(ctx: Context, input: { connectionId: string }): Promise<Connection> {
  return describeOne(ctx, await getRow(ctx, ctx.db, input.connectionId));
}

export async function listConnectionFailures(ctx: Context, { connectionId }: { connectionId: string }) {
  const row = await getRow(ctx, ctx.db, connectionId);
  const items = await listFailures(ctx.db, { connectionId: row.id, limit: mostFailures });
  return { items: items.map((item) => ({ ...item, at: item.at.toISOString() })) };
}

/** The bytes themselves may be anything, so they are for who may change the connection. */
export async function getFailureRaw(
  ctx: Context,
  { connectionId, place, position }: { connectionId: string; place: string; position: string },
): Promise<Buffer> {
  const row = await getRow(ctx, ctx.db, connectionId);
  if (!mayChange(ctx, row)) throw new AppError('not-allowed');
  const raw = await findFailureRaw(ctx.db, { connectionId: row.id, place, position });
  if (!raw) throw notFound();
  return raw;
}

export async function getRow(ctx: Context, db: Db, id: string, lock = false): Promise<ConnectionRow> {
  const row = await findConnection(db, { id, lock });
  const isSeen = row && row.deletedAt === null && (row.ownerUserId === null || row.ownerUserId === userOf(ctx.actor));
  if (!isSeen) throw notFound();
  return row;
}

/** Locked, for a change. */
export async function getOwnRow(ctx: Context, db: Db, id: string): Promise<Allowed<ConnectionRow>> {
  const row = await getRow(ctx, db, id, true);
  if (!mayChange(ctx, row)) throw new AppError('not-allowed');
  return allow(ctx.actor, 'see', row);
}

export async function describeOne(ctx: Context, row: ConnectionRow): Promise<Connection> {
  const [connection] = await describeConnections(ctx, [row]);
  if (!connection) throw notFound();
  return connection;
}

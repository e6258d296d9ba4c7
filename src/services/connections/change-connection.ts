/** Mending, pausing, reading again and stopping a connection. */
import type { ConnectionSettings } from '#contract/connection-kinds.ts';
import type { Connection } from '#contract/connections.ts';
import type { Allowed } from '#store/allowed.ts';
import { chooseConnectionPlaces, putPlaces, rewindPlaces } from '#store/connection-places.ts';
import { type ConnectionRow, setConnectionDeleted, updateConnection } from '#store/connections.ts';
import type { Tx } from '#store/database.ts';
import { closeCoverage } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { refusal } from './create-connection.ts';
import { describeOne, getOwnRow, getRow } from './get-connection.ts';
import { askRun } from './lease.ts';
import { look, passwordOf } from './look-connection.ts';
import { noteConnection } from './note-connection.ts';
import { type ConnectionSecret, ReaderProblem } from './reader.ts';
import { openSecret, sealSecret } from './secrets.ts';

interface Changing {
  readonly connectionId: string;
  readonly name?: string;
  readonly settings?: ConnectionSettings;
  readonly secret?: { readonly password: string };
  readonly places?: readonly string[];
  readonly isPaused?: boolean;
}

const mended = { problem: null, problemDetail: null, problemSince: null, failures: 0 } as const;

export async function updateConnectionFields(ctx: Context, input: Changing): Promise<Connection> {
  const { settings, places } = input;
  const fresh = settings || input.secret ? await tryAgain(ctx, input) : null;
  return transact(ctx.db, async (tx) => {
    const was = await getOwnRow(ctx, tx, input.connectionId);
    const secret = input.secret ? fresh?.secret : null;
    const values = {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.isPaused === undefined ? {} : { isPaused: input.isPaused }),
      ...(settings ? { settings } : {}),
      ...(secret ? { sealed: sealSecret(ctx, was.id, secret) } : {}),
      ...(fresh || input.isPaused === false ? mended : {}),
    };
    await updateConnection(tx, was, { ...values, nextRunAt: ctx.now() }, true);
    if (fresh) await putPlaces(tx, was.id, fresh.looked.places);
    if (places) await chooseConnectionPlaces(tx, was.id, places);
    if (input.isPaused) await stopListening(ctx, tx, was);
    const now = await getRow(ctx, tx, was.id);
    await noteConnection(ctx, tx, { act: 'update', was, now });
    if (!now.isPaused) await askRun(ctx, tx, now);
    return describeOne({ ...ctx, db: tx }, now);
  });
}

/** What it is changed into must work, or it stays as it was. */
async function tryAgain(ctx: Context, { connectionId, settings, secret }: Changing) {
  const row = await getRow(ctx, ctx.db, connectionId);
  const wanted = settings ?? (row.settings as ConnectionSettings);
  if (wanted.kind !== row.kind) {
    const problem = { path: 'body.settings.kind', code: 'other-kind', message: 'a connection stays of its kind' };
    throw new AppError('bad-input', { problems: [problem] });
  }
  const known: ConnectionSecret | null = secret ? passwordOf(secret) : await openSecret(ctx, row).catch(() => null);
  const looked = await look(ctx, { settings: wanted, secret: known, ownerUserId: row.ownerUserId });
  if (looked instanceof ReaderProblem) throw refusal(looked);
  return { looked, secret: known };
}

export async function readConnectionNow(ctx: Context, { connectionId }: { connectionId: string }): Promise<Connection> {
  return transact(ctx.db, async (tx) => {
    const row = await getOwnRow(ctx, tx, connectionId);
    await updateConnection(tx, row, { nextRunAt: ctx.now() });
    await askRun(ctx, tx, row);
    return describeOne({ ...ctx, db: tx }, row);
  });
}

/** Everything again from the beginning; a run that is under way finds its lease gone and stops. */
export async function resyncConnection(ctx: Context, { connectionId }: { connectionId: string }): Promise<Connection> {
  return transact(ctx.db, async (tx) => {
    const row = await getOwnRow(ctx, tx, connectionId);
    await rewindPlaces(tx, row.id);
    await updateConnection(tx, row, { ...mended, lease: null, leasedUntil: null, nextRunAt: ctx.now() });
    await askRun(ctx, tx, row);
    return describeOne({ ...ctx, db: tx }, await getRow(ctx, tx, row.id));
  });
}

export async function removeConnection(ctx: Context, input: { connectionId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = await getOwnRow(ctx, tx, input.connectionId);
    await stopListening(ctx, tx, row);
    await setConnectionDeleted(tx, row, { at: ctx.now(), nextRunAt: null });
    await noteConnection(ctx, tx, { act: 'remove', now: row });
    return { done: true as const };
  });
}

/** From the last good reading on nobody listened: silence after it says nothing. */
async function stopListening(ctx: Context, tx: Tx, row: Allowed<ConnectionRow>): Promise<void> {
  await updateConnection(tx, row, { lease: null, leasedUntil: null });
  if (row.sourceNumber === null || row.succeededAt === null) return;
  await closeCoverage(tx, row.sourceNumber, { from: row.succeededAt, until: row.succeededAt });
  await ctx.enqueue({ name: 'refresh-figures', data: {} }, tx);
}

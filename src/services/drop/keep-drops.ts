/** The job behind the drop addresses: each mail is read and stored, or set aside with its reason and its bytes. */
import { insertFailures } from '#store/connection-places.ts';
import { type ConnectionRow, findConnection, updateConnection } from '#store/connections.ts';
import type { Tx } from '#store/database.ts';
import { type DropMessage, deleteDrop, isMailKnown, takeDrop } from '#store/drops.ts';
import { listInteractionsByKey } from '#store/interactions.ts';
import { listOwnAddresses } from '#store/own-identities.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { hearNews } from '../connections/silence.ts';
import type { Context } from '../context.ts';
import { refreshSoon } from '../figures/refresh-soon.ts';
import { getFirm } from '../firm.ts';
import { futureGraceMs } from '../interactions/ingest-interactions.ts';
import { keepMails } from '../mail/keep-mails.ts';
import { notify } from '../notifications/notify.ts';
import { getActorOfUser } from '../user-row.ts';
import type { DropOutcome } from './drop-reader.ts';

const place = 'drop';
const dayLength = 10;

/** One by one, each in a transaction: a kill leaves it either stored or waiting. */
export async function keepDrops(house: Context, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted) {
    const isMore = await transact(house.db, (tx) => keepNext(house, tx));
    if (!isMore) return;
  }
}

async function keepNext(house: Context, tx: Tx): Promise<boolean> {
  const message = await takeDrop(tx);
  if (!message) return false;
  const connection = await findConnection(tx, { id: message.connectionId, lock: true });
  await deleteDrop(tx, message.id);
  // Ended meanwhile: nobody waits for it any more.
  if (!connection?.ownerUserId || connection.deletedAt !== null) return true;
  const ctx = { ...house, actor: await getActorOfUser(tx, connection.ownerUserId) };
  const outcome = await read(ctx, tx, connection, message);
  if (outcome.type === 'mail') await store(ctx, tx, connection, outcome);
  else await setAside(ctx, tx, connection, { message, outcome });
  return true;
}

async function read(ctx: Context, tx: Tx, connection: ConnectionRow, { raw }: DropMessage): Promise<DropOutcome> {
  const { timeZone } = await getFirm(tx);
  const ownAddresses = await listOwnAddresses(tx, connection.ownerUserId);
  const dropAddress = String(connection.settings['address'] ?? '');
  const nowMs = ctx.now().getTime();
  const outcome = await ctx.ports.dropReader.read(raw, { dropAddress, ownAddresses, timeZone, nowMs });
  const isAhead = outcome.type === 'mail' && outcome.item.record.atMs > nowMs + futureGraceMs;
  return isAhead ? { type: 'failed', problem: 'future-date', isForeign: false } : outcome;
}

async function store(
  ctx: Context,
  tx: Tx,
  connection: ConnectionRow,
  { item }: Extract<DropOutcome, { type: 'mail' }>,
): Promise<void> {
  const { sourceNumber, ownerUserId } = connection;
  if (sourceNumber === null || ownerUserId === null) throw new Error('a drop address belongs to somebody');
  const { record } = item;
  const isKnown =
    (await isMailKnown(tx, { userId: ownerUserId, messageKey: record.sourceKey })) ||
    (await listInteractionsByKey(tx, { sourceNumber, sourceKeys: [record.sourceKey] })).length > 0;
  const good = { problem: null, problemDetail: null, problemSince: null, succeededAt: ctx.now(), triedAt: ctx.now() };
  const own = allow(ctx.actor, 'use-own', connection);
  if (isKnown) return updateConnection(tx, own, good);
  const source = { number: sourceNumber, ownerUserId };
  const kept = await keepMails(ctx, tx, { connection, source, place }, [{ type: 'mail', ...item }]);
  await insertFailures(tx, connection.id, { failures: kept.failures, at: ctx.now() });
  // What one chooses to send here says nothing about what else was written: nothing is covered by it.
  await updateConnection(tx, own, {
    ...good,
    ...hearNews(connection, kept.timesMs),
    readCount: connection.readCount + 1,
  });
  refreshSoon(tx, { tieIds: kept.tieIds, now: ctx.now });
}

interface Aside {
  readonly message: DropMessage;
  readonly outcome: Extract<DropOutcome, { type: 'failed' }>;
}

async function setAside(ctx: Context, tx: Tx, connection: ConnectionRow, { message, outcome }: Aside): Promise<void> {
  const { id: position, raw } = message;
  const { problem } = outcome;
  await insertFailures(tx, connection.id, { failures: [{ place, position, problem, raw }], at: ctx.now() });
  const own = allow(ctx.actor, 'use-own', connection);
  if (!outcome.isForeign) return updateConnection(tx, own, { succeededAt: ctx.now(), triedAt: ctx.now() });
  const now = ctx.now();
  const problemSince = connection.problemSince ?? now;
  await updateConnection(tx, own, { problem: 'not-yours', problemDetail: null, problemSince, triedAt: now });
  const key = `drop ${connection.id} ${now.toISOString().slice(0, dayLength)}`;
  const word = { kind: 'connection-trouble', noun: 'connection', recordId: connection.id, partyId: null } as const;
  const userId = connection.ownerUserId;
  if (userId !== null) await notify({ ...ctx, actor: { kind: 'system' } }, tx, { ...word, userId, key });
}

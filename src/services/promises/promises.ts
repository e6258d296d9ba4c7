/** Promises: written down, listed, settled. A settled one becomes an event of the tie; an open one counts once overdue. */
import { v7 as uuidv7 } from 'uuid';
import type { Promised } from '#contract/promises.ts';
import type { Db, Tx } from '#store/database.ts';
import { findPromise, insertPromise, listPromiseRows, type PromiseRow, settlePromiseRow } from '#store/promises.ts';
import { markTiesStale } from '#store/stale-ties.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf, viewerOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { ensureHandSource } from '../interactions/hand-source.ts';
import { ingestInteractions } from '../interactions/ingest-interactions.ts';
import { notePromise } from './note-promise.ts';
import { openTie } from './open-tie.ts';

const pageSize = 50;

export async function listPromises(
  ctx: Context,
  input: { cursor?: string; limit?: number; partyId?: string; open?: 'true' | 'false' },
): Promise<{ items: Promised[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const [isSettled, dueAt, id] = readCursor(input.cursor, ['boolean', 'at', 'id']) ?? [];
  const rows = await listPromiseRows(ctx.db, {
    viewer: viewerOf(ctx.actor),
    partyId: input.partyId ?? null,
    open: input.open === undefined ? null : input.open === 'true',
    after: id === undefined ? null : { isSettled: isSettled === true, dueAt: new Date(String(dueAt)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map(describePromise),
    nextCursor: more ? writeCursor([last.settledAt !== null, last.dueAt.toISOString(), last.id]) : null,
  };
}

export async function createPromise(
  ctx: Context,
  input: { partyId: string; kind?: 'promise' | 'answer'; owedBy: 'ours' | 'theirs'; text: string; dueAt: string },
): Promise<Promised> {
  return transact(ctx.db, async (tx) => {
    const { tieId, ourSide } = await openTie(ctx, tx, input.partyId);
    const owedBy = input.owedBy === 'ours' ? ourSide : ourSide === 0 ? 1 : 0;
    const id = uuidv7();
    const { text } = input;
    const authorId = userOf(ctx.actor);
    const kind = input.kind ?? 'promise';
    const dueAt = new Date(input.dueAt);
    await insertPromise(tx, { id, tieId, kind, owedBy, text, dueAt, authorId, createdAt: ctx.now() });
    await touchTie(ctx, tx, tieId);
    const now = await getPromise(tx, id);
    await notePromise(ctx, tx, { act: 'create', now });
    return describePromise(now);
  });
}

export async function settlePromise(
  ctx: Context,
  input: { promiseId: string; outcome: 'kept' | 'broken' | 'withdrawn'; at?: string },
): Promise<Promised> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', await findPromise(tx, input.promiseId));
    if (row.settledAt !== null) throw new AppError('conflict', { current: { ...describePromise(row) } });
    const at = input.at === undefined ? ctx.now() : new Date(input.at);
    if (at > ctx.now()) throw new AppError('future-event');
    const outcome = input.outcome === 'kept' && at > row.dueAt ? 'late' : input.outcome;
    await settlePromiseRow(tx, row, { at, outcome });
    // To answer late is no broken word: from then on nothing waits any more, and that is all.
    if (outcome !== 'withdrawn' && row.kind !== 'answer') await recordOutcome(ctx, tx, row, { at, outcome });
    await touchTie(ctx, tx, row.tieId);
    const now = await getPromise(tx, row.id);
    await notePromise(ctx, tx, { act: 'update', was: row, now });
    return describePromise(now);
  });
}

/** What became of it is an event like any other, so that a replay knows it too. */
async function recordOutcome(
  ctx: Context,
  tx: Tx,
  row: PromiseRow,
  settled: { at: Date; outcome: 'kept' | 'late' | 'broken' },
): Promise<void> {
  const byUs = row.owedBy === row.ourSide;
  const [from, to] = byUs ? [row.colleagueId, row.partyId] : [row.partyId, row.colleagueId];
  const source = await ensureHandSource(tx, ctx.now());
  await ingestInteractions(tx, {
    source: { number: source.number, ownerUserId: null },
    records: [
      {
        sourceKey: `promise ${row.id}`,
        atMs: settled.at.getTime(),
        channel: 'other',
        kind: `promise-${settled.outcome}`,
        from: { kind: 'party', partyId: from },
        to: [{ kind: 'party', partyId: to }],
        subject: row.text.slice(0, 500),
        snippet: null,
        answers: [],
        mailClass: 'person',
        asked: true,
        valence: null,
        benefits: [],
        order: null,
      },
    ],
    actor: ctx.actor,
    at: ctx.now(),
    importId: null,
  });
}

export async function touchTie(ctx: Context, tx: Tx, tieId: string): Promise<void> {
  await markTiesStale(tx, { tieIds: [tieId], at: ctx.now() });
  await ctx.enqueue({ name: 'refresh-figures', data: {} }, tx);
}

async function getPromise(db: Db, id: string): Promise<PromiseRow> {
  const row = await findPromise(db, id);
  if (!row) throw new AppError('not-found');
  return row;
}

export function describePromise(row: PromiseRow): Promised {
  return {
    id: row.id,
    tieId: row.tieId,
    kind: row.kind,
    owedBy: row.owedBy === row.ourSide ? 'ours' : 'theirs',
    party: { id: row.partyId, name: row.partyName },
    colleague: { id: row.colleagueId, name: row.colleagueName },
    text: row.text,
    dueAt: row.dueAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    outcome: row.outcome,
    version: row.version,
  };
}

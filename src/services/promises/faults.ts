/** Our faults: owned up to, listed until made good, and fading only from then on. */
import { v7 as uuidv7 } from 'uuid';
import type { fault } from '#contract/promises.ts';
import type { Shape } from '#contract/values.ts';
import { type TrustFacet, trustFacets } from '#engine/tie-event.ts';
import type { Db } from '#store/database.ts';
import { type FaultRow, findFault, insertFault, listFaultRows, makeFaultGood as writeRemedy } from '#store/promises.ts';
import { markTiesStale } from '#store/stale-ties.ts';
import { transact } from '#store/transact.ts';
import { allow, viewerOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { noteFault } from './note-fault.ts';
import { openTie } from './open-tie.ts';

type Fault = Shape<typeof fault>;

const pageSize = 50;
/** As a broken promise weighs (engine/evidence.ts). */
export const ownedUpWeight = 1;

export async function listFaults(
  ctx: Context,
  input: { cursor?: string; limit?: number; partyId?: string },
): Promise<{ items: Fault[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const [isGood, at, id] = readCursor(input.cursor, ['boolean', 'at', 'id']) ?? [];
  const rows = await listFaultRows(ctx.db, {
    viewer: viewerOf(ctx.actor),
    partyId: input.partyId ?? null,
    after: id === undefined ? null : { isGood: isGood === true, at: new Date(String(at)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map(describeFault),
    nextCursor: more ? writeCursor([last.madeGoodAt !== null, last.at.toISOString(), last.id]) : null,
  };
}

export async function createFault(
  ctx: Context,
  input: { partyId: string; what: string; at: string; facet?: TrustFacet },
): Promise<Fault> {
  const at = new Date(input.at);
  if (at > ctx.now()) throw new AppError('future-event');
  return transact(ctx.db, async (tx) => {
    const { tieId, ourSide: bySide } = await openTie(ctx, tx, input.partyId);
    const id = uuidv7();
    const facet = trustFacets.indexOf(input.facet ?? 'integrity');
    await insertFault(tx, { id, tieId, bySide, facet, weight: ownedUpWeight, what: input.what, at });
    await markTiesStale(tx, { tieIds: [tieId], at: ctx.now() });
    await ctx.enqueue({ name: 'refresh-figures', data: {} }, tx);
    const now = await getFault(tx, id);
    await noteFault(ctx, tx, { act: 'create', now });
    return describeFault(now);
  });
}

export async function makeFaultGood(
  ctx: Context,
  input: { faultId: string; how: string | null; at?: string },
): Promise<Fault> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', await findFault(tx, input.faultId));
    const at = input.at === undefined ? ctx.now() : new Date(input.at);
    if (at > ctx.now()) throw new AppError('future-event');
    if (row.madeGoodAt !== null) throw new AppError('conflict', { current: { ...describeFault(row) } });
    // A remedy cannot lie before the fault it makes good.
    await writeRemedy(tx, row, { at: at < row.at ? row.at : at, how: input.how });
    await markTiesStale(tx, { tieIds: [row.tieId], at: ctx.now() });
    await ctx.enqueue({ name: 'refresh-figures', data: {} }, tx);
    const now = await getFault(tx, row.id);
    await noteFault(ctx, tx, { act: 'update', was: row, now });
    return describeFault(now);
  });
}

async function getFault(db: Db, id: string): Promise<FaultRow> {
  const row = await findFault(db, id);
  if (!row) throw new AppError('not-found');
  return row;
}

function describeFault(row: FaultRow): Fault {
  return {
    id: row.id,
    tieId: row.tieId,
    party: { id: row.partyId, name: row.partyName },
    what: row.what,
    at: row.at.toISOString(),
    madeGoodAt: row.madeGoodAt?.toISOString() ?? null,
    madeGoodHow: row.madeGoodHow,
    version: row.version,
  };
}

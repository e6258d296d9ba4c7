/** Our faults: owned up to, listed until made good, and fading only from then on. */
import { v7 as uuidv7 } from 'uuid';
import type { Fault } from '#contract/promises.ts';
import { type TrustFacet, trustFacets } from '#engine/tie-event.ts';
import type { Db } from '#store/database.ts';
import {
  explainFaultRow,
  type FaultRow,
  findFault,
  insertFault,
  listFaultRows,
  makeFaultGood as writeRemedy,
} from '#store/promises.ts';
import { markTiesStale } from '#store/stale-ties.ts';
import { transact } from '#store/transact.ts';
import { allow, viewerOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import { mergeFields } from '../changes/merge-fields.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { faultFieldsOf, noteFault } from './note-fault.ts';
import { openTie } from './open-tie.ts';

const pageSize = 50;
/** As a broken promise weighs (engine/evidence.ts). */
export const ownedUpWeight = 1;

export async function listFaults(
  ctx: Context,
  input: { cursor?: string; limit?: number; partyId?: string; open?: 'true' },
): Promise<{ items: Fault[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const [isGood, at, id] = readCursor(input.cursor, ['boolean', 'at', 'id']) ?? [];
  const rows = await listFaultRows(ctx.db, {
    viewer: viewerOf(ctx.actor),
    partyId: input.partyId ?? null,
    isOpen: input.open === 'true',
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

/** Why it went so, and since when they know: openness is half of making good. */
export async function explainFault(
  ctx: Context,
  input: { faultId: string; ifVersion?: number; why?: string | null; toldAt?: string | null },
): Promise<Fault> {
  return transact(ctx.db, async (tx) => {
    const was = allow(ctx.actor, 'edit', await findFault(tx, input.faultId));
    const { faultId: recordId, ifVersion, ...wanted } = input;
    const { version } = was;
    const merging = { recordId, ifVersion, version, wanted: { ...wanted }, current: faultFieldsOf(was) };
    await mergeFields(tx, { ...merging, describe: async () => ({ ...describeFault(was) }) });
    const why = wanted.why === undefined ? was.why : wanted.why?.trim() || null;
    const toldAt = wanted.toldAt === undefined ? was.toldAt : wanted.toldAt === null ? null : new Date(wanted.toldAt);
    if (toldAt && toldAt > ctx.now()) throw new AppError('future-event');
    await explainFaultRow(tx, was, { why, toldAt });
    const now = await getFault(tx, was.id);
    await noteFault(ctx, tx, { act: 'update', was, now });
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
    why: row.why,
    toldAt: row.toldAt?.toISOString() ?? null,
    colleague: { id: row.colleagueId, name: row.colleagueName },
    at: row.at.toISOString(),
    madeGoodAt: row.madeGoodAt?.toISOString() ?? null,
    madeGoodHow: row.madeGoodHow,
    version: row.version,
  };
}

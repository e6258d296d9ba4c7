/** Brings what lists sort on up to date: streams states and logs of ties through the engine, a stretch at a time. */

import { ratesOf } from '#engine/decay-rates.ts';
import type { Db, Tx } from '#store/database.ts';
import { deletePartyFigures, type PartyFiguresRow, upsertPartyFigures } from '#store/party-figures.ts';
import { takeStaleTies, unmarkTies } from '#store/stale-ties.ts';
import { listEndsOfTies, listPartiesOfTies, listStrands, type StrandRow } from '#store/strands.ts';
import { listTieEvents } from '#store/tie-events.ts';
import { listTieFigures, upsertTieFigures } from '#store/tie-figures.ts';
import { listTieHistory, replaceTieHistory, type TieHistoryRow } from '#store/tie-history.ts';
import { transact } from '#store/transact.ts';
import { refreshTrustPools } from '#store/trust-pools.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { getParameters } from '../parameters.ts';
import { type LoadedTie, loadTies } from '../ties/load-ties.ts';
import { type FiguredStrand, figureParty } from './figure-party.ts';
import { figureTie } from './figure-tie.ts';
import { weekOf, yearWeeks } from './weeks.ts';
import { drawYearLine } from './year-line.ts';

const tiesPerStretch = 200;

/** Takes one stretch of what is behind; answers how many ties that were, 0 when all is up to date. */
export async function refreshStretch(ctx: Context, most = tiesPerStretch): Promise<number> {
  const now = ctx.now();
  return transact(ctx.db, async (tx) => {
    const tieIds = await takeStaleTies(tx, { most, now });
    await refreshTies(tx, { tieIds, at: now });
    return tieIds.length;
  });
}

/** All that is behind; gives way to other work between stretches. For the job, the command line and tests. */
export async function refreshFigures(
  ctx: Context,
  options: { onProgress?: (refreshed: number) => void; signal?: AbortSignal } = {},
): Promise<number> {
  let refreshed = 0;
  for (;;) {
    const count = await refreshStretch(ctx);
    refreshed += count;
    options.onProgress?.(refreshed);
    if (count === 0 || options.signal?.aborted) return refreshed;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** These ties now, in the same transaction as what changed them: whoever wrote it sees it at once. */
export async function refreshTies(tx: Tx, input: { tieIds: readonly string[]; at: Date }): Promise<void> {
  if (input.tieIds.length === 0) return;
  const nowMs = input.at.getTime();
  await unmarkTies(tx, input.tieIds);
  await refreshPools(tx, input.tieIds, nowMs);
  const { timeZone } = await getFirm(tx);
  const ties = await loadTies(tx, input.tieIds, nowMs);
  const events = await listTieEvents(tx, input.tieIds);
  const history: TieHistoryRow[] = [];
  const figures = [...ties.values()].map((tie) => {
    const log = events.get(tie.id) ?? [];
    const line = drawYearLine({ tie, events: log, nowMs, timeZone });
    history.push(...line.rows);
    return figureTie({ tie, events: log, bondBefore: line.bondBefore, nowMs });
  });
  await upsertTieFigures(tx, figures);
  const fromWeek = weekOf(nowMs, timeZone) - yearWeeks + 1;
  await replaceTieHistory(tx, { tieIds: input.tieIds, fromWeek, rows: history });
  await refreshParties(tx, { partyIds: await listPartiesOfTies(tx, input.tieIds), at: input.at });
}

/** Parties from the figures of their strands, which are up to date. */
export async function refreshParties(tx: Tx, input: { partyIds: readonly string[]; at: Date }): Promise<void> {
  if (input.partyIds.length === 0) return;
  const { timeZone } = await getFirm(tx);
  const nowMs = input.at.getTime();
  const strands = await listFiguredStrands(tx, { ...input, timeZone });
  const rows: PartyFiguresRow[] = [];
  const bare: string[] = [];
  for (const partyId of input.partyIds) {
    const row = figureParty({ partyId, strands: strands.get(partyId) ?? [], nowMs, timeZone });
    if (row) rows.push(row);
    else bare.push(partyId);
  }
  await upsertPartyFigures(tx, rows);
  await deletePartyFigures(tx, bare);
}

/** The strands of parties with their ties read in: those with us; where there is none, those known from the firm's own logs. */
export async function listFiguredStrands(
  db: Db,
  input: { partyIds: readonly string[]; at: Date; timeZone: string },
): Promise<Map<string, FiguredStrand[]>> {
  const nowMs = input.at.getTime();
  const on = input.at.toISOString().slice(0, 10);
  const strands = await listStrands(db, { partyIds: input.partyIds, on });
  const tieIds = [...new Set(strands.map((strand) => strand.tieId))];
  const ties = await loadTies(db, tieIds, nowMs);
  const figures = await listTieFigures(db, tieIds);
  const fromWeek = weekOf(nowMs, input.timeZone) - yearWeeks + 1;
  const history = Map.groupBy(await listTieHistory(db, { tieIds, fromWeek }), (row) => row.tieId);
  const found = new Map<string, FiguredStrand[]>();
  for (const strand of strands) {
    const tie = ties.get(strand.tieId);
    const figured = figures.get(strand.tieId);
    if (!tie || !figured || !mayShow(strand, tie)) continue;
    const list = found.get(strand.partyId) ?? [];
    list.push({ strand, tie, figures: figured, history: history.get(strand.tieId) ?? [] });
    found.set(strand.partyId, list);
  }
  return found;
}

/** What two others have with each other is shown when the firm's own log says so, never from somebody's mailbox. */
function mayShow(strand: StrandRow, tie: LoadedTie): boolean {
  return strand.oursIsOwn || tie.sources.some((source) => !source.isPrivate);
}

async function refreshPools(tx: Tx, tieIds: readonly string[], atMs: number): Promise<void> {
  const partyIds = await listEndsOfTies(tx, tieIds);
  await refreshTrustPools(tx, { partyIds, atMs, trustRate: ratesOf(await getParameters(tx)).trust });
}

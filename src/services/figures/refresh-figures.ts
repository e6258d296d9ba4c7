/** Brings what lists sort on up to date: streams states and logs of ties through the engine, a stretch at a time. */

import type { Db, Tx } from '#store/database.ts';
import { sayLive } from '#store/live.ts';
import { deletePartyFigures, type PartyFiguresRow, upsertPartyFigures } from '#store/party-figures.ts';
import { takeStaleKin, takeStaleTies, unmarkTies } from '#store/stale-ties.ts';
import { listPartiesOfTies, listStrands, type StrandRow } from '#store/strands.ts';
import { listTieEvents } from '#store/tie-events.ts';
import { listTieFigures, upsertTieFigures } from '#store/tie-figures.ts';
import { listTieHistory, replaceTieHistory, type TieHistoryRow } from '#store/tie-history.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { type LoadedTie, loadTies } from '../ties/load-ties.ts';
import { type FiguredStrand, figureParty } from './figure-party.ts';
import { figureTie } from './figure-tie.ts';
import { refreshOldPools } from './trust-pools.ts';
import { weekOf, yearWeeks } from './weeks.ts';
import { drawYearLine } from './year-line.ts';

const tiesPerStretch = 50;
/** Further ones of the same relations that may come along. */
const mostKin = 300;

/** Takes one stretch of what is behind; answers how many ties that were, 0 when all is up to date. */
export async function refreshStretch(ctx: Context, most = tiesPerStretch): Promise<number> {
  const now = ctx.now();
  return transact(ctx.db, async (tx) => {
    const first = await takeStaleTies(tx, { most, now });
    const tieIds = [...new Set([...first, ...(await takeStaleKin(tx, { tieIds: first, most: mostKin, now }))])];
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
  await refreshOldPools(ctx);
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
  const { timeZone } = await getFirm(tx);
  const ties = await loadTies(tx, input.tieIds, nowMs);
  const events = await listTieEvents(tx, input.tieIds);
  const history: TieHistoryRow[] = [];
  const known = new Map<string, FiguredTie>();
  for (const tie of ties.values()) {
    const log = events.get(tie.id) ?? [];
    const line = drawYearLine({ tie, events: log, nowMs, timeZone });
    history.push(...line.rows);
    known.set(tie.id, {
      tie,
      figures: figureTie({ tie, events: log, bondBefore: line.bondBefore, nowMs }),
      history: line.rows,
    });
  }
  await upsertTieFigures(
    tx,
    [...known.values()].map(({ figures }) => figures),
  );
  const fromWeek = weekOf(nowMs, timeZone) - yearWeeks + 1;
  await replaceTieHistory(tx, { tieIds: input.tieIds, fromWeek, rows: history });
  await refreshParties(tx, { partyIds: await listPartiesOfTies(tx, input.tieIds), at: input.at, known });
}

interface RefreshPartiesInput {
  readonly partyIds: readonly string[];
  readonly at: Date;
  /** Ties that were read a moment ago. */
  readonly known?: ReadonlyMap<string, FiguredTie>;
}

/** Parties from the figures of their strands, which are up to date. */
export async function refreshParties(tx: Tx, input: RefreshPartiesInput): Promise<void> {
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
  // Whoever asked in between, maybe of another process, saw them as they were before.
  sayLive(tx, input);
}

type FiguredTie = Omit<FiguredStrand, 'strand'>;

/** The strands of parties with their ties read in: those with us; where there is none, those known from the firm's own logs. */
async function listFiguredStrands(
  db: Db,
  input: RefreshPartiesInput & { timeZone: string },
): Promise<Map<string, FiguredStrand[]>> {
  const strands = await listStrands(db, { partyIds: input.partyIds, on: input.at.toISOString().slice(0, 10) });
  const { known } = input;
  const tieIds = [...new Set(strands.map((strand) => strand.tieId))].filter((id) => !known?.has(id));
  const others = await loadFigured(db, tieIds, input);
  const found = new Map<string, FiguredStrand[]>();
  for (const strand of strands) {
    const figured = known?.get(strand.tieId) ?? others.get(strand.tieId);
    if (!figured || !mayShow(strand, figured.tie)) continue;
    const list = found.get(strand.partyId) ?? [];
    list.push({ ...figured, strand });
    found.set(strand.partyId, list);
  }
  return found;
}

async function loadFigured(
  db: Db,
  tieIds: readonly string[],
  input: { at: Date; timeZone: string },
): Promise<Map<string, FiguredTie>> {
  const found = new Map<string, FiguredTie>();
  if (tieIds.length === 0) return found;
  const nowMs = input.at.getTime();
  const ties = await loadTies(db, tieIds, nowMs);
  const figures = await listTieFigures(db, tieIds);
  const fromWeek = weekOf(nowMs, input.timeZone) - yearWeeks + 1;
  const history = Map.groupBy(await listTieHistory(db, { tieIds, fromWeek }), (row) => row.tieId);
  for (const tie of ties.values()) {
    const row = figures.get(tie.id);
    if (row) found.set(tie.id, { tie, figures: row, history: history.get(tie.id) ?? [] });
  }
  return found;
}

/** What two others have with each other is shown when the firm's own log says so, never from somebody's mailbox. */
function mayShow(strand: StrandRow, tie: LoadedTie): boolean {
  return strand.oursIsOwn || tie.sources.some((source) => !source.isPrivate);
}

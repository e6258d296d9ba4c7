/** Ties with their state and all that the engine wants to know beside it, many at once. */
import type { TieState } from '#engine/direction-state.ts';
import type { ModelParameters } from '#engine/parameters.ts';
import type { TieContext } from '#engine/reading.ts';
import { trustFacets } from '#engine/tie-event.ts';
import type { Db } from '#store/database.ts';
import type { FirmRow } from '#store/firm.ts';
import { listSources, type SourceRow } from '#store/sources.ts';
import { listTieContexts, type TieContextRow, type TieSide } from '#store/tie-contexts.ts';
import { listTieStates } from '#store/tie-states.ts';
import { type BaseRates, listBaseRates } from '../figures/base-rates.ts';
import { getFirm } from '../firm.ts';
import { getParameters } from '../parameters/parameters.ts';
import { expandClosures } from './yearly-closures.ts';

/** Closures matter as far back as a rhythm can reach, and forward to the furthest date a page names. */
const closureReachMs = { back: 40 * 365.25 * 86_400_000, ahead: 12 * 365.25 * 86_400_000 };

export interface LoadedTie {
  readonly id: string;
  readonly a: TieSide;
  readonly b: TieSide;
  readonly state: TieState;
  readonly context: TieContext;
  readonly parameters: ModelParameters;
  readonly sources: readonly SourceRow[];
}

export async function loadTies(db: Db, tieIds: readonly string[], nowMs: number): Promise<Map<string, LoadedTie>> {
  if (tieIds.length === 0) return new Map();
  const firm = await getFirm(db);
  const parameters = await getParameters(db);
  const sources = new Map((await listSources(db)).map((source) => [source.number, source]));
  const states = await listTieStates(db, tieIds);
  const rows = await listTieContexts(db, tieIds);
  const baseRates = await listBaseRates(db, { rows, states, parameters, nowMs });
  const ties = new Map<string, LoadedTie>();
  for (const row of rows) {
    const state = states.get(row.id);
    if (!state) continue;
    const numbers = new Set([...state.ab.sources, ...state.ba.sources]);
    const carriers = [...numbers].flatMap((number) => sources.get(number) ?? []);
    const context = contextOf({ row, state, carriers, firm, nowMs, baseRates: baseRates.get(row.id) ?? null });
    ties.set(row.id, { id: row.id, a: row.a, b: row.b, state, context, parameters, sources: carriers });
  }
  return ties;
}

interface ContextInput {
  readonly row: TieContextRow;
  readonly state: TieState;
  readonly carriers: readonly SourceRow[];
  readonly firm: FirmRow;
  readonly nowMs: number;
  readonly baseRates: BaseRates | null;
}

function contextOf({ row, state, carriers, firm, nowMs, baseRates }: ContextInput): TieContext {
  const { a, b } = row;
  const sideOf = (side: 0 | 1) => (side === 0 ? 'a' : 'b');
  const theirs = b.isOwn ? a : b;
  const firstMs = Math.min(state.ab.firstMs, state.ba.firstMs, nowMs);
  const span = {
    timeZone: firm.timeZone,
    fromMs: Math.max(firstMs, nowMs - closureReachMs.back),
    untilMs: nowMs + closureReachMs.ahead,
  };
  return {
    expectations: row.promises.map(({ kind, owedBy, dueMs, settledMs }) => ({
      kind,
      owedBy: sideOf(owedBy),
      dueMs,
      settledMs,
    })),
    faults: row.faults.map(({ bySide, atMs, madeGoodMs, weight, facet }) => ({
      by: sideOf(bySide),
      atMs,
      madeGoodMs,
      weight,
      facet: trustFacets[facet] ?? 'integrity',
    })),
    corrections: row.corrections,
    closures: expandClosures([...firm.closures, ...a.closures, ...b.closures], span),
    coveredUntilMs: coverageOf(carriers),
    wish: theirs.wish,
    baseRates,
    personalFoundation: a.personalFoundation || b.personalFoundation,
    // Between colleagues there is no firm and no customer.
    ours: a.isOwn === b.isOwn ? null : a.isOwn ? 'a' : 'b',
  };
}

/** The earliest end among the sources that are not live; one of which nothing is known says nothing about silence. */
export function coverageOf(carriers: readonly Pick<SourceRow, 'isLive' | 'coveredUntil'>[]): number | null {
  const ends = carriers.filter((source) => !source.isLive).map((source) => source.coveredUntil?.getTime() ?? 0);
  return ends.length === 0 ? null : Math.min(...ends);
}

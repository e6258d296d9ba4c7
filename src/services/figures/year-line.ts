/** Which weeks of the past year are worth reading a tie at, and which of those worth keeping. */
import { historyOf } from '#engine/history.ts';
import type { StoredTieEvent } from '#store/tie-events.ts';
import type { TieHistoryRow } from '#store/tie-history.ts';
import type { LoadedTie } from '../ties/load-ties.ts';
import { endOfWeekMs, weekOf, yearWeeks } from './weeks.ts';

/** In silence nothing jumps: a look every so many weeks draws the same line. */
const silentStride = 4;
/** Smaller moves cannot be seen on the line. */
const leastMove = 0.02;
const trendMs = 28 * 86_400_000;

export interface YearLine {
  readonly rows: readonly TieHistoryRow[];
  readonly bondBefore: number;
}

export function drawYearLine(input: {
  tie: LoadedTie;
  events: readonly StoredTieEvent[];
  nowMs: number;
  timeZone: string;
}): YearLine {
  const { tie, events, nowMs, timeZone } = input;
  const thisWeek = weekOf(nowMs, timeZone);
  const weeks = pickWeeks(events, { thisWeek, timeZone });
  const beforeMs = nowMs - trendMs;
  const instants = new Map<number, number>(weeks.map((week) => [Math.min(nowMs, endOfWeekMs(week, timeZone)), week]));
  const instantsMs = [...new Set([...instants.keys(), beforeMs])].sort((x, y) => x - y);
  const points = historyOf({ events, context: tie.context, parameters: tie.parameters, instantsMs });
  const rows: TieHistoryRow[] = [];
  let bondBefore = 0;
  for (const { atMs, bond, values } of points) {
    if (atMs === beforeMs) bondBefore = bond;
    const week = instants.get(atMs);
    if (week === undefined) continue;
    const last = rows.at(-1);
    const moved = Math.abs(bond - (last?.bond ?? 0)) >= leastMove;
    if (moved || week === thisWeek) rows.push({ tieId: tie.id, week, bond, ...values });
  }
  return { rows, bondBefore };
}

function pickWeeks(events: readonly StoredTieEvent[], input: { thisWeek: number; timeZone: string }): number[] {
  const { thisWeek, timeZone } = input;
  const firstWeek = thisWeek - yearWeeks + 1;
  const first = events[0];
  if (first === undefined) return [];
  const weeks = new Set<number>([thisWeek]);
  for (const { event } of events) {
    const week = weekOf(event.atMs, timeZone);
    if (week < firstWeek || week > thisWeek) continue;
    weeks.add(week);
    // How low it had fallen before.
    if (week > firstWeek) weeks.add(week - 1);
  }
  const born = weekOf(first.event.atMs, timeZone);
  for (let week = thisWeek; week >= Math.max(firstWeek, born); week -= silentStride) weeks.add(week);
  if (born < firstWeek) weeks.add(firstWeek);
  return [...weeks].sort((x, y) => x - y);
}

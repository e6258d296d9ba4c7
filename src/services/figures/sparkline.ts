/** Twelve months of closeness, oldest first, 0-100. */
import { computeNoisyOr } from '#engine/organisation.ts';
import type { TieHistoryRow } from '#store/tie-history.ts';
import { weekOf } from './weeks.ts';

const monthMs = 30.4375 * 86_400_000;
const months = 12;

interface Line {
  readonly strand: { readonly oursKind: string; readonly oursId: string };
  readonly history: readonly TieHistoryRow[];
}

export function drawSparkline(input: {
  strands: readonly Line[];
  nowMs: number;
  timeZone: string;
  bondNow: number;
}): number[] {
  const points: number[] = [];
  for (let back = months - 1; back >= 1; back -= 1) {
    const week = weekOf(input.nowMs - back * monthMs, input.timeZone);
    points.push(Math.round(100 * bondInWeek(input.strands, week)));
  }
  points.push(Math.round(100 * input.bondNow));
  return points;
}

/** Of a colleague the best strand counts once, as in the bond itself. */
export function bondInWeek(strands: readonly Line[], week: number): number {
  const best = new Map<string, number>();
  for (const { strand, history } of strands) {
    const key = strand.oursKind === 'person' ? strand.oursId : 'firm';
    best.set(key, Math.max(best.get(key) ?? 0, lastUpTo(history, week)?.bond ?? 0));
  }
  return computeNoisyOr([...best.values()]);
}

/** History is sparse: a week without a row is as the week before. */
export function lastUpTo(history: readonly TieHistoryRow[], week: number): TieHistoryRow | undefined {
  return history.findLast((row) => row.week <= week);
}

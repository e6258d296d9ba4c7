/** What the incumbent looks at: recency, frequency and active days of each pair within a span of time. */
import { dayMs } from '#engine/index.ts';
import type { LoggedMessage } from './log-reader.ts';
import { tieKeyOf } from './tie-replay.ts';

export interface WindowFigures {
  lastMs: number;
  count: number;
  readonly days: Set<number>;
  readonly senders: Set<string>;
}

/** Days are counted from the start of the log. Expects rows in order of time; `untilMs` itself lies outside. */
export function summariseWindow(
  rows: readonly LoggedMessage[],
  span: { readonly fromMs: number; readonly untilMs: number; readonly startMs: number },
): Map<string, WindowFigures> {
  const found = new Map<string, WindowFigures>();
  for (const row of rows) {
    if (row.atMs < span.fromMs || row.atMs >= span.untilMs) continue;
    const key = tieKeyOf(row.from, row.to);
    const figures = found.get(key) ?? { lastMs: row.atMs, count: 0, days: new Set(), senders: new Set() };
    found.set(key, figures);
    figures.lastMs = row.atMs;
    figures.count += 1;
    figures.days.add(Math.floor((row.atMs - span.startMs) / dayMs));
    figures.senders.add(row.from);
  }
  return found;
}

/** The rank sum of recency, frequency and active days, the honest incumbent; `rank` says what equals get. */
export function sumRanks(windows: readonly WindowFigures[], rank: (values: number[]) => number[]): number[] {
  const columns = [
    rank(windows.map((figures) => figures.lastMs)),
    rank(windows.map((figures) => figures.count)),
    rank(windows.map((figures) => figures.days.size)),
  ];
  return windows.map((_, index) => columns.reduce((sum, ranks) => sum + (ranks[index] as number), 0));
}

/** Yearly closures (winter, holidays) as stretches of time on the firm's calendar. */
import type { Closure } from '#engine/reading.ts';
import type { YearlyClosure } from '#store/firm.ts';
import { startOfDayMs } from '../firm-days.ts';

const dayMs = 86_400_000;

interface Span {
  readonly timeZone: string;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Every year's stretch that touches the span; `until` is the first open day again, and may lie in the next year. */
export function expandClosures(closures: readonly YearlyClosure[], span: Span): Closure[] {
  if (closures.length === 0) return [];
  const firstYear = new Date(span.fromMs).getUTCFullYear() - 1;
  const lastYear = new Date(span.untilMs).getUTCFullYear() + 1;
  const found: Closure[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const { from, until } of closures) {
      const fromMs = startOfMonthDay(year, from, span.timeZone);
      const untilMs = startOfMonthDay(until > from ? year : year + 1, until, span.timeZone);
      if (untilMs > span.fromMs && fromMs < span.untilMs) found.push({ fromMs, untilMs });
    }
  }
  return found;
}

/** 29 February of a year without one is 1 March. */
function startOfMonthDay(year: number, monthDay: string, timeZone: string): number {
  const [month, day] = monthDay.split('-').map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  return startOfDayMs(Math.floor(date.getTime() / dayMs), timeZone);
}

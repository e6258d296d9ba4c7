/** Where events stand on the days that are shown: by the clock on the wall, side by side where they overlap. */
import type { AgendaEvent } from '#contract/agenda.ts';
import { wallTimeAt } from '../../ui/zoned-time.ts';
import { addDays, startOf } from './days.ts';

export interface Placed {
  readonly event: AgendaEvent;
  /** Which of the days shown. */
  readonly day: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly column: number;
  readonly columns: number;
  /** It began on a day before this one. */
  readonly isRest: boolean;
}

const dayMinutes = 1_440;
/** What takes no time still has to be seen, and to be hit with a finger. */
const leastMinutes = 30;

export function isWholeDay({ startsOn, startsAt, endsAt }: AgendaEvent): boolean {
  return startsOn !== null || Date.parse(endsAt) - Date.parse(startsAt) >= dayMinutes * 60_000;
}

/** Events that take part of a day, cut where midnight cuts them. */
export function arrange(events: readonly AgendaEvent[], days: readonly string[], timeZone: string): Placed[] {
  return days.flatMap((day, at) => {
    const from = startOf(day, timeZone);
    const until = startOf(addDays(day, 1), timeZone);
    const pieces = events
      .filter((event) => !isWholeDay(event))
      .flatMap((event) => {
        const [startMs, endMs] = [Date.parse(event.startsAt), Date.parse(event.endsAt)];
        if (startMs >= until || (endMs <= from && startMs < from)) return [];
        const fromMinute = startMs < from ? 0 : minuteOf(startMs, timeZone);
        const end = endMs >= until ? dayMinutes : minuteOf(endMs, timeZone);
        const untilMinute = Math.min(dayMinutes, Math.max(end, fromMinute + leastMinutes));
        return [{ event, fromMinute, untilMinute, isRest: startMs < from }];
      });
    return standSideBySide(pieces).map((piece) => ({ ...piece, day: at }));
  });
}

export function minuteOf(atMs: number, timeZone: string): number {
  const { hour, minute } = wallTimeAt(atMs, timeZone);
  return hour * 60 + minute;
}

interface Piece {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** Those that touch through others share one width. */
export function standSideBySide<P extends Piece>(pieces: readonly P[]): (P & { column: number; columns: number })[] {
  const ordered = pieces.toSorted((a, b) => a.fromMinute - b.fromMinute || b.untilMinute - a.untilMinute);
  const placed: (P & { column: number; columns: number })[] = [];
  let group: (P & { column: number })[] = [];
  let ends: number[] = [];
  const close = () => {
    placed.push(...group.map((piece) => ({ ...piece, columns: ends.length })));
    group = [];
    ends = [];
  };
  for (const piece of ordered) {
    if (ends.length > 0 && ends.every((end) => end <= piece.fromMinute)) close();
    const free = ends.findIndex((end) => end <= piece.fromMinute);
    const column = free === -1 ? ends.length : free;
    ends[column] = piece.untilMinute;
    group.push({ ...piece, column });
  }
  close();
  return placed;
}

/** What stands on a day, whole days first. */
export function listOn(events: readonly AgendaEvent[], day: string, timeZone: string): AgendaEvent[] {
  const from = startOf(day, timeZone);
  const until = startOf(addDays(day, 1), timeZone);
  const on = events.filter((event) => {
    if (event.startsOn !== null && event.endsOn !== null) return event.startsOn <= day && event.endsOn >= day;
    const [startMs, endMs] = [Date.parse(event.startsAt), Date.parse(event.endsAt)];
    return startMs < until && (endMs > from || startMs >= from);
  });
  return on.toSorted((a, b) => Number(isWholeDay(b)) - Number(isWholeDay(a)) || a.startsAt.localeCompare(b.startsAt));
}

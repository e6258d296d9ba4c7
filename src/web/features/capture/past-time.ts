/** When something was: "gisteren 14:00", "vanmorgen", "ma", "3 dagen geleden", "yesterday at 2pm". Never in the future. */
import { instantAt, type WallTime, wallTimeAt, weekdayOf } from '../../ui/zoned-time.ts';
import {
  clockPattern,
  monthPattern,
  months,
  numberPattern,
  readClock,
  readNumber,
  weekdayPattern,
  weekdays,
} from './calendar-words.ts';
import { type Found, findIn, type Span } from './span.ts';

export interface Clock {
  readonly nowMs: number;
  readonly timeZone: string;
}

interface Day extends Span {
  /** How many days back, or a date of its own. */
  readonly back: number;
  /** The hour that such a word means by itself. */
  readonly hour: number | null;
}

const edge = '(?<![\\p{L}\\d])';
const stop = '(?![\\p{L}\\d])';
const word = (pattern: string) => new RegExp(`${edge}(?:${pattern})${stop}`, 'iu');

const midday = 12;

const named: readonly { readonly pattern: RegExp; readonly back: number; readonly hour: number | null }[] = [
  { pattern: word('eergisteren|the day before yesterday'), back: 2, hour: null },
  { pattern: word('gister(?:en)? ?(?:ochtend|morgen)|yesterday morning'), back: 1, hour: 9 },
  { pattern: word('gister(?:en)? ?middag|yesterday afternoon'), back: 1, hour: 14 },
  { pattern: word('gister(?:en)? ?avond|yesterday evening|last night'), back: 1, hour: 20 },
  { pattern: word('gisteren|gister|yesterday'), back: 1, hour: null },
  { pattern: word('van(?:ochtend|morgen)|this morning'), back: 0, hour: 9 },
  { pattern: word('vanmiddag|this afternoon'), back: 0, hour: 14 },
  { pattern: word('vanavond|this evening'), back: 0, hour: 19 },
  { pattern: word('vandaag|today'), back: 0, hour: null },
];

const ago = word(`(${numberPattern}) (dag|dagen|day|days|week|weken|weeks) (?:geleden|terug|ago)`);
const agoShort = word(
  `(${numberPattern}|half) ?(?:een |an )?(uur|uurtje|hour|hours|minuten|minuut|min|minutes|minute) (?:geleden|terug|ago)`,
);
const justNow = word('zojuist|daarnet|zonet|just now');
const weekday = word(weekdayPattern);
const dayMonth = word(`(?:on |op )?(\\d{1,2})(?:e|st|nd|rd|th)? (${monthPattern})\\.?(?: (20\\d\\d))?`);
const monthDay = word(`(?:on )?(${monthPattern}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (20\\d\\d))?`);
const numeric = word('(\\d{1,2})[-/](\\d{1,2})(?:[-/](20\\d\\d))?');
const clock = new RegExp(`${edge}${clockPattern}`, 'iu');

/** Null when the words say nothing about when. */
export function findPastTime(text: string, { nowMs, timeZone }: Clock): Found<number>[] | null {
  const lately = findLately(text, nowMs);
  if (lately) return [lately];
  const today = wallTimeAt(nowMs, timeZone);
  const day = findDay(text, today);
  const hours = findIn(text, clock);
  if (!day && !hours) return null;
  const time = hours ? readClock(hours.parts.slice(1)) : { hour: day?.hour ?? midday, minute: 0 };
  const { year, month, day: date } = today;
  const at = (back: number) => instantAt({ year, month, day: date - back, ...time }, timeZone);
  let value = at(day?.back ?? 0);
  // An hour that is still to come was yesterday's; "this afternoon" before noon is as good as now.
  if (value > nowMs) value = day || !hours ? nowMs : at(1);
  return [day, hours].flatMap((span) => (span ? [{ start: span.start, end: span.end, value }] : []));
}

function findLately(text: string, nowMs: number): Found<number> | null {
  const now = findIn(text, justNow);
  if (now) return { start: now.start, end: now.end, value: nowMs };
  const since = findIn(text, agoShort);
  if (!since) return null;
  const count = since.parts[1]?.toLowerCase() === 'half' ? 0.5 : readNumber(since.parts[1] ?? '');
  const minutes = /^m/i.test(since.parts[2] ?? '') ? count : count * 60;
  return { start: since.start, end: since.end, value: nowMs - minutes * 60_000 };
}

function findDay(text: string, today: WallTime): Day | null {
  for (const { pattern, back, hour } of named) {
    const found = findIn(text, pattern);
    if (found) return { start: found.start, end: found.end, back, hour };
  }
  const since = findIn(text, ago);
  if (since) {
    const back = readNumber(since.parts[1] ?? '') * (/^w/i.test(since.parts[2] ?? '') ? 7 : 1);
    return { start: since.start, end: since.end, back, hour: null };
  }
  const date = findDate(text);
  if (date) {
    const back = daysBack(date.value, today);
    return back === null ? null : { start: date.start, end: date.end, back, hour: null };
  }
  const dayName = findIn(text, weekday);
  if (!dayName) return null;
  const wanted = weekdays[(dayName.parts[1] || dayName.parts[2] || '').toLowerCase()] ?? 0;
  return { start: dayName.start, end: dayName.end, back: ((weekdayOf(today) - wanted + 6) % 7) + 1, hour: null };
}

type CalendarDate = { readonly year: number | null; readonly month: number; readonly day: number };

/** 12 november, Nov 12, 12-11, 12/11/2026: the day before the month where both are numbers. */
export function findDate(text: string): Found<CalendarDate> | null {
  const [dm, md, plain] = [findIn(text, dayMonth), findIn(text, monthDay), findIn(text, numeric)];
  const monthOf = (name: string | undefined) => months[(name ?? '').toLowerCase()] ?? 0;
  const yearOf = (year: string | undefined) => (year ? Number(year) : null);
  const made = (span: Span, value: CalendarDate) =>
    value.month >= 1 && value.month <= 12 && value.day >= 1 && value.day <= 31
      ? { start: span.start, end: span.end, value }
      : null;
  if (dm) return made(dm, { day: Number(dm.parts[1]), month: monthOf(dm.parts[2]), year: yearOf(dm.parts[3]) });
  if (md) return made(md, { day: Number(md.parts[2]), month: monthOf(md.parts[1]), year: yearOf(md.parts[3]) });
  if (!plain) return null;
  return made(plain, { day: Number(plain.parts[1]), month: Number(plain.parts[2]), year: yearOf(plain.parts[3]) });
}

const dayMs = 86_400_000;

function daysBack({ year, month, day }: CalendarDate, today: WallTime): number | null {
  const todayMs = Date.UTC(today.year, today.month - 1, today.day);
  const inYear = (of: number) => Math.round((todayMs - Date.UTC(of, month - 1, day)) / dayMs);
  if (year !== null) return inYear(year) >= 0 ? inYear(year) : null;
  return inYear(today.year) >= 0 ? inYear(today.year) : inYear(today.year - 1);
}

/** By when something will be done: "vrijdag", "morgen 14:00", "volgende week", "in 3 days". Never in the past. */
import { instantAt, wallTimeAt, weekdayOf } from '../../ui/zoned-time.ts';
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
import { type Clock, findDate } from './past-time.ts';
import { findIn } from './span.ts';

const edge = '(?<![\\p{L}\\d])';
const stop = '(?![\\p{L}\\d])';
const word = (pattern: string) => new RegExp(`${edge}(?:${pattern})${stop}`, 'iu');

/** The end of a working day. */
const closing = { hour: 17, minute: 0 };
/** Where no day is named. */
const usualDays = 7;

const clock = new RegExp(`${edge}${clockPattern}`, 'iu');
const ahead: readonly { readonly pattern: RegExp; readonly days: number }[] = [
  { pattern: word('overmorgen|the day after tomorrow'), days: 2 },
  { pattern: word('morgen|tomorrow'), days: 1 },
  { pattern: word('vandaag|vanmiddag|vanavond|today|this afternoon|tonight'), days: 0 },
];
const inDays = word(`(?:over|binnen|in|within) (${numberPattern}) (dag|dagen|day|days|week|weken|weeks)`);
const weekday = word(weekdayPattern);
const nextWeekday = word(`(?:volgende week|next week)(?: on| op)? (?:${weekdayPattern})`);
const nextWeek = word('volgende week|komende week|next week');
const endOfWeek = word('(?:eind|einde)(?: van)?(?: de| deze)? week|deze week|(?:end of the|this) week');
const inMonth = word(`(?:in|eind|begin|end of|before|voor|vóór) (${monthPattern})`);
const nextMonth = word('volgende maand|next month');

/** Null when the words name no day; `usual` is a week from now, to be changed by who reads it. */
export function findDueTime(text: string, { nowMs, timeZone }: Clock): number | null {
  const today = wallTimeAt(nowMs, timeZone);
  const days = findDays(text, today);
  const hours = findIn(text, clock);
  if (days === null && !hours) return null;
  const time = hours ? readClock(hours.parts.slice(1)) : closing;
  const { year, month, day } = today;
  const value = instantAt({ year, month, day: day + (days ?? 0), ...time }, timeZone);
  return value > nowMs ? value : instantAt({ year, month, day: day + (days ?? 0) + 1, ...time }, timeZone);
}

export function usualDueTime({ nowMs, timeZone }: Clock): number {
  const { year, month, day } = wallTimeAt(nowMs, timeZone);
  return instantAt({ year, month, day: day + usualDays, ...closing }, timeZone);
}

function findDays(text: string, today: ReturnType<typeof wallTimeAt>): number | null {
  const until = (wanted: number) => ((wanted - weekdayOf(today) + 6) % 7) + 1;
  const later = findIn(text, nextWeekday);
  if (later) {
    const toMonday = until(1);
    return toMonday + (((weekdays[(later.parts[1] || later.parts[2] || '').toLowerCase()] ?? 1) + 6) % 7);
  }
  const named = ahead.find(({ pattern }) => pattern.test(text));
  if (named) return named.days;
  const after = findIn(text, inDays);
  if (after) return readNumber(after.parts[1] ?? '') * (/^w/i.test(after.parts[2] ?? '') ? 7 : 1);
  const date = findDate(text);
  if (date) {
    const { year, month, day } = date.value;
    const from = Date.UTC(today.year, today.month - 1, today.day);
    const inYear = (of: number) => Math.round((Date.UTC(of, month - 1, day) - from) / 86_400_000);
    const days = inYear(year ?? today.year);
    return days >= 0 ? days : year === null ? inYear(today.year + 1) : null;
  }
  const day = findIn(text, weekday);
  if (day) return until(weekdays[(day.parts[1] || day.parts[2] || '').toLowerCase()] ?? 0);
  if (endOfWeek.test(text)) return (5 - weekdayOf(today) + 7) % 7;
  if (nextWeek.test(text)) return usualDays;
  if (nextMonth.test(text)) return 30;
  const whole = findIn(text, inMonth);
  return whole ? daysUntilEndOf(months[(whole.parts[1] ?? '').toLowerCase()] ?? 12, today) : null;
}

/** The last day of that month, this year or the next. */
function daysUntilEndOf(month: number, today: ReturnType<typeof wallTimeAt>): number {
  const year = month < today.month ? today.year + 1 : today.year;
  return Math.round((Date.UTC(year, month, 0) - Date.UTC(today.year, today.month - 1, today.day)) / 86_400_000);
}

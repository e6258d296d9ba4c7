/** Days and hours as people write them, in Dutch and English. */
import { anyOf, counts, monthNames, shortWeekdayNames, weekdayNames } from '#messages/lines/calendar-names.ts';

const numbered = (lists: readonly (readonly string[])[], first: number): Readonly<Record<string, number>> =>
  Object.fromEntries(lists.flatMap((names, at) => names.map((name) => [name, at + first])));

/** 0 = Sunday. */
export const weekdays: Readonly<Record<string, number>> = {
  ...numbered(weekdayNames, 0),
  ...numbered(shortWeekdayNames, 0),
};
export const months = numbered(monthNames, 1);

const alternatives = (words: Readonly<Record<string, number>>) => anyOf(Object.keys(words));

/** Short ones that are words of their own count only behind one that announces a day ("op do", "by sat"). */
const ambiguous = new Set(['zo', 'do', 'sun', 'sat', 'wed']);
const plainWeekdays = Object.fromEntries(Object.entries(weekdays).filter(([name]) => !ambiguous.has(name)));
const announcing = 'afgelopen|vorige(?: week)?|last|on|op|komende|volgende|next|voor|vóór|uiterlijk|tegen|by|before';
/** Two parts, one of which is the day's name. */
export const weekdayPattern = `(?:(?:${announcing}) )(${alternatives(weekdays)})|(${alternatives(plainWeekdays)})`;
export const monthPattern = alternatives(months);
export const numberPattern = `\\d{1,3}|${alternatives(counts)}`;

export function readNumber(text: string): number {
  return counts[text.toLowerCase()] ?? Number(text);
}

/** 14:00, 14.30 uur, 14u30, 9 uur, 2pm, 2:30 pm: hour, minute, half of the day. */
export const clockPattern =
  '(?:om |rond |at |around )?(?:([01]?\\d|2[0-3])(?::|u)([0-5]\\d)(?: ?(am|pm))?(?: uur)?|([01]?\\d|2[0-3])\\.([0-5]\\d) uur|([01]?\\d|2[0-3]) ?(uur|u|am|pm)|(half) ([1-9]|1[0-2]))(?![\\w:])';

/** Hours of office life: two o'clock is in the afternoon unless it says otherwise. */
export function readClock(parts: readonly string[]): { hour: number; minute: number } {
  const [colonHour, colonMinute, colonHalf, dotHour, dotMinute, plainHour, unit, half, halfHour] = parts;
  if (half) return { hour: afternoon(Number(halfHour) - 1), minute: 30 };
  if (dotHour) return { hour: Number(dotHour), minute: Number(dotMinute) };
  if (plainHour) return { hour: halfOfDay(Number(plainHour), unit ?? ''), minute: 0 };
  return { hour: colonHalf ? halfOfDay(Number(colonHour), colonHalf) : Number(colonHour), minute: Number(colonMinute) };
}

function halfOfDay(hour: number, unit: string): number {
  if (unit === 'am') return hour % 12;
  if (unit === 'pm') return (hour % 12) + 12;
  return afternoon(hour);
}

function afternoon(hour: number): number {
  return hour < 7 ? hour + 12 : hour;
}

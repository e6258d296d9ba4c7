/** Days as people write them, in Dutch and English: morgen, next Friday, 24 november, over 3 dagen. */
import {
  anyOf,
  counts,
  monthNames as months,
  shortWeekdayNames as shortWeekdays,
  weekdayNames as weekdays,
} from './calendar-names.ts';
import { phrase, type Taken, take } from './take.ts';

const dayMs = 86_400_000;

const anyName = (lists: readonly (readonly string[])[]) => anyOf(lists.flat());
const indexIn = (lists: readonly (readonly string[])[], word: string) =>
  lists.findIndex((list) => list.includes(word.toLowerCase()));

const before = '(?:op|voor|tegen|uiterlijk|vanaf|on|by|before|from)';
const lead = `(?:${before} +)?`;
const timeBehind = '(?= +(?:om |at )?\\d{1,2}(?:[:.]\\d\\d|u(?:ur)?\\b| uur| ?[ap]m))';

export interface Now {
  /** Today at the firm, as 2026-11-22. */
  readonly today: string;
}

export function readDay(line: string, { today }: Now): Taken<string> | null {
  const base = Date.parse(`${today}T00:00:00Z`);
  const weekday = new Date(base).getUTCDay();
  const ahead = (days: number) => dateOf(base + days * dayMs);
  /** The next one, today's own name meaning in a week. */
  const nextWeekday = (wanted: number) => ((wanted - weekday + 6) % 7) + 1;
  const ofWeekday = (wanted: number) => (wanted < 0 ? null : ahead(nextWeekday(wanted)));
  return take<string>(line, [
    { pattern: phrase(`${lead}(?:overmorgen|the day after tomorrow|day after tomorrow)`), read: () => ahead(2) },
    { pattern: phrase(`${lead}(?:vandaag|today)`), read: () => ahead(0) },
    { pattern: phrase(`(?<!goede )(?<!goeie )${lead}(?:morgen|tomorrow)`), read: () => ahead(1) },
    {
      pattern: phrase(
        `(?:over|in) +(?<count>\\d{1,3}|${anyOf(Object.keys(counts))}) +(?<unit>dag(?:en)?|days?|we[ek]e?ks?|weken|maand(?:en)?|months?|jaar|years?)`,
      ),
      read: ({ count = '', unit = '' }) => addSpan(today, counts[count.toLowerCase()] ?? Number(count), unit),
    },
    {
      pattern: phrase(`(?:volgende week|next week) +(?<name>${anyName(weekdays)})`),
      read: ({ name = '' }) => ahead(daysToNextMonday(weekday) + ((indexIn(weekdays, name) + 6) % 7)),
    },
    { pattern: phrase('volgende week|next week'), read: () => ahead(nextWeekday(1)) },
    { pattern: phrase('volgende maand|next month'), read: () => firstOfNextMonth(today) },
    {
      // "Notes of Monday" tells which notes, not when.
      pattern: phrase(
        `(?<!(?:van|of|from|sinds|since|afgelopen|vorige|last) )(?:${before} +)?(?:volgende |next |aanstaande |komende |this |deze )?(?<name>${anyName(weekdays)})`,
      ),
      read: ({ name = '' }) => ofWeekday(indexIn(weekdays, name)),
    },
    {
      pattern: phrase(
        `(?:${before} +(?<led>${anyName(shortWeekdays)})|(?<timed>${anyName(shortWeekdays)})${timeBehind})`,
      ),
      read: ({ led, timed }) => ofWeekday(indexIn(shortWeekdays, led ?? timed ?? '')),
    },
    {
      pattern: phrase(
        `${lead}(?<day>\\d{1,2})(?:st|nd|rd|th|e)? +(?:of +)?(?<month>${anyName(months)})\\.?(?: +(?<year>20\\d\\d))?`,
      ),
      read: ({ day, month = '', year }) => dayOfYear(today, { day, month: indexIn(months, month) + 1, year }),
    },
    {
      pattern: phrase(
        `${lead}(?<month>${anyName(months)}) +(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? +(?<year>20\\d\\d))?`,
      ),
      read: ({ day, month = '', year }) => dayOfYear(today, { day, month: indexIn(months, month) + 1, year }),
    },
    {
      pattern: phrase(`${lead}(?<year>20\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)`),
      read: ({ day, month, year }) => dayOfYear(today, { day, month: Number(month), year }),
    },
    {
      pattern: phrase(`${lead}(?<day>\\d{1,2})[-/](?<month>\\d{1,2})[-/](?<year>20\\d\\d)`),
      read: ({ day, month, year }) => dayOfYear(today, { day, month: Number(month), year }),
    },
    {
      // Without a year it may be a fraction or a score, unless it stands where a day stands.
      pattern: phrase(`(?:(?<=^\\s*)|(?<led>${before} +))(?<day>\\d{1,2})(?<sign>[-/])(?<month>\\d{1,2})`),
      read: ({ day, month, led, sign }) =>
        led === undefined && sign === '/' && Number(day) < 5 ? null : dayOfYear(today, { day, month: Number(month) }),
    },
    {
      pattern: phrase('(?<day>\\d{1,2})[-/](?<month>\\d{1,2})\\s*$'),
      read: ({ day, month }) => dayOfYear(today, { day, month: Number(month) }),
    },
  ]);
}

/** Which day of the week a word names, 0 = Sunday; for what comes back every week. */
export function weekdayOf(word: string): number {
  return indexIn(weekdays, word);
}
export const weekdayPattern = anyName(weekdays);

export function nextDateOf(today: string, weekday: number): string {
  const base = Date.parse(`${today}T00:00:00Z`);
  return dateOf(base + ((weekday - new Date(base).getUTCDay() + 7) % 7) * dayMs);
}

function daysToNextMonday(weekday: number): number {
  return (8 - weekday) % 7 || 7;
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function addSpan(today: string, count: number, unit: string): string | null {
  if (!(count > 0)) return null;
  const days = /^d/i.test(unit) ? count : /^w/i.test(unit) ? count * 7 : 0;
  if (days > 0) return dateOf(Date.parse(`${today}T00:00:00Z`) + days * dayMs);
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const later = year * 12 + month - 1 + count * (/^m/i.test(unit) ? 1 : 12);
  const last = new Date(Date.UTC(Math.floor(later / 12), (later % 12) + 1, 0)).getUTCDate();
  return dateOf(Date.UTC(Math.floor(later / 12), later % 12, Math.min(day, last)));
}

function firstOfNextMonth(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return dateOf(Date.UTC(year, month, 1));
}

/** A day that is over this year is next year's; one that does not exist is none. */
function dayOfYear(
  today: string,
  date: { day: string | undefined; month: number; year?: string | undefined },
): string | null {
  const [day, month] = [Number(date.day), date.month];
  const write = (year: number) => {
    const at = new Date(Date.UTC(year, month - 1, day));
    return month >= 1 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? dateOf(at.getTime()) : null;
  };
  if (date.year !== undefined) return write(Number(date.year));
  const thisYear = Number(today.slice(0, 4));
  for (const year of [thisYear, thisYear + 1, thisYear + 2, thisYear + 3, thisYear + 4]) {
    const found = write(year);
    if (found !== null && found >= today) return found;
  }
  return null;
}

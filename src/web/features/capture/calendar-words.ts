/** Days and hours as people write them, in Dutch and English. */

/** 0 = Sunday. */
export const weekdays: Readonly<Record<string, number>> = {
  ...{ zondag: 0, maandag: 1, dinsdag: 2, woensdag: 3, donderdag: 4, vrijdag: 5, zaterdag: 6 },
  ...{ zo: 0, ma: 1, di: 2, wo: 3, do: 4, vr: 5, za: 6 },
  ...{ sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6 },
  ...{ sun: 0, mon: 1, tue: 2, tues: 2, wed: 3, thu: 4, thurs: 4, fri: 5, sat: 6 },
};

export const months: Readonly<Record<string, number>> = {
  ...{ januari: 1, februari: 2, maart: 3, april: 4, mei: 5, juni: 6, juli: 7, augustus: 8, september: 9 },
  ...{ oktober: 10, november: 11, december: 12 },
  ...{ jan: 1, feb: 2, mrt: 3, apr: 4, jun: 6, jul: 7, aug: 8, sep: 9, sept: 9, okt: 10, nov: 11, dec: 12 },
  ...{ january: 1, february: 2, march: 3, may: 5, june: 6, july: 7, august: 8, october: 10, mar: 3, oct: 10 },
};

export const numbers: Readonly<Record<string, number>> = {
  ...{ een: 1, één: 1, twee: 2, drie: 3, vier: 4, vijf: 5, zes: 6, zeven: 7, acht: 8, negen: 9, tien: 10 },
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
};

const alternatives = (words: Readonly<Record<string, number>>) =>
  Object.keys(words)
    .sort((one, other) => other.length - one.length)
    .join('|');

/** Short ones that are words of their own count only behind one that announces a day ("op do", "by sat"). */
const ambiguous = new Set(['zo', 'do', 'sun', 'sat', 'wed']);
const plainWeekdays = Object.fromEntries(Object.entries(weekdays).filter(([name]) => !ambiguous.has(name)));
const announcing = 'afgelopen|vorige(?: week)?|last|on|op|komende|volgende|next|voor|vóór|uiterlijk|tegen|by|before';
/** Two parts, one of which is the day's name. */
export const weekdayPattern = `(?:(?:${announcing}) )(${alternatives(weekdays)})|(${alternatives(plainWeekdays)})`;
export const monthPattern = alternatives(months);
export const numberPattern = `\\d{1,3}|${alternatives(numbers)}`;

export function readNumber(text: string): number {
  return numbers[text.toLowerCase()] ?? Number(text);
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

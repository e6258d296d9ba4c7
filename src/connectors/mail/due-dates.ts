/** The day a sentence names, read from the day it was written. Calendar days only; the caller picks the zone. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const weekdays: Readonly<Record<string, number>> = {
  zondag: 0,
  maandag: 1,
  dinsdag: 2,
  woensdag: 3,
  donderdag: 4,
  vrijdag: 5,
  zaterdag: 6,
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
};
const monthNumbers: Readonly<Record<string, number>> = {
  januari: 1,
  februari: 2,
  maart: 3,
  april: 4,
  mei: 5,
  juni: 6,
  juli: 7,
  augustus: 8,
  september: 9,
  oktober: 10,
  november: 11,
  december: 12,
  january: 1,
  february: 2,
  march: 3,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  october: 10,
};
const numbers: Readonly<Record<string, number>> = {
  een: 1,
  één: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  a: 1,
  an: 1,
};
const dayMs = 86_400_000;

const weekdayPattern = new RegExp(`\\b(${Object.keys(weekdays).join('|')})(?:ochtend|middag|avond)?\\b`, 'i');
const monthNames = Object.keys(monthNumbers).join('|');
const dayMonthPattern = new RegExp(
  `\\b(\\d{1,2})(?:e|st|nd|rd|th)?\\s+(?:of\\s+)?(${monthNames})(?:\\s+(\\d{4}))?\\b`,
  'i',
);
const monthDayPattern = new RegExp(`\\b(${monthNames})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?\\b`, 'i');
const spanPattern =
  /\b(?:binnen|over|within|in)\s+(\d{1,2}|een|één|twee|drie|vier|vijf|one|two|three|four|five|an?)\s+(dag(?:en)?|werkdag(?:en)?|we(?:ek|ken)|days?|weeks?|working days?)\b/i;

/** Null when the sentence names no day. A named weekday is the next one after the day of writing. */
export function findDueDay(sentence: string, writtenOn: CalendarDay): CalendarDay | null {
  const text = sentence.toLowerCase();
  const written = Date.UTC(writtenOn.year, writtenOn.month - 1, writtenOn.day);
  const inDays = (days: number): CalendarDay => toDay(written + days * dayMs);
  const weekdayNow = new Date(written).getUTCDay();

  const explicit = findNamedDate(text, writtenOn);
  if (explicit) return explicit;
  const span = spanPattern.exec(text);
  if (span) {
    const count = numbers[span[1] ?? ''] ?? Number(span[1]);
    return inDays(/we/.test(span[2] ?? '') && !/werk/.test(span[2] ?? '') ? count * 7 : count);
  }
  if (/\bovermorgen\b|\bday after tomorrow\b/.test(text)) return inDays(2);
  const weekday = weekdays[weekdayPattern.exec(text)?.[1] ?? ''];
  if (weekday !== undefined) return inDays((weekday - weekdayNow + 7) % 7 || 7);
  if (/\bmorgen(?:ochtend|middag|avond|vroeg)?\b|\btomorrow\b/.test(text) && !/\bgoede ?morgen\b/.test(text))
    return inDays(1);
  if (
    /\b(?:vandaag|vanmiddag|vanavond|vanochtend|straks|today|tonight|this (?:afternoon|evening|morning))\b/.test(text)
  )
    return inDays(0);
  if (/\b(?:volgende|komende) week\b|\bnext week\b/.test(text)) return inDays(fridayIn(weekdayNow, 1));
  if (/\b(?:deze week|eind (?:van )?(?:de|deze) week|this week|end of (?:the|this) week)\b/.test(text))
    return inDays(fridayIn(weekdayNow, 0));
  return null;
}

/** The Friday that closes this week (Monday to Sunday), or a later one. */
function fridayIn(weekdayNow: number, weeksAhead: number): number {
  return Math.max(0, 5 - (weekdayNow || 7)) + (weeksAhead > 0 ? 7 - Math.max(0, (weekdayNow || 7) - 5) : 0);
}

function findNamedDate(text: string, writtenOn: CalendarDay): CalendarDay | null {
  const dayMonth = dayMonthPattern.exec(text);
  const monthDay = dayMonth ? null : monthDayPattern.exec(text);
  const day = Number(dayMonth?.[1] ?? monthDay?.[2]);
  const month = monthNumbers[dayMonth?.[2] ?? monthDay?.[1] ?? ''];
  const namedYear = dayMonth?.[3] ?? monthDay?.[3];
  if (month === undefined || !Number.isInteger(day)) return null;
  const isPast = month < writtenOn.month || (month === writtenOn.month && day < writtenOn.day);
  const year = namedYear === undefined ? writtenOn.year + (isPast ? 1 : 0) : Number(namedYear);
  const found = toDay(Date.UTC(year, month - 1, day));
  return found.month === month && found.day === day ? found : null;
}

function toDay(ms: number): CalendarDay {
  const date = new Date(ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

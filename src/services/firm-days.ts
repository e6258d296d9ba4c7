/** Calendar days of the firm: which day an instant falls on in its time zone. */

const dayMs = 86_400_000;
/** Where the clocks change within a day, they do so on a whole quarter of an hour. */
const quarterMs = 900_000;
/** Well over a century of days. */
const mostRemembered = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();
/** Per zone, per day in UTC: its offset, or the offsets of its quarters where the clocks change that day. */
const offsets = new Map<string, Map<number, number | Map<number, number>>>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** What the clock on the wall is ahead of UTC at an instant, in ms. */
export function offsetMsAt(atMs: number, timeZone: string): number {
  let days = offsets.get(timeZone);
  if (!days || days.size > mostRemembered) {
    days = new Map();
    offsets.set(timeZone, days);
  }
  const day = Math.floor(atMs / dayMs);
  let known = days.get(day);
  if (known === undefined) {
    const first = computeOffset(day * dayMs, timeZone);
    known = first === computeOffset((day + 1) * dayMs, timeZone) ? first : new Map<number, number>();
    days.set(day, known);
  }
  if (typeof known === 'number') return known;
  const quarter = Math.floor(atMs / quarterMs);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = computeOffset(quarter * quarterMs, timeZone);
    known.set(quarter, offset);
  }
  return offset;
}

/** Days since 1970-01-01 on the firm's calendar. */
export function dayNumberOf(atMs: number, timeZone: string): number {
  return Math.floor((atMs + offsetMsAt(atMs, timeZone)) / dayMs);
}

/** The firm's calendar day, as 2026-05-03. */
export function dayOf(atMs: number, timeZone: string): string {
  return new Date(dayNumberOf(atMs, timeZone) * dayMs).toISOString().slice(0, 10);
}

/** The instant at which a calendar day begins in the time zone. */
export function startOfDayMs(dayNumber: number, timeZone: string): number {
  const guess = dayNumber * dayMs;
  const first = guess - offsetMsAt(guess, timeZone);
  return guess - offsetMsAt(first, timeZone);
}

export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    return true;
  } catch {
    return false;
  }
}

function computeOffset(atMs: number, timeZone: string): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(atMs)) parts[type] = value;
  const year = Number(parts.year) * (parts.era === 'BC' ? -1 : 1) + (parts.era === 'BC' ? 1 : 0);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  wall.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
  return wall.getTime() - atMs;
}

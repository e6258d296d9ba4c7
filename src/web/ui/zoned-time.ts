/** The clock on the firm's wall: what it says at an instant, and at which instant it says something. */

export interface WallTime {
  readonly year: number;
  /** 1-12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const number = 'numeric' as const;
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      ...{ year: number, month: number, day: number, hour: number, minute: number },
    });
    formats.set(timeZone, format);
  }
  return format;
}

export function wallTimeAt(atMs: number, timeZone: string): WallTime {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return { year, month, day, hour, minute };
}

/** Days, hours or minutes beyond their month or hour carry over; an hour that the clock skips is the one after it. */
export function instantAt(wall: WallTime, timeZone: string): number {
  const plainMs = plainMsOf(wall);
  const offsetMs = (atMs: number) => plainMsOf(wallTimeAt(atMs, timeZone)) - Math.floor(atMs / 60_000) * 60_000;
  const first = plainMs - offsetMs(plainMs);
  return plainMs - offsetMs(first);
}

/** As a date-time field has it: 2026-05-03T14:05. */
export function toField(atMs: number, timeZone: string): string {
  const { year, month, day, hour, minute } = wallTimeAt(atMs, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** Null for a field that is not filled in. */
export function fromField(value: string, timeZone: string): number | null {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(value) ?? [];
  if (year === undefined) return null;
  const numbers = { year: Number(year), month: Number(month), day: Number(day) };
  return instantAt({ ...numbers, hour: Number(hour ?? 0), minute: Number(minute ?? 0) }, timeZone);
}

function plainMsOf({ year, month, day, hour, minute }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** 0 = Sunday. */
export function weekdayOf({ year, month, day }: Pick<WallTime, 'year' | 'month' | 'day'>): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

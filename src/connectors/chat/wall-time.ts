/** A phone writes its own time into an export, without saying where it was: the firm's zone stands for that. */

export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Null: no such day or hour. What the clock skipped in spring is read as the hour behind it. */
export function instantOf(wall: WallTime, timeZone: string): number | null {
  const { year, month, day, hour, minute, second } = wall;
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60) return null;
  const utcMs = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
  const date = new Date(utcMs);
  if (date.getUTCDate() !== day || date.getUTCMonth() !== month - 1) return null;
  const guessMs = utcMs - offsetMs(utcMs, timeZone);
  return utcMs - offsetMs(guessMs, timeZone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetMs(atMs: number, timeZone: string): number {
  const fields = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { ...fields, timeZone, hourCycle: 'h23', era: 'short' });
  formats.set(timeZone, format);
  const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const localMs = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return localMs - Math.floor(atMs / 1_000) * 1_000;
}

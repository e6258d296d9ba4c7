/** What the clock of a calendar's time zone says, and at which instant it says so. */
import ICAL from 'ical.js';
import { isTimeZone, offsetMsAt } from '#services/firm-days.ts';
import { nameWindowsZone } from './windows-zones.ts';

export interface Zone {
  /** As the world calls it; null where only the file knows its rules. */
  readonly name: string | null;
  toMs(wall: ICAL.Time): number;
  /** Floating: what the clock says there. */
  toWall(ms: number): ICAL.Time;
}

export const utc: Zone = { name: 'UTC', toMs: plainMsOf, toWall: wallOf };

/** The zone of the firm, for what names none. */
export function namedZone(name: string): Zone {
  return {
    name,
    toMs: (wall) => {
      const plain = plainMsOf(wall);
      const first = plain - offsetMsAt(plain, name);
      return plain - offsetMsAt(first, name);
    },
    toWall: (ms) => wallOf(ms + offsetMsAt(ms, name)),
  };
}

/** A name of the world's list outranks what the file says of it: files are often years behind their governments. */
export function zoneOf(property: ICAL.Property, time: ICAL.Time, own: Zone): Zone {
  if (time.zone === ICAL.Timezone.utcTimezone) return utc;
  const given = property.getParameter('tzid');
  if (typeof given !== 'string' || given === '') return own;
  const name = nameOf(given);
  if (name !== null) return namedZone(name);
  const said = time.zone as ICAL.Timezone | null;
  return said?.component ? saidZone(said, own) : own;
}

function nameOf(given: string): string | null {
  // Mozilla writes /mozilla.org/20050126_1/Europe/Amsterdam.
  const tail = /[A-Za-z_]+\/[A-Za-z_+\-\d]+(?:\/[A-Za-z_]+)?$/.exec(given)?.[0];
  const candidates = [given, nameWindowsZone(given), tail && given.startsWith('/') ? tail : null];
  // An offset would pass for a zone as well, without its summers.
  return candidates.find((name) => name != null && /^[A-Za-z]/.test(name) && isTimeZone(name)) ?? null;
}

/** By the rules that stand in the file itself. */
function saidZone(zone: ICAL.Timezone, own: Zone): Zone {
  const location: unknown = zone.component.getFirstPropertyValue('x-lic-location');
  if (typeof location === 'string' && isTimeZone(location)) return namedZone(location);
  const toMs = (wall: ICAL.Time): number => {
    const time = wall.clone();
    time.zone = zone;
    const ms = time.toUnixTime() * 1000;
    return Number.isFinite(ms) ? ms : own.toMs(wall);
  };
  return {
    name: null,
    toMs,
    toWall: (ms) => {
      const time = ICAL.Time.fromJSDate(new Date(ms), true).convertToZone(zone);
      time.zone = ICAL.Timezone.localTimezone;
      return time;
    },
  };
}

export function plainMsOf({ year, month, day, hour, minute, second }: ICAL.Time): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.getTime();
}

/** Floating, to the second. */
export function wallOf(plainMs: number): ICAL.Time {
  const date = new Date(plainMs);
  return new ICAL.Time(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
      isDate: false,
    },
    ICAL.Timezone.localTimezone,
  );
}

export function dateOf({ year, month, day }: ICAL.Time): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

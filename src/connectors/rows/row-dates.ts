import { RowProblem } from './row-values.ts';

const dayMs = 86_400_000;
const oldestMs = Date.UTC(1900, 0, 1);
const isoPattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * ISO date with time and zone, ISO date alone (= noon, UTC: the same day everywhere people live), or Unix time in
 * seconds or milliseconds. A time without zone is refused: it would be another instant on another machine.
 */
export function parseRowInstant(written: string, nowMs: number): number {
  const atMs = /^\d{9,10}(?:\.\d{1,6})?$/.test(written)
    ? Math.round(Number(written) * 1000)
    : /^\d{12,13}$/.test(written)
      ? Number(written)
      : parseIso(written);
  if (atMs > nowMs + dayMs) throw new RowProblem('row-date-in-future', written);
  if (atMs < oldestMs) throw new RowProblem('row-date-too-old', written);
  return atMs;
}

function parseIso(written: string): number {
  const found = isoPattern.exec(written);
  if (!found) throw new RowProblem(written === '' ? 'row-date-missing' : 'row-date-unreadable', written);
  const [, year, month, day, hour, minute, second = '0', fraction = '', zone] = found;
  const dateMs = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(dateMs);
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day))
    throw new RowProblem('row-date-impossible', written);
  if (hour === undefined) return dateMs + dayMs / 2;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    throw new RowProblem('row-date-impossible', written);
  if (zone === undefined) throw new RowProblem('row-date-without-zone', written);
  const timeMs =
    Number(hour) * 3_600_000 +
    Number(minute) * 60_000 +
    Number(second) * 1000 +
    Number(fraction.padEnd(3, '0').slice(0, 3));
  return dateMs + timeMs - zoneMs(zone, written);
}

function zoneMs(zone: string, written: string): number {
  if (/^z$/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) throw new RowProblem('row-date-impossible', written);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

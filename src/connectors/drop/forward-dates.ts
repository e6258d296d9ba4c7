/** When a mail was sent, as mail programs write it above what they forward: Dutch and English. */
import { offsetMsAt } from '#services/firm-days.ts';

const months: readonly RegExp[] = [
  /^jan/,
  /^feb/,
  /^(?:mar|maa|mrt)/,
  /^apr/,
  /^(?:may|mei)/,
  /^jun/,
  /^jul/,
  /^aug/,
  /^sep/,
  /^(?:oct|okt)/,
  /^nov/,
  /^dec/,
];
const zones: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  cet: 60,
  met: 60,
  cest: 120,
  mest: 120,
  bst: 60,
};
const minuteMs = 60_000;

/** Null where there is no day and time in it. A time without a zone is by the firm's clock. */
export function readForwardDate(written: string, timeZone: string): number | null {
  const text = written
    .toLowerCase()
    .replace(/[\u202f\u00a0]/g, ' ')
    .slice(0, 200);
  const day = readDay(text);
  const time = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*(a\.?m|p\.?m)?/.exec(
    text.replace(/\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/, ''),
  );
  if (day === null || time === null) return null;
  const [, hours = '', minutes = '', seconds = '0', half] = time;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.startsWith('p') ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return null;
  const clock = day + ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  const offset = readOffset(text);
  return offset === null
    ? clock - offsetMsAt(clock - offsetMsAt(clock, timeZone), timeZone)
    : clock - offset * minuteMs;
}

function readDay(text: string): number | null {
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/.exec(text);
  // Only the Dutch and the British write it like this above a forward; Americans spell the month.
  if (numbers) return dayOf(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const dayFirst = /(\d{1,2})(?:st|nd|rd|th|e)?\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})/.exec(text);
  if (dayFirst) return dayOf(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = /([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/.exec(text);
  return monthFirst ? dayOf(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2])) : null;
}

function monthOf(word = ''): number {
  return months.findIndex((month) => month.test(word)) + 1;
}

function dayOf(year: number, month: number, day: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  return month > 0 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() : null;
}

function readOffset(text: string): number | null {
  const numeric = /([+-])(\d{2}):?(\d{2})(?!\d)/.exec(text.replace(/\d{4}-\d{2}-\d{2}/, ''));
  if (numeric) return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3]));
  const named = /\b(utc|gmt|cest|cet|mest|met|wet|bst|z)\b/.exec(text)?.[1];
  return named === undefined ? null : (zones[named] ?? null);
}

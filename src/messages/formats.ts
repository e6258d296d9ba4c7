/** Numbers and dates as the reader's language writes them, in the firm's time zone. */
import type { Locale } from './locales.ts';

export interface Formats {
  readonly locale: Locale;
  readonly timeZone: string;
  /** 12.345,6 / 12,345.6 */
  readonly number: (value: number, maxDigits?: number) => string;
  /** A share in [0,1] as 0-100. */
  readonly hundred: (share: number) => string;
  readonly percent: (share: number) => string;
  /** 3 mei 2026 */
  readonly date: (at: string | number) => string;
  /** 3 mei (the year only when it is another one) */
  readonly shortDate: (at: string | number, nowMs: number) => string;
  /** 3 mei, of a birthday; `dayOfYear` is --05-03 or 1970-05-03. */
  readonly birthday: (dayOfYear: string) => string;
  /** zo 3 mei, 14:05 */
  readonly dateTime: (at: string | number) => string;
  readonly time: (at: string | number) => string;
  readonly monthYear: (at: string | number) => string;
  readonly month: (at: string | number) => string;
  /** The calendar day in the firm's time zone, as 2026-05-03. */
  readonly dayKey: (at: string | number) => string;
  readonly list: (items: readonly string[]) => string;
  readonly bytes: (count: number) => string;
}

const tags: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' };

export function makeFormats({ locale, timeZone }: { locale: Locale; timeZone: string }): Formats {
  const tag = tags[locale];
  const dated = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { timeZone, ...options });
    return (at: string | number) => format.format(new Date(at));
  };
  const numbers = [0, 1, 2, 3].map((maximumFractionDigits) => new Intl.NumberFormat(tag, { maximumFractionDigits }));
  const number = (value: number, maxDigits = 0) => (numbers[maxDigits] ?? numbers[3])?.format(value) ?? String(value);
  const dayMonth = dated({ day: 'numeric', month: 'short' });
  const dayMonthYear = dated({ day: 'numeric', month: 'short', year: 'numeric' });
  const year = dated({ year: 'numeric' });
  const dayAndMonth = dated({ day: 'numeric', month: 'long' });
  const longDate = dated({ day: 'numeric', month: 'long', year: 'numeric' });
  const dayKeys = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  return {
    locale,
    timeZone,
    number,
    hundred: (share) => number(Math.round(share * 100)),
    percent: (share) => `${number(Math.round(share * 100))}${locale === 'nl' ? ' %' : '%'}`,
    date: longDate,
    shortDate: (at, nowMs) => (year(at) === year(nowMs) ? dayMonth(at) : dayMonthYear(at)),
    birthday: (day) => (day.startsWith('--') ? dayAndMonth(`2000-${day.slice(2)}T12:00Z`) : longDate(`${day}T12:00Z`)),
    dateTime: dated({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
    time: dated({ hour: '2-digit', minute: '2-digit' }),
    monthYear: dated({ month: 'long', year: 'numeric' }),
    month: dated({ month: 'short' }),
    dayKey: (at) => dayKeys.format(new Date(at)),
    list: (items) => lists.format(items),
    bytes: (count) => writeBytes(count, number),
  };
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

function writeBytes(count: number, number: Formats['number']): string {
  let value = count;
  let step = 0;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  return `${number(value, step > 1 && value < 10 ? 1 : 0)} ${units[step]}`;
}

/** A birthday as people type it, in either language: "17 mei 1980", "17-5", "May 17", "1980-05-17", "--05-17". */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dutch: Readonly<Record<string, string>> = { maa: 'mar', mrt: 'mar', mei: 'may', okt: 'oct' };

/** YYYY-MM-DD, or --MM-DD without a year; null when no day can be made of it. */
export function readBirthday(written: string): string | null {
  const text = written.trim().toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ');
  const [, isoYear = '', isoMonth = '', isoDay = ''] = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (isoDay) return makeDay({ year: isoYear === '-' ? '' : isoYear, month: Number(isoMonth), day: Number(isoDay) });
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}))?$/.exec(text) ?? [];
  if (day) return makeDay({ year, month: Number(month), day: Number(day) });
  const named =
    /^(?<day>\d{1,2})(?:e|ste|de|st|nd|rd|th)? (?:of )?(?<month>[a-z]{3})[a-z]*\.?(?: (?<year>\d{4}))?$/.exec(text) ??
    /^(?<month>[a-z]{3})[a-z]*\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?: (?<year>\d{4}))?$/.exec(text);
  if (!named?.groups) return null;
  const word = named.groups['month'] ?? '';
  const place = months.indexOf(dutch[word] ?? word) + 1;
  return makeDay({ year: named.groups['year'] ?? '', month: place, day: Number(named.groups['day']) });
}

function makeDay({ year, month, day }: { year: string; month: number; day: number }): string | null {
  const date = new Date(Date.UTC(year === '' ? 2000 : Number(year), month - 1, day));
  if (month < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const monthDay = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return year === '' ? `--${monthDay}` : `${year}-${monthDay}`;
}

/** The age on the next birthday; null when the year is not known. */
export function nextAge(birthday: string, todayKey: string): number | null {
  if (birthday.startsWith('--')) return null;
  const isPast = birthday.slice(5) < todayKey.slice(5);
  return Number(todayKey.slice(0, 4)) - Number(birthday.slice(0, 4)) + (isPast ? 1 : 0);
}

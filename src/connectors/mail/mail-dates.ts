import { firstHeader, type MailHeaders } from './mail-headers.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const namedZones: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  bst: 60,
  ist: 60,
  cet: 60,
  met: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  wet: 0,
  west: 60,
};
const dayMs = 86_400_000;
/** Before this there was no mail as we know it: such a date is a clock that was never set. */
const oldestMs = Date.UTC(1982, 0, 1);

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
  readonly zone: string;
}

/** RFC 5322 with its obsolete forms (two-digit year, named zone, no seconds). Null for dates that do not exist. */
export function parseMailDate(written: string): number | null {
  const text = written
    .slice(0, 200)
    .replace(/\([^)]*\)/g, ' ')
    .trim();
  const usual =
    /(?:^|[\s,])(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{2,4})[\s,]+(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)(?:\.\d+)?\s*(\S*)/i.exec(
      text,
    );
  if (usual) {
    const [, day = '', month = '', year = '', time = '', zone = ''] = usual;
    return composeInstant({
      year: fullYear(year),
      month: months.indexOf(month.toLowerCase()),
      day: Number(day),
      time,
      zone,
    });
  }
  const ctime =
    /([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+(?:([a-z]{1,5}|[+-]\d{4})\s+)?(\d{4})\s*([+-]\d{4})?/i.exec(
      text,
    );
  if (ctime) {
    const [, month = '', day = '', time = '', zoneBefore = '', year = '', zoneAfter = ''] = ctime;
    const zone = zoneAfter || zoneBefore;
    return composeInstant({
      year: Number(year),
      month: months.indexOf(month.toLowerCase()),
      day: Number(day),
      time,
      zone,
    });
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?/.exec(text);
  if (!iso) return null;
  const [, year = '', month = '', day = '', time = '', zone = ''] = iso;
  return composeInstant({ year: Number(year), month: Number(month) - 1, day: Number(day), time, zone });
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return digits.length === 3 || year >= 50 ? 1900 + year : 2000 + year;
}

function composeInstant({ year, month, day, time, zone }: DateParts): number | null {
  const [hour = 0, minute = 0, second = 0] = time.split(/[:.]/).map(Number);
  if (month < 0 || month > 11 || hour > 23 || minute > 59 || second > 60) return null;
  const wallMs = Date.UTC(year, month, day, hour, minute, Math.min(second, 59));
  const wall = new Date(wallMs);
  if (wall.getUTCDate() !== day || wall.getUTCMonth() !== month || wall.getUTCFullYear() !== year) return null;
  return wallMs - zoneMinutes(zone) * 60_000;
}

/** Minutes east of Greenwich. A zone nobody knows counts as none, as RFC 5322 section 4.3 asks. */
function zoneMinutes(zone: string): number {
  const digits = /^([+-])(\d{2}):?(\d{2})/.exec(zone);
  if (!digits) return namedZones[zone.toLowerCase()] ?? 0;
  const minutes = Number(digits[2]) * 60 + Number(digits[3]);
  return minutes > 14 * 60 ? 0 : digits[1] === '-' ? -minutes : minutes;
}

/** The date in an mbox separator line ("From jan@voorbeeld.nl Tue Jan  2 10:00:00 2024"). */
export function parseSeparatorDate(separatorLine: string): number | null {
  const found = /\b[a-z]{3}\s+\d{1,2}\s+\d{1,2}:\d{2}.*$/i.exec(separatorLine.slice(0, 400));
  return found ? parseMailDate(found[0]) : null;
}

export interface SentAtInput {
  readonly headers: MailHeaders;
  readonly envelopeMs: number | null;
  readonly nowMs: number;
}

/** When a mail was sent: Date, else the first hop that received it, else the mbox separator. Null when none is possible. */
export function findSentAt({ headers, envelopeMs, nowMs }: SentAtInput): number | null {
  const isPossible = (atMs: number | null): atMs is number =>
    atMs !== null && atMs >= oldestMs && atMs <= nowMs + dayMs;
  const hops = [...(headers.get('received') ?? [])]
    .reverse()
    .map((hop) => parseMailDate(hop.slice(hop.lastIndexOf(';') + 1)));
  const firstHopMs = hops.find(isPossible) ?? null;
  const dateMs = parseMailDate(firstHeader(headers, 'date'));
  // Received more than a day before it was "sent": the sender's clock was wrong.
  const isClockAhead = dateMs !== null && firstHopMs !== null && dateMs > firstHopMs + dayMs;
  if (isPossible(dateMs) && !isClockAhead) return dateMs;
  return firstHopMs ?? (isPossible(envelopeMs) ? envelopeMs : null);
}

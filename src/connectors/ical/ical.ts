/** Follows a calendar that is published as one file: read again when the server says that it changed. */
import { createHash } from 'node:crypto';
import {
  type PlaceCursor,
  type Reach,
  type Reader,
  type ReaderBatch,
  ReaderProblem,
} from '#services/connections/reader.ts';
import { makeLine } from '../storable-text.ts';
import { readRetryAt } from '../web-api/retry-at.ts';
import { startCalendarParser } from './calendar-parser.ts';

const place = { place: 'calendar', role: 'read-only', isWanted: true } as const;
const limits = { totalMs: 30_000, bytes: 10 * 1024 * 1024 };
const dayMs = 86_400_000;
const windowDays = 30;
const atOnce = 200;

export const icalReader: Reader<'ical'> = {
  kind: 'ical',
  isPrivate: true,
  everySeconds: 3_600,
  async look(reach) {
    const { raw } = await fetchCalendar(reach, null);
    const name = makeLine(/^X-WR-CALNAME[^:\r\n]*:(.*)$/im.exec(raw?.toString() ?? '')?.[1], 300);
    await parse(reach, raw ?? Buffer.alloc(0));
    const shown = name ?? new URL(reach.settings.address).hostname;
    return { name: shown, places: [{ ...place, name: shown }], own: [] };
  },
  async *read(reach, cursors) {
    for (const cursor of cursors) yield* readFeed(reach, cursor);
  },
};

async function* readFeed(reach: Reach<'ical'>, { place: name, cursor }: PlaceCursor): AsyncIterable<ReaderBatch> {
  reach.signal.throwIfAborted();
  const windowDay = Math.floor(reach.nowMs / dayMs);
  const isDue = cursor === null || windowDay - Number(cursor['windowDay']) >= windowDays;
  const { raw, etag, modified } = await fetchCalendar(reach, isDue ? null : cursor);
  if (raw === null) return;
  // DTSTAMP is the moment at which it was written out, for many who publish.
  const hash = createHash('sha256')
    .update(raw.toString().replaceAll(/^DTSTAMP.*$/gm, ''))
    .digest('hex');
  if (!isDue && hash === cursor['hash']) return;
  const objects = await parse(reach, raw);
  const next = { etag, modified, hash, windowDay };
  const hrefs = objects.map(({ uid }) => uid);
  for (let at = 0; at < objects.length; at += atOnce) {
    reach.signal.throwIfAborted();
    const items = objects
      .slice(at, at + atOnce)
      .map((object) => ({ type: 'calendar', act: 'seen', href: object.uid, etag: null, object }) as const);
    const progress = { done: at + items.length, total: objects.length };
    // The mark moves with the last part: what is read twice is kept once.
    yield { place: name, cursor: cursor ?? { etag: '', modified: '', hash: '', windowDay: 0 }, items, progress };
  }
  const items = [{ type: 'calendar', act: 'present', hrefs, asOfMs: reach.nowMs } as const];
  yield { place: name, cursor: next, items, progress: { done: objects.length, total: objects.length } };
}

async function parse(reach: Reach<'ical'>, raw: Buffer) {
  const parser = startCalendarParser();
  try {
    const hints = { nowMs: reach.nowMs, timeZone: reach.timeZone ?? 'UTC', isOnlyWindow: true };
    const [objects] = await parser.read([raw], hints);
    if (!objects || 'problem' in objects) throw new ReaderProblem('garbage', { detail: 'not a calendar' });
    return objects;
  } finally {
    parser.stop();
  }
}

async function fetchCalendar({ settings, net, signal, nowMs }: Reach<'ical'>, cursor: PlaceCursor['cursor']) {
  const [etag, modified] = [String(cursor?.['etag'] ?? ''), String(cursor?.['modified'] ?? '')];
  const headers = {
    accept: 'text/calendar, */*;q=0.5',
    ...(etag !== '' && { 'if-none-match': etag }),
    ...(modified !== '' && { 'if-modified-since': modified }),
  };
  const address = settings.address.replace(/^webcal:/i, 'https:');
  const response = await net.fetch(address, { headers, signal }, limits);
  if (response.status === 304) return { raw: null, etag, modified };
  if (!response.ok) throw refusalOf(response, nowMs);
  const raw = Buffer.from(await response.arrayBuffer());
  const { headers: told } = response;
  return { raw, etag: told.get('etag') ?? '', modified: told.get('last-modified') ?? '' };
}

function refusalOf({ status, headers }: Response, nowMs: number): ReaderProblem {
  const retryAtMs = readRetryAt(headers, nowMs);
  const options = { detail: `HTTP ${status}`, ...(retryAtMs === null ? {} : { retryAtMs }) };
  if (status === 401) return new ReaderProblem('wrong-password', options);
  if (status === 403) return new ReaderProblem('not-allowed', options);
  if (status === 404 || status === 410) return new ReaderProblem('place-gone', options);
  if (status === 429 || (status === 503 && retryAtMs !== null)) return new ReaderProblem('throttled', options);
  return new ReaderProblem(status >= 500 ? 'server-trouble' : 'garbage', options);
}

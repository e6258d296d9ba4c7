/** What the agenda is lent: texts of calendars made in the limited process, and put there once, never over another's change. */
import { type Calendars, hrefOf, type PutOutcome } from '#services/agenda/calendars.ts';
import { type Reach, ReaderProblem } from '#services/connections/reader.ts';
import { type CalendarParser, startCalendarParser } from '../ical/calendar-parser.ts';
import { ask } from './dav.ts';

/** What was started for one text waits a moment for the next. */
const idleMs = 3_000;

export function createCalendars(): Calendars {
  const withParser = shareParser();
  return {
    async write({ uid, raw, told, at, timeZone, isInvitation = false }) {
      const edit = { uid, told, atMs: at.getTime(), timeZone, isInvitation };
      const item = { type: 'calendar-edit', raw: Buffer.from(raw ?? ''), edit } as const;
      const outcome = await withParser((parser) => parser.run(item));
      if (outcome.type === 'calendar-text') return outcome.text;
      throw new ReaderProblem('garbage', { detail: 'calendar text could not be written' });
    },
    async read(raw, { nowMs, timeZone }) {
      const [objects] = await withParser((parser) => parser.read([Buffer.from(raw)], { nowMs, timeZone }));
      return objects && !('problem' in objects) ? (objects[0] ?? null) : null;
    },
    async put(reach, { place, href: known, etag, uid, raw }) {
      const href = known ?? hrefOf({ place, uid });
      const guard: Record<string, string> =
        known === null || etag === null ? { 'if-none-match': '*' } : { 'if-match': etag };
      const headers = { 'content-type': 'text/calendar; charset=utf-8', ...guard };
      const response = await ask(reach, href, { method: 'PUT', headers, body: raw });
      if (response.status === 412 || response.status === 404)
        return { type: 'changed', ...(await getNow(reach, href)) };
      refuse(response);
      const told = response.headers.get('etag');
      if (told !== null) return { type: 'done', href, etag: told, raw };
      // Without a mark of its own the server may have changed it a little.
      const now = await getNow(reach, href);
      return { type: 'done', href, etag: now.etag, raw: now.raw ?? raw };
    },
    async remove(reach, { href, etag }): Promise<PutOutcome> {
      const headers: Record<string, string> = etag === null ? {} : { 'if-match': etag };
      const response = await ask(reach, href, { method: 'DELETE', headers });
      if (response.status === 412) return { type: 'changed', ...(await getNow(reach, href)) };
      if (response.status !== 404 && response.status !== 410) refuse(response);
      return { type: 'done', href, etag: null, raw: '' };
    },
  };
}

async function getNow(reach: Reach<'caldav'>, href: string): Promise<{ etag: string | null; raw: string | null }> {
  const response = await ask(reach, href, { method: 'GET' });
  if (response.status === 404 || response.status === 410) return { etag: null, raw: null };
  refuse(response);
  return { etag: response.headers.get('etag'), raw: await response.text() };
}

function refuse({ ok, status }: Response): void {
  if (!ok) throw new ReaderProblem('not-allowed', { detail: `HTTP ${status}` });
}

/** One process for what is written shortly after each other. */
function shareParser() {
  let parser: CalendarParser | null = null;
  let atWork = 0;
  let idle: NodeJS.Timeout | undefined;
  return async <T>(work: (parser: CalendarParser) => Promise<T>): Promise<T> => {
    clearTimeout(idle);
    parser ??= startCalendarParser();
    atWork += 1;
    try {
      return await work(parser);
    } finally {
      atWork -= 1;
      if (atWork === 0) {
        idle = setTimeout(() => {
          parser?.stop();
          parser = null;
        }, idleMs).unref();
      }
    }
  };
}

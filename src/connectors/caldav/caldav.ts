/** Reads calendars over CalDAV: all of each once, then what changed, by the server's own token where it has one. */
import {
  type PlaceCursor,
  type Reach,
  type Reader,
  type ReaderBatch,
  ReaderProblem,
} from '#services/connections/reader.ts';
import type { Cursor } from '#services/imports/connector.ts';
import { type CalendarParser, startCalendarParser } from '../ical/calendar-parser.ts';
import { type DavAnswer, listResources, readChanges, readProps, textOf } from './dav.ts';
import { discover } from './discover.ts';
import { fetchItems } from './fetch-items.ts';

const dayMs = 86_400_000;
/** What comes again is spelled out a year ahead; so often the whole calendar is gone through, and the year moves on. */
const windowDays = 30;
const atOnce = 40;

export const caldavReader: Reader<'caldav'> = {
  kind: 'caldav',
  isPrivate: true,
  everySeconds: 300,
  look: discover,
  async *read(reach, places) {
    const parser = startCalendarParser();
    try {
      for (const place of places) yield* readPlace({ reach, parser }, place);
    } finally {
      parser.stop();
    }
  },
};

export interface Reading {
  readonly reach: Reach<'caldav'>;
  readonly parser: CalendarParser;
}

/** Before anything is read of it: as the place is now. What changes while it is read is read again. */
interface State {
  readonly token: string;
  readonly ctag: string;
  readonly windowDay: number;
}

async function* readPlace(reading: Reading, { place, cursor }: PlaceCursor): AsyncIterable<ReaderBatch> {
  const { reach } = reading;
  reach.signal.throwIfAborted();
  const now = await readState(reach, place);
  const isWhole = cursor !== null && cursor['phase'] === 'done';
  if (!isWhole || now.windowDay - Number(cursor['windowDay']) >= windowDays) {
    yield* readWhole(reading, { place, state: now, cursor: isWhole ? null : cursor });
    return;
  }
  const isSame = now.token === '' ? now.ctag !== '' && now.ctag === cursor['ctag'] : now.token === cursor['token'];
  if (isSame) return;
  const token = String(cursor['token'] ?? '');
  const changes = now.token === '' || token === '' ? null : await readChanges(reach, { place, token });
  // A token that the server has forgotten: everything is gone through again, and comes to the same.
  if (changes === null || 'refused' in changes) yield* readWhole(reading, { place, state: now, cursor: null });
  else yield* readChanged(reading, { place, changes, from: cursor, state: now });
}

async function readState(reach: Reach<'caldav'>, place: string): Promise<State> {
  const answer = await readProps(reach, { url: place, props: ['cs:getctag', 'd:sync-token'] });
  const [about] = listOf(answer, place);
  const windowDay = Math.floor(reach.nowMs / dayMs);
  return { token: textOf(about?.props.syncToken) ?? '', ctag: textOf(about?.props.getctag) ?? '', windowDay };
}

function listOf(answer: DavAnswer, place: string) {
  if ('list' in answer) return answer.list;
  const { refused } = answer;
  const problem = refused === 404 || refused === 410 ? 'place-gone' : refused === 403 ? 'not-allowed' : 'garbage';
  throw new ReaderProblem(problem, { place, detail: `HTTP ${refused}` });
}

interface Whole {
  readonly place: string;
  readonly state: State;
  /** Where a reading of the whole was broken off. */
  readonly cursor: Cursor | null;
}

async function* readWhole(reading: Reading, { place, state, cursor }: Whole): AsyncIterable<ReaderBatch> {
  const { reach } = reading;
  const begun = cursor ?? { ...state, phase: 'list', after: '', asOfMs: reach.nowMs };
  const answer = await listResources(reach, { place, since: reach.settings.since });
  const hrefs = [...new Set(listOf(answer, place).map(({ href }) => href))].filter((href) => href !== place).sort();
  const left = hrefs.filter((href) => href > String(begun['after']));
  let done = hrefs.length - left.length;
  for (let at = 0; at < left.length; at += atOnce) {
    reach.signal.throwIfAborted();
    const some = left.slice(at, at + atOnce);
    const items = await fetchItems(reading, { place, hrefs: some });
    done += some.length;
    const after = some.at(-1) ?? '';
    yield { place, cursor: { ...begun, after }, items, progress: { done, total: hrefs.length } };
  }
  const items = [{ type: 'calendar', act: 'present', hrefs, asOfMs: Number(begun['asOfMs']) } as const];
  const { token, ctag, windowDay } = begun as unknown as State;
  const caughtUp = { phase: 'done', token, ctag, windowDay };
  yield { place, cursor: caughtUp, items, progress: { done: hrefs.length, total: hrefs.length } };
}

interface Changed {
  readonly place: string;
  readonly changes: Extract<DavAnswer, { list: unknown }>;
  readonly from: Cursor;
  readonly state: State;
}

async function* readChanged(reading: Reading, { place, changes, from, state }: Changed): AsyncIterable<ReaderBatch> {
  const { reach } = reading;
  const files = changes.list.filter(({ href }) => href !== place);
  const gone = files.filter(({ status }) => status === 404);
  const hrefs = files.filter(({ status }) => status !== 404).map(({ href }) => href);
  const total = files.length;
  const windowDay = Number(from['windowDay']);
  const caughtUp = { phase: 'done', token: changes.token ?? state.token, ctag: state.ctag, windowDay };
  const removed = gone.map(({ href }) => ({ type: 'calendar', act: 'gone', href }) as const);
  const count = Math.max(1, Math.ceil(hrefs.length / atOnce));
  for (let part = 0; part < count; part += 1) {
    reach.signal.throwIfAborted();
    const isLast = part === count - 1;
    const some = hrefs.slice(part * atOnce, (part + 1) * atOnce);
    const items = [...(await fetchItems(reading, { place, hrefs: some })), ...(isLast ? removed : [])];
    // Until all of it is kept the old token stands: what is read twice is kept once.
    yield { place, cursor: isLast ? caughtUp : from, items, progress: { done: isLast ? total : part * atOnce, total } };
  }
}

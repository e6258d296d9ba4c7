/** Resources of a calendar, fetched together and read in the limited process. */
import { type ReaderItem, ReaderProblem } from '#services/connections/reader.ts';
import type { Reading } from './caldav.ts';
import { readResources, textOf } from './dav.ts';

export async function fetchItems(
  { reach, parser }: Reading,
  { place, hrefs }: { place: string; hrefs: readonly string[] },
): Promise<ReaderItem[]> {
  if (hrefs.length === 0) return [];
  const answer = await readResources(reach, { place, hrefs });
  if ('refused' in answer) throw new ReaderProblem('garbage', { place, detail: `HTTP ${answer.refused}` });
  // In the order asked for: servers answer in their own.
  const list = answer.list.toSorted((left, right) => (left.href < right.href ? -1 : 1));
  const found = list.flatMap(({ href, status, props }) => {
    const raw = textOf(props.calendarData);
    return status === 404 || raw === null ? [] : [{ href, etag: textOf(props.getetag), raw: Buffer.from(raw) }];
  });
  const { nowMs, timeZone = 'UTC', settings } = reach;
  const outcomes = await parser.read(
    found.map(({ raw }) => raw),
    { nowMs, timeZone },
  );
  return found.flatMap(({ href, etag, raw }, at): ReaderItem[] => {
    const outcome = outcomes[at];
    if (!outcome || 'problem' in outcome) {
      const problem = outcome?.problem ?? 'garbage';
      return [{ type: 'failed', position: href.slice(0, 1000), problem, raw }];
    }
    // One resource holds one event with its exceptions; a list of tasks holds none.
    const [object] = outcome;
    const { since } = settings;
    const isWanted = object?.occurrences.some(({ endsAt }) => since === null || endsAt >= since);
    if (!object || !isWanted) return [{ type: 'calendar', act: 'gone', href }];
    return [{ type: 'calendar', act: 'seen', href, etag, object }];
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asReader, type Reach } from '#services/connections/reader.ts';
import { openWebDouble } from '#test/doubles/web-double.ts';
import { testReader } from '../reader-compliance.ts';
import { icalReader } from './ical.ts';

async function openCalendar() {
  const state = { uids: ['a', 'b', 'c'], notModified: 0 };
  const body = () =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Feestdagen', `DTSTAMP:${Date.now()}`]
      .concat(
        state.uids.flatMap((uid) => [
          'BEGIN:VEVENT',
          `UID:${uid}`,
          'DTSTART;VALUE=DATE:20261225',
          `SUMMARY:${uid}`,
          'END:VEVENT',
        ]),
        ['END:VCALENDAR', ''],
      )
      .join('\r\n');
  const double = await openWebDouble({
    answer({ headers }) {
      const etag = `"${state.uids.join()}"`;
      if (headers['if-none-match'] === etag) {
        state.notModified += 1;
        return { status: 304, headers: { etag }, body: '' };
      }
      return { headers: { 'content-type': 'text/calendar', etag }, body: body() };
    },
    revoked: () => ({ status: 404, body: 'weg' }),
    throttled: { status: 503, headers: { 'retry-after': '120' }, body: '' },
  });
  const reach = (signal = new AbortController().signal): Reach<'ical'> => ({
    settings: { kind: 'ical', address: `${double.url}/vrij.ics` },
    secret: null,
    ...{ net: double.net, signal, ownAddresses: [], defaultCountry: 'NL', timeZone: 'Europe/Amsterdam' },
    nowMs: Date.parse('2026-11-21T09:00:00.000Z'),
  });
  return { state, double, reach };
}

const places = [{ place: 'calendar', role: null, cursor: null }];

testReader('ical', async () => {
  const { state, double, reach } = await openCalendar();
  let added = 0;
  return {
    reader: asReader(icalReader),
    reach: (signal) => reach(signal) as Reach,
    places,
    keys: [...state.uids],
    async add() {
      added += 1;
      state.uids.push(`nieuw${added}`);
      // A file is read whole; what was there already is kept once by the agenda.
      return [...state.uids];
    },
    fault: async (kind) => double.setFault(kind),
    faults: {
      cut: ['cut-off', 'garbage', 'unreachable'],
      throttled: ['throttled'],
      revoked: ['place-gone'],
      garbage: ['garbage'],
    },
    close: () => double.close(),
  };
});

test('what is unchanged is not even sent; what is gone from the file is told by what is left', async () => {
  const { state, double, reach } = await openCalendar();
  const first = [];
  for await (const batch of icalReader.read(reach(), places)) first.push(batch);
  const cursor = first.at(-1)?.cursor ?? null;
  const again = [];
  for await (const batch of icalReader.read(reach(), [{ place: 'calendar', role: null, cursor }])) again.push(batch);
  assert.deepEqual([again.length, state.notModified], [0, 1]);
  state.uids.shift();
  const items = [];
  for await (const batch of icalReader.read(reach(), [{ place: 'calendar', role: null, cursor }]))
    items.push(...batch.items);
  const present = items.find((item) => item.type === 'calendar' && item.act === 'present');
  assert.deepEqual(present && 'hrefs' in present && present.hrefs, ['b', 'c']);
  await double.close();
});

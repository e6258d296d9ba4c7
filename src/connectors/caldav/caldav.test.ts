import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asReader, type PlaceCursor, type Reach, type ReaderItem } from '#services/connections/reader.ts';
import { findRadicale, type Radicale, radicalePassword, startRadicale } from '#test/caldav/radicale.ts';
import { testReader } from '../reader-compliance.ts';
import { caldavReader } from './caldav.ts';

const nowMs = Date.parse('2026-11-21T09:00:00.000Z');
const event = (uid: string, more = '') =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\nBEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20261101T000000Z\r\n` +
  `DTSTART:20261123T090000Z\r\nDTEND:20261123T100000Z\r\nSUMMARY:Afspraak ${uid}\r\n${more}END:VEVENT\r\nEND:VCALENDAR\r\n`;
const hasRadicale = findRadicale() !== null;

function reachTo(radicale: Radicale, signal = new AbortController().signal): Reach<'caldav'> {
  return {
    settings: { kind: 'caldav', address: `${radicale.url}/`, userName: 'sanne', signIn: 'password', since: null },
    secret: { type: 'password', password: radicalePassword },
    ...{ net: radicale.net, signal, nowMs, ownAddresses: [], defaultCountry: 'NL', timeZone: 'Europe/Amsterdam' },
  };
}

describe('radicale', { skip: hasRadicale ? false : 'Radicale cannot be had here: CALDAV NOT TESTED' }, () => {
  testReader('caldav', async () => {
    const radicale = await startRadicale();
    const work = await radicale.makeCalendar('sanne', 'werk');
    const home = await radicale.makeCalendar('sanne', 'thuis');
    const uids = Array.from({ length: 90 }, (_, at) => `w${at}`);
    for (const uid of uids) await radicale.put('sanne', `${work}${uid}.ics`, event(uid));
    await radicale.put('sanne', `${home}t1.ics`, event('t1'));
    let added = 0;
    return {
      reader: asReader(caldavReader),
      reach: (signal) => reachTo(radicale, signal) as Reach,
      places: [work, home].map((place) => ({ place, role: null, cursor: null })),
      keys: [...uids, 't1'],
      async add() {
        added += 1;
        await radicale.put('sanne', `${home}nieuw${added}.ics`, event(`nieuw${added}`));
        return [`nieuw${added}`];
      },
      fault: async (kind) => radicale.setFault(kind),
      faults: {
        cut: ['cut-off', 'unreachable', 'garbage'],
        throttled: ['throttled'],
        revoked: ['wrong-password', 'revoked'],
        garbage: ['garbage'],
      },
      close: () => radicale.stop(),
    };
  });

  test('caldav: a wrong password is called one, from the address of the house alone, and calendars have their names', async () => {
    const radicale = await startRadicale();
    try {
      await radicale.makeCalendar('sanne', 'werk');
      const looked = await caldavReader.look(reachTo(radicale));
      assert.deepEqual(
        looked.places.map(({ name, role }) => [name, role]),
        [['werk', null]],
      );
      const wrong = { ...reachTo(radicale), secret: { type: 'password', password: 'fout' } as const };
      await assert.rejects(caldavReader.look(wrong), { problem: 'wrong-password' });
    } finally {
      await radicale.stop();
    }
  });

  test('caldav: what is changed, taken away, or no calendar at all is told as such; what is unchanged is not read again', async () => {
    const radicale = await startRadicale();
    try {
      const place = await radicale.makeCalendar('sanne', 'werk');
      for (const uid of ['a', 'b']) await radicale.put('sanne', `${place}${uid}.ics`, event(uid));
      const first = await readAll(radicale, { place, role: null, cursor: null });
      assert.deepEqual(wordsOf(first.items), ['a', 'b', '2 present']);
      await radicale.put('sanne', `${place}a.ics`, event('a', 'LOCATION:Deventer\r\nSEQUENCE:1\r\n'));
      await radicale.remove('sanne', `${place}b.ics`);
      const second = await readAll(radicale, { place, role: null, cursor: first.cursor });
      assert.deepEqual(wordsOf(second.items), ['a', 'gone b.ics']);
      assert.deepEqual((await readAll(radicale, { place, role: null, cursor: second.cursor })).items, []);
      const forgotten = { ...second.cursor, token: 'http://radicale.org/ns/sync/0000' };
      const third = await readAll(radicale, { place, role: null, cursor: forgotten });
      assert.deepEqual(wordsOf(third.items), ['a', '1 present'], 'a token it does not know: the whole again');
      await assert.rejects(readAll(radicale, { place: `${place}weg/`, role: null, cursor: null }), {
        problem: 'place-gone',
        place: `${place}weg/`,
      });
    } finally {
      await radicale.stop();
    }
  });
});

async function readAll(radicale: Radicale, place: PlaceCursor) {
  const items: ReaderItem[] = [];
  let { cursor } = place;
  for await (const batch of caldavReader.read(reachTo(radicale), [place])) {
    items.push(...batch.items);
    cursor = batch.cursor;
  }
  return { items, cursor };
}

function wordsOf(items: readonly ReaderItem[]): string[] {
  return items.map((item) => {
    if (item.type !== 'calendar') return item.type;
    if (item.act === 'seen') return item.object.uid;
    return item.act === 'gone' ? `gone ${item.href.split('/').at(-1)}` : `${item.hrefs.length} present`;
  });
}

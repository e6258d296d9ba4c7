/** An agenda kept up with on a real server: both ways, at most once, and nothing lost where both sides changed it. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { caldavReader } from '#connectors/caldav/caldav.ts';
import { openOutgoing } from '#outgoing/open-outgoing.ts';
import { findRadicale, type Radicale, radicalePassword, startRadicale } from '#test/caldav/radicale.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { undoChange } from '../changes/undo-change.ts';
import { createConnection } from '../connections/create-connection.ts';
import { asReader } from '../connections/reader.ts';
import { runConnection } from '../connections/run-connection.ts';
import { createParty } from '../parties/change-party.ts';
import { createEvent, removeEvent, updateEventFields } from './change-event.ts';
import { getEvent, listBusy, listCalendars, listEvents } from './list-events.ts';
import { noteMeetings } from './note-meetings.ts';
import { pushAll, pushEvents } from './push-events.ts';
import { settleEvent } from './settle-event.ts';

const hasRadicale = findRadicale() !== null;
const still = new AbortController().signal;
const range = { from: '2026-11-01T00:00:00.000Z', until: '2027-02-01T00:00:00.000Z' };
const zone = [
  ...['BEGIN:VTIMEZONE', 'TZID:Europe/Amsterdam', 'BEGIN:STANDARD', 'DTSTART:19961027T030000', 'TZOFFSETFROM:+0200'],
  ...['TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD', 'BEGIN:DAYLIGHT'],
  ...['DTSTART:19810329T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'],
  ...['END:DAYLIGHT', 'END:VTIMEZONE'],
];
const file = (uid: string, lines: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//phone//',
    ...zone,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261101T000000Z',
  ]
    .concat(lines, ['END:VEVENT', 'END:VCALENDAR', ''])
    .join('\r\n');
const times = ['DTSTART;TZID=Europe/Amsterdam:20261123T100000', 'DTEND;TZID=Europe/Amsterdam:20261123T110000'];

describe('two ways', { skip: hasRadicale ? false : 'Radicale cannot be had here: CALDAV NOT TESTED' }, () => {
  let house: House;
  let radicale: Radicale;
  let calendar: string;
  let connectionId: string;
  let calendarId: string;
  before(async () => {
    radicale = await startRadicale();
    const outgoing = { ...openOutgoing({ publicUrl: 'http://127.0.0.1:4321' }), net: radicale.net };
    house = await testHouse({ readers: [asReader(caldavReader)], outgoing });
    calendar = await radicale.makeCalendar('sanne', 'werk');
    const settings = {
      kind: 'caldav',
      address: `${radicale.url}/`,
      userName: 'sanne',
      signIn: 'password',
      since: null,
    };
    const connection = await createConnection(house.sanne, {
      ...{ settings: settings as Parameters<typeof createConnection>[1]['settings'], isShared: false },
      secret: { password: radicalePassword },
    });
    connectionId = connection.id;
    calendarId = (await listCalendars(house.sanne)).items[1]?.id ?? assert.fail();
  });
  after(async () => {
    await house.drop();
    await radicale.stop();
  });
  beforeEach(async () => {
    house.setNow(testNow);
    radicale.setFault(null);
    for (const href of await radicale.list('sanne', calendar)) await radicale.remove('sanne', href);
    await sql`delete from calendar_objects`.execute(house.db);
    await sql`update connection_places set cursor = null`.execute(house.db);
  });
  const read = async () => {
    await sql`update connections set next_run_at = null, lease = null`.execute(house.db);
    await runConnection(house.system, { connectionId }, still);
    const { rows } = await sql<{ problem: string | null }>`select problem from connections`.execute(house.db);
    assert.equal(rows[0]?.problem ?? null, null);
  };
  const push = () => pushEvents(house.system, { connectionId }, still);
  const later = (minutes: number) => house.setNow(new Date(house.sanne.now().getTime() + minutes * 60_000));
  const listed = async () => (await listEvents(house.sanne, range)).items;

  test('what stands there stands here, once; moved and taken out there, so it is here; colleagues see that it takes time', async () => {
    await radicale.put('sanne', `${calendar}a.ics`, file('a', [...times, 'SUMMARY:Proeverij', 'CLASS:PRIVATE']));
    await read();
    await read();
    const [event] = await listed();
    assert.deepEqual(
      [event?.title, event?.startsAt, event?.isPrivate],
      ['Proeverij', '2026-11-23T09:00:00.000Z', true],
    );
    assert.deepEqual((await listEvents(house.bram, range)).items, []);
    const userIds = house.sanne.actor.kind === 'user' ? house.sanne.actor.userId : '';
    assert.equal((await listBusy(house.bram, { ...range, userIds })).items.length, 1);
    await radicale.put('sanne', `${calendar}a.ics`, file('a', [...times, 'SUMMARY:Diner', 'SEQUENCE:1']));
    await read();
    const [renamed, other] = await listed();
    assert.deepEqual([renamed?.id, renamed?.title, other], [event?.id, 'Diner', undefined]);
    await radicale.remove('sanne', `${calendar}a.ics`);
    await read();
    assert.deepEqual(await listed(), []);
  });

  test('made, moved and taken out here it is told there, and reading it back changes nothing', async () => {
    const made = await createEvent(house.sanne, { title: 'Koffie', startsAt: '2026-11-23T09:00:00.000Z', calendarId });
    assert.equal(made.sync.state, 'waiting');
    await push();
    const [href = ''] = await radicale.list('sanne', calendar);
    assert.match((await radicale.get('sanne', href)) ?? '', /SUMMARY:Koffie/);
    await read();
    await updateEventFields(house.sanne, { eventId: made.id, startsAt: '2026-11-24T13:00:00.000Z' });
    await push();
    assert.match((await radicale.get('sanne', href)) ?? '', /DTSTART:20261124T130000Z/);
    await read();
    const [back, second] = await listed();
    assert.deepEqual([back?.id, back?.sync.state, second], [made.id, 'same', undefined]);
    await removeEvent(house.sanne, { eventId: made.id });
    await push();
    assert.deepEqual(await radicale.list('sanne', calendar), []);
    await read();
    await undoChange(house.sanne, {});
    await push();
    assert.equal((await radicale.list('sanne', calendar)).length, 1, 'brought back here, it is made there again');
    assert.equal((await listed())[0]?.sync.state, 'same');
  });

  test('an answer that never came: told again it is still one event; a server that is down is tried again later', async () => {
    await createEvent(house.sanne, { title: 'Koffie', startsAt: '2026-11-23T09:00:00.000Z', calendarId });
    radicale.setFault('lost');
    await push();
    assert.equal((await radicale.list('sanne', calendar)).length, 1);
    const [waiting] = await listed();
    assert.deepEqual([waiting?.sync.state, waiting?.sync.problem], ['waiting', 'cut-off']);
    radicale.setFault(null);
    await push();
    assert.equal((await listed())[0]?.sync.state, 'waiting', 'not before its time');
    later(2);
    await pushAll(house.system, still);
    assert.equal((await listed())[0]?.sync.state, 'same');
    await updateEventFields(house.sanne, { eventId: waiting?.id ?? '', title: 'Thee' });
    radicale.setFault('lost');
    await push();
    radicale.setFault('down');
    later(2);
    await push();
    radicale.setFault(null);
    later(5);
    await push();
    assert.equal((await listed())[0]?.sync.state, 'same');
    assert.equal((await radicale.list('sanne', calendar)).length, 1);
    await read();
    assert.deepEqual(
      (await listed()).map(({ title }) => title),
      ['Thee'],
    );
  });

  test('changed on both sides: both versions are shown, and the one that is chosen stays', async () => {
    for (const keep of ['mine', 'theirs'] as const) {
      await radicale.put('sanne', `${calendar}${keep}.ics`, file(keep, [...times, 'SUMMARY:Overleg']));
      await read();
      const event = (await listed()).find(({ title }) => title === 'Overleg') ?? assert.fail();
      await updateEventFields(house.sanne, { eventId: event.id, title: 'Mijn overleg' });
      await radicale.put(
        'sanne',
        `${calendar}${keep}.ics`,
        file(keep, [...times, 'SUMMARY:Hun overleg', 'SEQUENCE:2']),
      );
      if (keep === 'mine') await push();
      else await read();
      const clash = await getEvent(house.sanne, { eventId: event.id });
      assert.deepEqual(
        [clash.title, clash.sync.state, clash.sync.theirs?.title],
        ['Mijn overleg', 'clash', 'Hun overleg'],
      );
      await read();
      await push();
      assert.equal(
        (await getEvent(house.sanne, { eventId: event.id })).title,
        'Mijn overleg',
        'nothing is lost meanwhile',
      );
      await settleEvent(house.sanne, { eventId: event.id, keep });
      await push();
      await read();
      const settled = await getEvent(house.sanne, { eventId: event.id });
      const there = (await radicale.get('sanne', `${calendar}${keep}.ics`)) ?? '';
      const expected = keep === 'mine' ? 'Mijn overleg' : 'Hun overleg';
      assert.deepEqual([settled.title, settled.sync.state], [expected, 'same']);
      assert.match(there, new RegExp(`SUMMARY:${expected}`));
      await removeEvent(house.sanne, { eventId: event.id });
      await push();
    }
  });

  test('one time of a series is moved or taken out here, and the rest of it stays', async () => {
    const rule = [...times, 'SUMMARY:Weekstart', 'RRULE:FREQ=WEEKLY;COUNT=4', 'X-OWN:stays'];
    await radicale.put('sanne', `${calendar}s.ics`, file('s', rule));
    await read();
    const all = await listed();
    assert.deepEqual(
      all.map(({ startsAt }) => startsAt.slice(0, 10)),
      ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'],
    );
    await updateEventFields(house.sanne, { eventId: all[1]?.id ?? '', startsAt: '2026-12-01T09:00:00.000Z' });
    await removeEvent(house.sanne, { eventId: all[2]?.id ?? '' });
    await push();
    const raw = (await radicale.get('sanne', `${calendar}s.ics`)) ?? '';
    assert.match(raw, /EXDATE;TZID=Europe\/Amsterdam:20261207T100000/);
    assert.match(raw, /RECURRENCE-ID;TZID=Europe\/Amsterdam:20261130T100000/);
    assert.match(raw, /X-OWN:stays/);
    await sql`update connection_places set cursor = null`.execute(house.db);
    await read();
    const left = (await listed()).map(({ id, startsAt }) => [id, startsAt]);
    assert.deepEqual(left, [
      [all[0]?.id, '2026-11-23T09:00:00.000Z'],
      [all[1]?.id, '2026-12-01T09:00:00.000Z'],
      [all[3]?.id, '2026-12-14T09:00:00.000Z'],
    ]);
  });

  test('who said they would come were there; who did not, or an invitation nobody answered, is no contact', async () => {
    const person = (address: string, answer: string) =>
      `ATTENDEE;CN=${address.split('@')[0]};PARTSTAT=${answer}:mailto:${address}`;
    const past = ['DTSTART:20261120T090000Z', 'DTEND:20261120T100000Z'];
    const own = ['ORGANIZER:mailto:sanne@overkant.nl', person('sanne@overkant.nl', 'ACCEPTED')];
    await createParty(house.sanne, {
      kind: 'person',
      name: 'Ans',
      identities: [{ kind: 'mail', value: 'ans@cafeans.nl', label: null }],
    });
    await radicale.put(
      'sanne',
      `${calendar}a.ics`,
      file('a', [...past, ...own, person('ans@cafeans.nl', 'ACCEPTED'), person('henk@halm.nl', 'DECLINED')]),
    );
    await radicale.put(
      'sanne',
      `${calendar}b.ics`,
      file('b', [...past, 'ORGANIZER:mailto:yara@zeven.nl', person('sanne@overkant.nl', 'NEEDS-ACTION')]),
    );
    await radicale.put(
      'sanne',
      `${calendar}c.ics`,
      file('c', [...past, 'ORGANIZER;CN=Yara:mailto:yara@zeven.nl', person('sanne@overkant.nl', 'ACCEPTED')]),
    );
    await radicale.put(
      'sanne',
      `${calendar}d.ics`,
      file('d', [...past, ...own, person('ans@cafeans.nl', 'ACCEPTED'), 'STATUS:CANCELLED']),
    );
    await radicale.put(
      'sanne',
      `${calendar}e.ics`,
      file('e', [...past, ...own, person('ans@cafeans.nl', 'ACCEPTED'), 'CLASS:PRIVATE']),
    );
    await read();
    await noteMeetings(house.system, still);
    await noteMeetings(house.system, still);
    const meetings = async () =>
      (
        await sql<{ key: string; sender: string; people: string[] }>`
          select i.source_key as key, f.name as sender, array(select p.name from parties p where p.id = any(i.to_parties) order by 1) as people
          from interactions i join parties f on f.id = i.from_party where i.channel = 'meeting' order by 1`.execute(
          house.db,
        )
      ).rows.map(({ key, sender, people }) => [key, sender, ...people]);
    assert.deepEqual(await meetings(), [
      ['a', 'Sanne de Vries', 'Ans'],
      ['c', 'Yara', 'Sanne de Vries'],
    ]);
    await radicale.put(
      'sanne',
      `${calendar}a.ics`,
      file('a', [...past, ...own, person('ans@cafeans.nl', 'DECLINED'), 'SEQUENCE:1']),
    );
    await radicale.remove('sanne', `${calendar}c.ics`);
    await read();
    await noteMeetings(house.system, still);
    assert.deepEqual(await meetings(), [], 'she said no after all, and the other was taken out');
  });
});

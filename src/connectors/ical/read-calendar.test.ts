import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CalendarObject } from '#services/agenda/calendars.ts';
import { startCalendarParser } from './calendar-parser.ts';
import { readCalendar } from './read-calendar.ts';
import { writeCalendar } from './write-calendar.ts';

const nowMs = Date.parse('2026-11-21T09:00:00.000Z');
const year = 366 * 86_400_000;
const window = { fromMs: nowMs - year, untilMs: nowMs + year };
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:u', 'SUMMARY:Iets', ...lines, 'END:VEVENT'];
const read = (text: string, isOnlyWindow = false): CalendarObject[] =>
  readCalendar(Buffer.from(text), { window, timeZone: 'Europe/Amsterdam', isOnlyWindow });
const startsOf = (text: string) => read(text)[0]?.occurrences.map(({ startsAt }) => startsAt.slice(0, 16)) ?? [];

test('nine o’clock stays nine by its own clock, in summer and winter, also by the names that Outlook uses', () => {
  const weekly = 'RRULE:FREQ=MONTHLY;COUNT=3';
  const expected = ['2026-09-15T07:00', '2026-10-15T07:00', '2026-11-15T08:00'];
  for (const zone of ['Europe/Amsterdam', 'W. Europe Standard Time', '/mozilla.org/20050126_1/Europe/Amsterdam']) {
    assert.deepEqual(startsOf(calendar(...event(`DTSTART;TZID=${zone}:20260915T090000`, weekly))), expected, zone);
  }
  assert.deepEqual(
    startsOf(calendar(...event('DTSTART:20260915T090000', weekly))),
    expected,
    'the firm’s own, for what names none',
  );
});

test('a zone of the file’s own is read by the rules that stand in it', () => {
  const zone = [
    ...['BEGIN:VTIMEZONE', 'TZID:Ons uur', 'BEGIN:STANDARD', 'DTSTART:20000101T000000', 'TZOFFSETFROM:+0300'],
    ...['TZOFFSETTO:+0300', 'END:STANDARD', 'END:VTIMEZONE'],
  ];
  assert.deepEqual(startsOf(calendar(...zone, ...event('DTSTART;TZID=Ons uur:20261123T120000'))), ['2026-11-23T09:00']);
});

test('exceptions stand in their place, what is left out is gone, and a day that is left out means its time', () => {
  const rule = ['DTSTART;TZID=Europe/Amsterdam:20261102T100000', 'RRULE:FREQ=WEEKLY;UNTIL=20261130T090000Z'];
  const moved = [
    'RECURRENCE-ID;TZID=Europe/Amsterdam:20261109T100000',
    'DTSTART;TZID=Europe/Amsterdam:20261110T150000',
  ];
  const left = ['EXDATE;TZID=Europe/Amsterdam:20261116T100000', 'EXDATE;VALUE=DATE:20261123'];
  const [object] = read(calendar(...event(...rule, ...left), ...event(...moved)));
  assert.deepEqual(
    object?.occurrences.map(({ recurrenceId, startsAt }) => [recurrenceId.slice(5, 16), startsAt.slice(5, 16)]),
    [
      ['11-02T09:00', '11-02T09:00'],
      ['11-30T09:00', '11-30T09:00'],
      ['11-09T09:00', '11-10T14:00'],
    ],
  );
});

test('whole days end on their last one, have no zone, and come again on their day', () => {
  const [fair] =
    read(calendar(...event('DTSTART;VALUE=DATE:20261125', 'DTEND;VALUE=DATE:20261127')))[0]?.occurrences ?? [];
  assert.deepEqual([fair?.startsOn, fair?.endsOn], ['2026-11-25', '2026-11-26']);
  const yearly = read(calendar(...event('DTSTART;VALUE=DATE:19800517', 'RRULE:FREQ=YEARLY')))[0]?.occurrences ?? [];
  assert.deepEqual(
    yearly.map(({ startsOn }) => startsOn),
    ['2026-05-17', '2027-05-17'],
  );
});

test('who is asked and what they said; rooms are nobody; called off, private, free and tentative are told apart', () => {
  const [object] = read(
    calendar(
      ...event(
        ...[
          'DTSTART:20261123T090000Z',
          'DURATION:PT90M',
          'STATUS:TENTATIVE',
          'CLASS:CONFIDENTIAL',
          'TRANSP:TRANSPARENT',
        ],
        ...[
          'ORGANIZER;CN="Vries, Sanne de":MAILTO:Sanne@Overkant.NL',
          'ATTENDEE;PARTSTAT=DECLINED:mailto:ans@cafeans.nl',
        ],
        ...['ATTENDEE;CUTYPE=ROOM:mailto:zaal@overkant.nl', 'ATTENDEE;EMAIL=bram@overkant.nl:urn:uuid:1234'],
      ),
    ),
  );
  const [once] = object?.occurrences ?? [];
  assert.deepEqual(once?.organiser, { address: 'sanne@overkant.nl', name: 'Vries, Sanne de', answer: 'yes' });
  assert.deepEqual(
    once?.attendees.map(({ address, answer }) => [address, answer]),
    [
      ['ans@cafeans.nl', 'no'],
      ['bram@overkant.nl', 'none'],
    ],
  );
  assert.deepEqual(
    [once?.endsAt, once?.status, once?.isPrivate, once?.isBusy],
    ['2026-11-23T10:30:00.000Z', 'tentative', true, false],
  );
});

test('a rule without end or sense is bounded; what cannot be is left out, the rest stays', () => {
  const every = read(calendar(...event('DTSTART:20261101T000000Z', 'RRULE:FREQ=SECONDLY')))[0]?.occurrences ?? [];
  assert.ok(every.length <= 1_500, String(every.length));
  const [object] = read(calendar(...event('DTSTART:20261123T090000Z', 'DTEND:20251123T090000Z')));
  assert.equal(object?.occurrences[0]?.endsAt, '2026-11-23T09:00:00.000Z', 'an end before its beginning takes no time');
  assert.deepEqual(read(calendar(...event('SUMMARY:zonder begin'))), []);
  assert.deepEqual(read(calendar('BEGIN:VTODO', 'UID:t', 'SUMMARY:taak', 'END:VTODO')), []);
  assert.throws(() => read('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:x\r\nEND:VCARD\r\n'));
  const long = read(calendar(...event('DTSTART:20261123T090000Z', `DESCRIPTION:${'x'.repeat(100_000)}`)))[0];
  assert.equal(long?.occurrences[0]?.description?.length, 8_000);
});

test('whatever is made of a calendar, it is read or refused at once, and all of it can be stored', () => {
  const base = calendar(
    ...event(
      'DTSTART;TZID=Europe/Amsterdam:20261123T100000',
      'RRULE:FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=2',
      'EXDATE:20261201T090000Z',
    ),
  );
  const pieces = [
    'FREQ=MINUTELY',
    'INTERVAL=0',
    'COUNT=-1',
    'BYDAY=53XX',
    'T250000',
    '00000000',
    '\u0000',
    '\ud800',
    ';TZID=',
    '99999999T999999',
    'UNTIL=0',
    'BYSETPOS=400',
  ];
  fc.assert(
    fc.property(fc.nat(base.length), fc.nat(30), fc.constantFrom(...pieces), (at, cut, piece) => {
      const text = base.slice(0, at) + piece + base.slice(at + cut);
      const startedMs = performance.now();
      let objects: CalendarObject[] = [];
      try {
        objects = read(text);
      } catch {
        // Refused: kept as it came, to be looked at.
      }
      assert.ok(performance.now() - startedMs < 2_000, text);
      for (const { startsAt, endsAt, title } of objects.flatMap(({ occurrences }) => occurrences)) {
        assert.ok(Date.parse(endsAt) >= Date.parse(startsAt), `${startsAt} ${endsAt}`);
        assert.ok(title.isWellFormed() && !title.includes('\0'));
      }
    }),
    { numRuns: 400, seed: 20_261_122 },
  );
});

test('what is written reads back the same, and what others wrote in it stays', () => {
  const raw = calendar(
    'X-WR-CALNAME:Werk',
    ...event(
      'DTSTART:20261123T090000Z',
      'DTEND:20261123T100000Z',
      'X-OWN:1',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-PT15M',
      'END:VALARM',
    ),
  );
  const [once] = read(raw)[0]?.occurrences ?? [];
  assert.ok(once);
  const changed = {
    ...once,
    title: 'Anders; "zo", en\nover twee regels',
    startsAt: '2026-11-24T09:00:00.000Z',
    endsAt: '2026-11-24T09:45:00.000Z',
  };
  const edit = {
    uid: 'u',
    told: [{ recurrenceId: '', occurrence: changed }],
    atMs: nowMs,
    timeZone: 'Europe/Amsterdam',
    isInvitation: false,
  };
  const text = writeCalendar(Buffer.from(raw), edit);
  const [back] = read(text)[0]?.occurrences ?? [];
  assert.deepEqual([back?.startsAt, back?.endsAt, back?.sequence], [changed.startsAt, changed.endsAt, 1]);
  assert.equal(back?.title, 'Anders; "zo", en over twee regels');
  for (const kept of ['X-OWN:1', 'BEGIN:VALARM', 'X-WR-CALNAME:Werk']) assert.ok(text.includes(kept), kept);
});

test('in the limited process one that hangs the reader does not hold up the next', async () => {
  const parser = startCalendarParser();
  try {
    const good = Buffer.from(calendar(...event('DTSTART:20261123T090000Z')));
    const [first, second] = await parser.read([Buffer.from('geen agenda'), good], {
      nowMs,
      timeZone: 'Europe/Amsterdam',
    });
    assert.deepEqual(first, { problem: 'calendar-malformed' });
    assert.ok(Array.isArray(second) && second.length === 1);
  } finally {
    parser.stop();
  }
});

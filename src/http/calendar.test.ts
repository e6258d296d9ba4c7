import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ICAL from 'ical.js';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';

let app: TestApp;
let joris: TestUser;
let sanne: TestUser;
before(async () => {
  app = await testApp();
  joris = await app.addUser('Joris', 'owner');
  sanne = await app.addUser('Sanne');
});
after(() => app.close());

const pathOf = (url: string | null) => new URL(url ?? '').pathname;
const read = async (url: string | null) => {
  const answer = await app.call({ url: pathOf(url) });
  assert.equal(answer.statusCode, 200, answer.body);
  assert.match(answer.headers['content-type'] as string, /^text\/calendar/);
  const calendar = new ICAL.Component(ICAL.parse(answer.body));
  return new Map(
    calendar.getAllSubcomponents('vevent').map((event) => [String(event.getFirstPropertyValue('summary')), event]),
  );
};
const statusOf = async (url: string | null) => (await app.call({ url: pathOf(url) })).statusCode;

test('without a link there is none; made, it opens without a session, and is the user’s own', async () => {
  assert.equal((await sanne.client.calendarFeeds.get({})).url, null);
  const { url } = await sanne.client.calendarFeeds.renew({});
  assert.match(url ?? '', /\/api\/calendar\/[\w-]{43}\.ics$/);
  await sanne.client.tasks.create({
    body: { title: 'Proefpakket; voor "Ans", snel', dueOn: '2027-07-01', dueTime: '09:00' },
  });
  await sanne.client.tasks.create({ body: { title: 'Hele dag', dueOn: '2027-07-02' } });
  await sanne.client.tasks.create({ body: { title: 'Zonder dag' } });
  await joris.client.tasks.create({ body: { title: 'Van Joris', dueOn: '2027-07-01' } });
  const events = await read(url);
  assert.deepEqual([...events.keys()].sort(), ['Hele dag', 'Proefpakket; voor "Ans", snel']);
  const timed = new ICAL.Event(events.get('Proefpakket; voor "Ans", snel') as ICAL.Component);
  assert.equal(timed.startDate.toJSDate().toISOString(), '2027-07-01T07:00:00.000Z', 'nine in Amsterdam, in summer');
  const whole = new ICAL.Event(events.get('Hele dag') as ICAL.Component);
  assert.deepEqual([whole.startDate.isDate, whole.startDate.toString()], [true, '2027-07-02']);
  assert.ok((await sanne.client.calendarFeeds.get({})).readAt !== null);
});

test('birthdays come every year, also of an unknown year; promises by their moment; nothing of what is private to others', async () => {
  const { client } = sanne;
  const ans = await client.parties.create({ body: { kind: 'person', name: 'Ans', birthday: '--05-17' } });
  const bob = await client.parties.create({ body: { kind: 'person', name: 'Bob', birthday: '1996-02-29' } });
  const cas = await client.parties.create({ body: { kind: 'person', name: 'Cas', birthday: '--01-01' } });
  for (const { id: partyId } of [ans, bob]) {
    await client.interactions.record({ body: { channel: 'call', at: '2026-03-01T10:00:00.000Z', to: [{ partyId }] } });
  }
  await client.promises.create({
    body: { partyId: ans.id, owedBy: 'ours', text: 'Proef', dueAt: '2027-03-01T10:00:00.000Z' },
  });
  await client.keepInTouch.create({ body: { partyId: bob.id, everyDays: 3650 } });
  await client.parties.decide({ body: { decisions: [{ partyId: cas.id, role: 'private' }] } });
  const { url } = await client.calendarFeeds.renew({});
  const events = await read(url);
  const years = (summary: string) => {
    const event = new ICAL.Event(events.get(summary) as ICAL.Component);
    const steps = event.iterator();
    return Array.from({ length: 30 }, () => steps.next()?.toString()).filter((day) => /^202[78]/.test(day ?? ''));
  };
  assert.deepEqual(years('Verjaardag van Ans'), ['2027-05-17', '2028-05-17']);
  assert.ok(events.has('Verjaardag van Bob'));
  assert.ok(!events.has('Verjaardag van Cas'), 'nobody she has to do with');
  assert.ok(events.has('Toegezegd aan Ans: Proef'));
  assert.ok(events.has('Contact houden met Bob'));
  const { url: others } = await joris.client.calendarFeeds.renew({});
  const seen = [...(await read(others)).keys()];
  assert.deepEqual(
    seen.filter((summary) => /Ans|Bob|Cas/.test(summary)),
    [],
  );
});

test('what becomes private to somebody else goes from the calendar at once', async () => {
  const { client } = joris;
  const party = await client.parties.create({ body: { kind: 'person', name: 'Dirk' } });
  await client.tasks.create({ body: { title: 'Dirk mailen', partyId: party.id, dueOn: '2027-07-01' } });
  const { url } = await client.calendarFeeds.get({});
  assert.ok((await read(url)).has('Dirk mailen (Dirk)'));
  await app.admin.query(`update parties set visibility = 'private' where id = $1`, [party.id]);
  assert.ok(!(await read(url)).has('Dirk mailen (Dirk)'));
});

test('what is planned in the own agenda stands in it: whole days as days, and nothing of colleagues', async () => {
  const { client } = sanne;
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  await client.agenda.create({ body: { title: 'Koffie', startsAt: at(24), endsAt: at(25), location: 'Brink 12' } });
  const startsOn = at(48).slice(0, 10);
  await client.agenda.create({ body: { title: 'Beurs', startsOn } });
  await joris.client.agenda.create({ body: { title: 'Van Joris zelf', startsAt: at(24) } });
  const { url } = await client.calendarFeeds.get({});
  const events = await read(url ?? (await client.calendarFeeds.renew({})).url);
  const coffee = new ICAL.Event(events.get('Koffie') as ICAL.Component);
  assert.deepEqual([coffee.location, coffee.duration.toSeconds()], ['Brink 12', 3600]);
  const fair = new ICAL.Event(events.get('Beurs') as ICAL.Component);
  assert.deepEqual([fair.startDate.isDate, fair.startDate.toString()], [true, startsOn]);
  assert.ok(!events.has('Van Joris zelf'));
});

test('a new link ends the old one, ending it ends both, and a change of role or a removal too', async () => {
  const { url: first } = await sanne.client.calendarFeeds.renew({});
  const { url: second } = await sanne.client.calendarFeeds.renew({});
  assert.deepEqual([await statusOf(first), await statusOf(second)], [404, 200]);
  await sanne.client.calendarFeeds.remove({});
  assert.equal(await statusOf(second), 404);
  const bram = await app.addUser('Bram');
  const { url: his } = await bram.client.calendarFeeds.renew({});
  assert.equal(await statusOf(his), 200);
  await joris.client.users.remove({ params: { userId: bram.id } });
  assert.equal(await statusOf(his), 404);
});

test('the link lies in the database as a hash and a seal only; guesses are counted', async () => {
  const { url } = await sanne.client.calendarFeeds.renew({});
  const token = /([\w-]{43})\.ics$/.exec(url ?? '')?.[1] ?? '';
  const { rows } = await app.admin.query('select * from calendar_feeds');
  assert.ok(!JSON.stringify(rows).includes(token));
  const statuses: number[] = [];
  for (const guess of ['x.ics', 'a.txt', `${'A'.repeat(43)}.ics`, '..%2f..%2fetc.ics']) {
    statuses.push((await app.call({ url: `/api/calendar/${guess}` })).statusCode);
  }
  assert.deepEqual(new Set(statuses), new Set([404]));
  for (let asked = 0; asked < 40; asked += 1) statuses.push(await statusOf(url));
  assert.ok(statuses.includes(429));
});

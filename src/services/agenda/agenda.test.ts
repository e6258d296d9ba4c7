import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type House, testHouse, testNow } from '#test/house.ts';
import { AppError } from '../app-error.ts';
import { briefEvent } from '../briefs/brief-event.ts';
import { setBriefSettings } from '../briefs/brief-settings.ts';
import { getBrief } from '../briefs/get-brief.ts';
import { type BriefFacts, sendBriefs } from '../briefs/send-briefs.ts';
import { undoChange } from '../changes/undo-change.ts';
import type { Context, Letter } from '../context.ts';
import { createParty } from '../parties/change-party.ts';
import { listPartyTimeline } from '../parties/timeline.ts';
import { decideTriage } from '../parties/triage.ts';
import { createFault } from '../promises/faults.ts';
import { createEvent, removeEvent, updateEventFields } from './change-event.ts';
import { getEvent, listBusy, listEvents } from './list-events.ts';
import { noteMeetings } from './note-meetings.ts';
import { writeInvitation } from './write-invitation.ts';

let house: House;
let letters: Letter[];
before(async () => {
  house = await testHouse();
  letters = [];
});
after(() => house.drop());

const still = new AbortController().signal;
const week = { from: '2026-11-16T00:00:00.000Z', until: '2026-11-30T00:00:00.000Z' };
const userOf = ({ actor }: Context) => (actor.kind === 'user' ? actor : assert.fail());

async function addAns(ctx: Context): Promise<string> {
  const person = {
    kind: 'person',
    name: 'Ans Bakker',
    identities: [{ kind: 'mail', value: 'ans@cafeans.nl', label: null }],
  };
  return (await createParty(ctx, person as Parameters<typeof createParty>[1])).id;
}

test('planned, moved and moved back; a colleague who takes part sees it and cannot change it, others only that one is busy', async () => {
  const ans = await addAns(house.sanne);
  const bram = userOf(house.bram);
  const people = [{ partyId: ans }, { partyId: bram.partyId ?? '' }];
  const made = await createEvent(house.sanne, { title: 'Proeverij', startsAt: '2026-11-23T09:00:00.000Z', people });
  assert.equal(made.endsAt, '2026-11-23T10:00:00.000Z', 'an hour, when nobody says otherwise');
  assert.deepEqual(
    made.people.map(({ name, isOurs }) => [name, isOurs]),
    [
      ['Ans Bakker', false],
      ['Bram Jansen', true],
    ],
  );
  const moved = await updateEventFields(house.sanne, { eventId: made.id, startsAt: '2026-11-24T13:00:00.000Z' });
  assert.equal(moved.endsAt, '2026-11-24T14:00:00.000Z', 'it lasts as long as it did');
  const hisList = await listEvents(house.bram, week);
  assert.deepEqual(
    hisList.items.map(({ id, isMine, mayEdit }) => [id, isMine, mayEdit]),
    [[made.id, false, false]],
  );
  await assert.rejects(updateEventFields(house.bram, { eventId: made.id, title: 'x' }), new AppError('not-allowed'));
  const busy = await listBusy(house.bram, { ...week, userIds: userOf(house.sanne).userId });
  assert.deepEqual(Object.keys(busy.items[0] ?? {}).sort(), ['endsAt', 'startsAt', 'userId']);
  await undoChange(house.sanne, {});
  assert.equal((await getEvent(house.sanne, { eventId: made.id })).startsAt, '2026-11-23T09:00:00.000Z');
  await updateEventFields(house.sanne, { eventId: made.id, isPrivate: true });
  await assert.rejects(getEvent(house.bram, { eventId: made.id }), new AppError('not-found'));
  await removeEvent(house.sanne, { eventId: made.id });
  assert.deepEqual((await listEvents(house.sanne, week)).items, []);
  await undoChange(house.sanne, {});
  assert.equal((await listEvents(house.sanne, week)).items.length, 1);
});

test('whole days have no zone; an end before its beginning, a stale version and a range without end are refused', async () => {
  const made = await createEvent(house.bram, { title: 'Beurs', startsOn: '2026-11-25', endsOn: '2026-11-26' });
  assert.deepEqual([made.startsAt, made.endsAt], ['2026-11-24T23:00:00.000Z', '2026-11-26T23:00:00.000Z']);
  const moved = await updateEventFields(house.bram, { eventId: made.id, startsOn: '2026-11-27' });
  assert.deepEqual([moved.startsOn, moved.endsOn], ['2026-11-27', '2026-11-28']);
  await updateEventFields(house.bram, { eventId: made.id, ifVersion: 2, location: 'Zwolle' });
  const late = updateEventFields(house.bram, { eventId: made.id, ifVersion: 2, location: 'Deventer' });
  await assert.rejects(late, (error) => error instanceof AppError && error.code === 'stale');
  const wrong = createEvent(house.bram, {
    title: 'x',
    startsAt: '2026-11-23T09:00:00.000Z',
    endsAt: '2026-11-23T08:00:00.000Z',
  });
  await assert.rejects(wrong, (error) => error instanceof AppError && error.problems[0]?.code === 'ends-before-start');
  await assert.rejects(listEvents(house.bram, { ...week, until: '2030-01-01T00:00:00.000Z' }));
  await removeEvent(house.bram, { eventId: made.id });
});

test('a meeting is contact once it is over, follows when it is moved, and goes when it is taken out', async () => {
  const party = await createParty(house.sanne, { kind: 'person', name: 'Yara' } as never);
  const moments = async () =>
    (await listPartyTimeline(house.sanne, { partyId: party.id, kinds: ['meeting'] })).items.map(({ at }) => at);
  const made = await createEvent(house.sanne, {
    title: 'Bezoek',
    startsAt: '2026-11-21T10:00:00.000Z',
    people: [{ partyId: party.id }],
  });
  const secret = await createEvent(house.sanne, {
    ...{ title: 'Arts', startsAt: '2026-11-21T09:30:00.000Z', isPrivate: true, people: [{ partyId: party.id }] },
  });
  await noteMeetings(house.system, still);
  assert.deepEqual(await moments(), [], 'it has not been yet');
  house.setNow(new Date('2026-11-21T11:00:01.000Z'));
  await noteMeetings(house.system, still);
  await noteMeetings(house.system, still);
  assert.deepEqual(await moments(), ['2026-11-21T10:00:00.000Z'], 'once, and of what is private nothing');
  await updateEventFields(house.sanne, { eventId: made.id, startsAt: '2026-11-21T09:45:00.000Z' });
  assert.deepEqual(await moments(), ['2026-11-21T09:45:00.000Z']);
  await updateEventFields(house.sanne, { eventId: made.id, startsAt: '2026-11-22T09:45:00.000Z' });
  assert.deepEqual(await moments(), [], 'it turned out to be tomorrow');
  house.setNow(new Date('2026-11-22T11:00:00.000Z'));
  await noteMeetings(house.system, still);
  assert.equal((await moments()).length, 1);
  await removeEvent(house.sanne, { eventId: made.id });
  assert.deepEqual(await moments(), []);
  await undoChange(house.sanne, {});
  await noteMeetings(house.system, still);
  assert.equal((await moments()).length, 1, 'brought back it has been after all');
  const rows = await sql`select from interactions where channel = 'meeting'`.execute(house.db);
  assert.equal(rows.rows.length, 1);
  await removeEvent(house.sanne, { eventId: secret.id });
  house.setNow(testNow);
});

test('a relation that is private is not named to a colleague who takes part in the same meeting', async () => {
  const sister = await createParty(house.sanne, { kind: 'person', name: 'Zus van Sanne' } as never);
  const bram = userOf(house.bram);
  const people = [{ partyId: sister.id }, { partyId: bram.partyId ?? '' }];
  const made = await createEvent(house.sanne, { title: 'Lunch', startsAt: '2026-11-24T11:00:00.000Z', people });
  await decideTriage(house.sanne, { decisions: [{ partyId: sister.id, role: 'private' }] });
  const seen = await getEvent(house.bram, { eventId: made.id });
  assert.ok(!JSON.stringify(seen).includes('Zus'), JSON.stringify(seen.people));
  assert.ok((await getEvent(house.sanne, { eventId: made.id })).people.some(({ name }) => name === 'Zus van Sanne'));
  const briefs = (await briefEvent(house.bram, { eventId: made.id })).briefs;
  assert.deepEqual(briefs, []);
  await removeEvent(house.sanne, { eventId: made.id });
});

test('the brief says what is owed first, and asks nothing of who would rather not be contacted', async () => {
  const quiet = await createParty(house.sanne, { kind: 'person', name: 'Vos', contactWish: 'rather-not' } as never);
  assert.equal((await getBrief(house.sanne, { partyId: quiet.id })).say.reason, 'listen');
  const fresh = await createParty(house.sanne, { kind: 'person', name: 'Tess' } as never);
  assert.equal((await getBrief(house.sanne, { partyId: fresh.id })).say.reason, 'first-time');
  for (const { id: partyId } of [quiet, fresh]) {
    await createFault(house.sanne, { partyId, what: 'Verkeerde bonen', at: '2026-11-01T10:00:00.000Z' });
    const { say, open } = await getBrief(house.sanne, { partyId });
    assert.deepEqual([say.reason, say.names.text, open[0]?.kind], ['make-good', 'Verkeerde bonen', 'fault']);
  }
  await assert.rejects(
    getBrief(house.sanne, { partyId: '00000000-0000-7000-8000-000000000000' }),
    new AppError('not-found'),
  );
});

test('it is mailed once, an hour before, to who asked for it, and again only when the meeting is moved', async () => {
  const asked: BriefFacts[] = [];
  const outgoing = { ...house.system.ports.outgoing, sendMail: async (letter: Letter) => void letters.push(letter) };
  const system = { ...house.system, ports: { ...house.system.ports, outgoing } };
  const send = () =>
    sendBriefs(system, (facts) => {
      asked.push(facts);
      return { subject: facts.event.title, text: '', html: '' };
    });
  const ans = await createParty(house.bram, { kind: 'person', name: 'Henk' } as never);
  const made = await createEvent(house.bram, {
    ...{ title: 'Koffie', startsAt: '2026-11-21T10:30:00.000Z', people: [{ partyId: ans.id }] },
  });
  await send();
  assert.equal(letters.length, 0, 'nobody asked');
  await setBriefSettings(house.bram, { mail: 'hour-before' });
  await send();
  assert.equal(letters.length, 0, 'not yet');
  house.setNow(new Date('2026-11-21T09:31:00.000Z'));
  await send();
  await send();
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['bram@overkant.nl'],
  );
  assert.equal(asked[0]?.briefs[0]?.party.name, 'Henk');
  await updateEventFields(house.bram, { eventId: made.id, startsAt: '2026-11-23T10:30:00.000Z' });
  house.setNow(new Date('2026-11-23T09:45:00.000Z'));
  await send();
  assert.equal(letters.length, 2);
  await setBriefSettings(house.bram, { mail: 'evening-before' });
  await createEvent(house.bram, {
    title: 'Vroeg',
    startsAt: '2026-11-24T07:00:00.000Z',
    people: [{ partyId: ans.id }],
  });
  await send();
  assert.equal(letters.length, 2, 'it is not evening');
  house.setNow(new Date('2026-11-23T17:00:00.000Z'));
  await send();
  assert.equal(letters.at(-1)?.subject, 'Vroeg');
  house.setNow(testNow);
});

test('an invitation is a calendar file that another calendar can read', async () => {
  const made = await createEvent(house.sanne, {
    ...{ title: 'Proeverij; met "taart"', startsAt: '2026-11-25T09:00:00.000Z', location: 'Deventer, aan de kade' },
    people: [{ address: 'Gast@Elders.nl' }],
  });
  const { text, addresses } = await writeInvitation(house.sanne, { eventId: made.id });
  assert.deepEqual(addresses, ['gast@elders.nl']);
  assert.match(text, /METHOD:REQUEST/);
  const read = await house.sanne.ports.calendars.read(text, { nowMs: testNow.getTime(), timeZone: 'Europe/Amsterdam' });
  const [once] = read?.occurrences ?? [];
  assert.deepEqual(
    [once?.title, once?.startsAt, once?.location],
    ['Proeverij; met "taart"', made.startsAt, made.location],
  );
  assert.deepEqual([once?.organiser?.address, once?.attendees[0]?.address], ['sanne@overkant.nl', 'gast@elders.nl']);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse, testNow } from '#test/house.ts';
import { refreshFigures } from '../figures/refresh-figures.ts';
import { settleFigures } from '../figures/refresh-soon.ts';
import { recordInteractions } from '../interactions/record-interaction.ts';
import { createFault, makeFaultGood } from '../promises/faults.ts';
import { createPromise } from '../promises/promises.ts';
import { listToday } from './list-today.ts';
import { markToday, unmarkToday } from './mark-today.ts';

const dayMs = 86_400_000;
let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const us = { kind: 'mail', value: 'sanne@overkant.nl', name: null } as const;
const plain = { subject: null, text: null, answers: [], asked: true, valence: null, benefits: [], order: null };
const daysAgo = (days: number) => new Date(testNow.getTime() - days * dayMs).toISOString();

function mails(name: string, days: readonly number[], source = 'Post', coveredUntil: string | null = null) {
  const them = { kind: 'mail', value: `${name}@ziggo.nl`, name } as const;
  const items = days.map((day, at) => ({
    ...plain,
    sourceKey: `${name} ${day}`,
    at: daysAgo(day),
    channel: 'mail' as const,
    kind: 'message' as const,
    from: at % 2 === 0 ? us : them,
    to: [at % 2 === 0 ? them : us],
  }));
  return recordInteractions(house.sanne, { source, coveredUntil, items });
}

const every = (gap: number, from: number, count: number) => Array.from({ length: count }, (_, at) => from + gap * at);
const today = async (ctx = house.sanne) => {
  await settleFigures(house.db, ctx.now);
  const { items } = await listToday(ctx);
  return items.map(({ kind, party }) => `${kind} ${party.name}`).sort();
};

test('who grew quiet is named with its own rhythm; who is on time, and who was not heard, is not', async () => {
  await mails('Ans', every(9, 31, 14));
  await mails('Weekly', every(7, 3, 14));
  await mails('Quarterly', every(91, 40, 7));
  await mails('Yearly', every(365, 200, 5));
  await mails('Unread', every(9, 95, 14), 'Oude post', daysAgo(93));
  await refreshFigures(house.system);
  const { items, notHeard } = await listToday(house.sanne);
  assert.deepEqual(
    items.map(({ kind, party }) => `${kind} ${party.name}`),
    ['growing-quiet Ans'],
  );
  assert.equal(items[0]?.numbers.silenceDays, 31);
  assert.ok(Math.abs((items[0]?.numbers.gapDays ?? 0) - 9) < 1e-9);
  assert.deepEqual(
    notHeard.map(({ label }) => label),
    ['Oude post'],
  );
});

test('snoozed, left in peace and done lines go, and come back when that is taken back or over', async () => {
  const ans = (await listToday(house.sanne)).items[0]?.party.id ?? '';
  const line = 'growing-quiet';
  await markToday(house.sanne, {
    partyId: ans,
    line,
    mark: 'snoozed',
    until: new Date(testNow.getTime() + dayMs).toISOString(),
  });
  assert.deepEqual(await today(), []);
  house.setNow(new Date(testNow.getTime() + 2 * dayMs));
  assert.deepEqual(await today(), ['growing-quiet Ans']);
  house.setNow(testNow);
  await unmarkToday(house.sanne, { partyId: ans, line });
  await markToday(house.sanne, { partyId: ans, line: 'leave-in-peace', mark: 'left-in-peace' });
  assert.deepEqual(await today(), []);
  await createPromise(house.sanne, { partyId: ans, owedBy: 'ours', text: 'Proefpakket', dueAt: daysAgo(1) });
  assert.deepEqual(await today(), ['promise-due Ans'], 'what we owe stays owed');
  await unmarkToday(house.sanne, { partyId: ans, line: 'leave-in-peace' });
});

test('a fault of ours stands there until it is made good; a colleague sees only the own relations', async () => {
  const weekly = 'Weekly';
  await mails(weekly, [2]);
  const { items } = await listToday(house.bram);
  assert.deepEqual(items, []);
  const { rows } = await house.db
    .selectFrom('parties')
    .select('id')
    .where('name', '=', weekly)
    .execute()
    .then((found) => ({ rows: found }));
  const partyId = rows[0]?.id ?? '';
  const fault = await createFault(house.bram, { partyId, what: 'Verkeerd geleverd', at: daysAgo(3) });
  assert.deepEqual(await today(house.bram), ['to-make-good Weekly']);
  await makeFaultGood(house.bram, { faultId: fault.id, how: 'Verteld en hersteld' });
  assert.deepEqual(await today(house.bram), []);
});

test('seven unasked mailings without an answer: leave in peace', async () => {
  const salon = { kind: 'mail', value: 'wit@salonwit.nl', name: 'Salon Wit' } as const;
  const items = every(11, 4, 7).map((day) => ({
    ...plain,
    asked: false,
    sourceKey: `wit ${day}`,
    at: daysAgo(day),
    channel: 'mail' as const,
    kind: 'mailing' as const,
    from: us,
    to: [salon],
  }));
  await recordInteractions(house.sanne, { source: 'Post', coveredUntil: null, items });
  await settleFigures(house.db, house.sanne.now);
  const { items: lines } = await listToday(house.sanne);
  const line = lines.find(({ kind }) => kind === 'leave-in-peace');
  assert.match(line?.party.name ?? '', /salon/i);
  assert.equal(line?.numbers.count, 7);
});

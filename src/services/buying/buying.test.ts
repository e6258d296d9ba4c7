import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse } from '#test/house.ts';
import { recordInteractions } from '../interactions/record-interaction.ts';
import { leastCustomers } from './buying-fit.ts';
import { fitBuyingOfFirm } from './fit-buying.ts';
import { getBuying } from './get-buying.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const dayMs = 86_400_000;
const rest = { text: null, subject: null, answers: [], asked: null, valence: null, benefits: [], order: null };

/** Orders of one customer, so many days ago each. */
function ordersOf(customer: string, daysAgo: readonly number[]) {
  const from = { kind: 'mail' as const, value: `inkoop@${customer.toLowerCase()}.nl`, name: customer };
  const to = [{ kind: 'mail' as const, value: 'bram@overkant.nl', name: null }];
  return daysAgo.map((days) => ({
    ...{ ...rest, from, to, keptLine: null, channel: 'order' as const, kind: 'order' as const },
    sourceKey: `${customer} ${days}`,
    at: new Date(house.system.now().getTime() - days * dayMs).toISOString(),
  }));
}

async function order(customer: string, daysAgo: readonly number[], coveredUntil: string | null = null) {
  const items = ordersOf(customer, daysAgo);
  await recordInteractions(house.sanne, { source: coveredUntil ? 'till' : 'mail', coveredUntil, items });
  const found = await house.db
    .selectFrom('parties')
    .select('id')
    .where('name', '=', customer)
    .executeTakeFirstOrThrow();
  return found.id;
}

const weekly = (from: number, until: number) =>
  Array.from({ length: Math.ceil((from - until) / 7) }, (_, at) => from - at * 7);

test('who ordered lately still buys, who is long silent hardly; who never ordered has no answer', async () => {
  const busy = await order('Bezig', weekly(200, 3));
  const silent = await order('Stil', weekly(400, 250));
  const { buying } = await getBuying(house.bram, { partyId: busy });
  assert.ok(buying && buying.alive > 0.9 && buying.low >= 2 && buying.high >= buying.expected, JSON.stringify(buying));
  // Where a firm begins, and that is said.
  assert.deepEqual([buying.fit.kind, buying.fit.customers, buying.fit.at], ['beta-geometric', 0, null]);
  assert.equal(buying.history.repeats + 1, weekly(200, 3).length);
  assert.equal(buying.orders.length + buying.left, weekly(200, 3).length);
  const quiet = (await getBuying(house.bram, { partyId: silent })).buying;
  assert.ok(quiet && quiet.alive < 0.05 && quiet.high === 0, JSON.stringify(quiet));
  const { id } = await house.db.selectFrom('parties').select('id').where('is_own', '=', true).executeTakeFirstOrThrow();
  assert.deepEqual(await getBuying(house.bram, { partyId: id }), { buying: null });
});

test('what was not read is no silence', async () => {
  const until = new Date(house.system.now().getTime() - 248 * dayMs).toISOString();
  const unread = await order('Ongelezen', weekly(401, 250), until);
  const { buying } = await getBuying(house.bram, { partyId: unread });
  assert.ok(buying && buying.alive > 0.8, JSON.stringify(buying));
  assert.equal(buying.asOf.slice(0, 10), until.slice(0, 10));
});

test('somebody private to one colleague does not exist for another, nor in what is fitted', async () => {
  const secret = await order('Zus', weekly(90, 5));
  await house.db.updateTable('parties').set({ visibility: 'private' }).where('id', '=', secret).execute();
  await assert.rejects(getBuying(house.bram, { partyId: secret }), { code: 'not-found' });
});

test('under a hundred customers every firm begins alike; from there on its own say how they buy', async () => {
  assert.equal(await fitBuyingOfFirm(house.system), null);
  for (let customer = 0; customer < leastCustomers; customer += 1) {
    const gap = 5 + (customer % 9) * 4;
    const stopped = customer % 3 === 0 ? 150 : 2;
    const times = Math.floor((360 - stopped) / gap);
    await order(
      `klant${customer}`,
      Array.from({ length: times }, (_, at) => 360 - at * gap),
    );
  }
  const fit = await fitBuyingOfFirm(house.system);
  assert.ok(fit && fit.customers >= leastCustomers && fit.heldIn?.length === 2, JSON.stringify(fit));
  const { id: partyId } = await house.db
    .selectFrom('identities')
    .select('party_id as id')
    .where('value', '=', 'inkoop@klant1.nl')
    .executeTakeFirstOrThrow();
  const { buying } = await getBuying(house.bram, { partyId });
  assert.equal(buying?.fit.customers, fit.customers);
  assert.ok(buying.alive > 0.8, JSON.stringify(buying));
  // The same orders give the same fit.
  assert.deepEqual((await fitBuyingOfFirm(house.system))?.model, fit.model);
});

/** Whoever works for somebody that only a colleague knows privately: the name of that firm is shown to nobody else. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse } from '#test/house.ts';
import type { Context } from '../context.ts';
import { createParty } from './change-party.ts';
import { listParties } from './list-parties.ts';
import { createRelation } from './relations.ts';
import { searchParties } from './search-parties.ts';

let house: House;
before(async () => {
  house = await testHouse();
  const firm = await createParty(house.sanne, { kind: 'organisation', name: 'Geheim Atelier', roles: ['private'] });
  const mail = { kind: 'mail' as const, value: 'pia@ziggo.nl', label: null };
  const pia = await createParty(house.sanne, { kind: 'person', name: 'Pia Smit', identities: [mail] });
  await createRelation(house.sanne, { typeKey: 'works-at', fromParty: pia.id, toParty: firm.id });
});
after(() => house.drop());

const inList = async (ctx: Context) => {
  const { items } = await listParties(ctx, { columns: 'employer' });
  return items.find(({ name }) => name === 'Pia Smit');
};

test('under the name, in the column and in the search stands what each may see', async () => {
  const [hers, his] = [await inList(house.sanne), await inList(house.bram)];
  assert.equal(hers?.context, 'Geheim Atelier');
  assert.equal(his?.context, 'pia@ziggo.nl');
  assert.match(JSON.stringify(hers), /Geheim/);
  assert.doesNotMatch(JSON.stringify(his), /Geheim/);
  assert.doesNotMatch(JSON.stringify(await searchParties(house.bram, { q: 'Pia' })), /Geheim/);
  assert.deepEqual((await searchParties(house.bram, { q: 'Geheim' })).items, []);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse } from '#test/house.ts';
import { AppError } from '../app-error.ts';
import { undoChange } from '../changes/undo-change.ts';
import { createParty, updatePartyFields } from './change-party.ts';
import { getParty } from './get-party.ts';
import { createRelationType, listRelationTypes, removeRelationType, updateRelationType } from './relation-types.ts';
import { createRelation, removeRelation, updateRelation } from './relations.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const person = (name: string) => createParty(house.sanne, { kind: 'person', name });
const linksOf = async (partyId: string, ctx = house.sanne) => (await getParty(ctx, { partyId })).relations;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

test('a kind of link of one’s own reads its verb from either side, and goes only when nothing has it', async () => {
  const [ans, els] = [await person('Ans'), await person('Els')];
  const type = await createRelationType(house.bram, {
    verbForward: 'is een tante van',
    verbBackward: 'is een nichtje van',
  });
  assert.deepEqual([type.isShipped, type.relationCount, type.version], [false, 0, 1]);
  const { id } = await createRelation(house.sanne, { typeKey: type.key, fromParty: ans.id, toParty: els.id });
  assert.equal((await linksOf(ans.id))[0]?.verb, 'is een tante van');
  assert.equal((await linksOf(els.id))[0]?.verb, 'is een nichtje van');
  const relationTypeId = type.id;
  await updateRelationType(house.sanne, { relationTypeId, verbBackward: 'is een neefje van' });
  assert.equal((await linksOf(els.id))[0]?.verb, 'is een neefje van');
  await assert.rejects(removeRelationType(house.sanne, { relationTypeId }), (error: AppError) => {
    return error.code === 'in-use' && error.params['count'] === 1;
  });
  await removeRelation(house.sanne, { relationId: id });
  await removeRelationType(house.sanne, { relationTypeId });
  const has = async () => (await listRelationTypes(house.bram)).items.some((row) => row.id === relationTypeId);
  assert.equal(await has(), false);
  assert.equal(
    await codeOf(createRelation(house.sanne, { typeKey: type.key, fromParty: ans.id, toParty: els.id })),
    'bad-input',
  );
  await undoChange(house.sanne, {});
  assert.equal(await has(), true);
});

test('shipped kinds stay as they are', async () => {
  const { items } = await listRelationTypes(house.sanne);
  const shipped = items.filter((row) => row.isShipped);
  for (const key of ['works-at', 'family', 'introduced', 'supplies', 'friend', 'parent-of', 'owns', 'advises']) {
    assert.ok(
      shipped.some((row) => row.key === key),
      key,
    );
  }
  const [first] = shipped;
  assert.equal(await codeOf(removeRelationType(house.sanne, { relationTypeId: first?.id ?? '' })), 'not-allowed');
});

test('a link that a colleague may not see keeps its kind alive without telling of itself', async () => {
  const [sister, friend] = [await person('Zus'), await person('Vriendin')];
  const type = await createRelationType(house.bram, { verbForward: 'past op bij', verbBackward: 'laat oppassen door' });
  await createRelation(house.sanne, { typeKey: type.key, fromParty: sister.id, toParty: friend.id });
  await updatePartyFields(house.sanne, { partyId: sister.id, roles: ['private'] });
  const counted = (await listRelationTypes(house.bram)).items.find(({ id }) => id === type.id);
  assert.equal(counted?.relationCount, 0);
  await removeRelationType(house.bram, { relationTypeId: type.id });
  assert.equal((await linksOf(sister.id))[0]?.verb, 'past op bij');
});

test('an employment has a job and its dates; two who change it at once are told, and undo puts it back', async () => {
  const firm = await createParty(house.sanne, { kind: 'organisation', name: 'Bakkerij De Halm' });
  const henk = await createParty(house.sanne, { kind: 'person', name: 'Henk', organisationId: firm.id });
  const [link] = await linksOf(henk.id);
  assert.ok(link);
  const relationId = link.id;
  await updateRelation(house.sanne, { relationId, ifVersion: 1, title: 'Bakker', fromOn: '2019-03-01' });
  const [changed] = await linksOf(firm.id);
  assert.deepEqual(
    [changed?.title, changed?.fromOn, changed?.untilOn, changed?.version],
    ['Bakker', '2019-03-01', null, 2],
  );
  await updateRelation(house.bram, { relationId, ifVersion: 1, untilOn: '2026-01-01' });
  assert.equal(await codeOf(updateRelation(house.bram, { relationId, ifVersion: 1, title: 'Chef' })), 'stale');
  assert.equal(await codeOf(updateRelation(house.bram, { relationId, untilOn: '2018-01-01' })), 'bad-input');
  await undoChange(house.bram, {});
  const [back] = await linksOf(henk.id);
  assert.deepEqual([back?.title, back?.fromOn, back?.untilOn], ['Bakker', '2019-03-01', null]);
});

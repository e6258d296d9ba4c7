import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse } from '#test/house.ts';
import type { AppError } from '../app-error.ts';
import { listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import { createParty } from '../parties/change-party.ts';
import { getParty } from '../parties/get-party.ts';
import { createGroup, listGroups, removeGroup, updateGroup } from './groups.ts';
import { changeMembers } from './members.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const person = (name: string, roles: string[] = []) => createParty(house.sanne, { kind: 'person', name, roles });
const groupsOf = async (partyId: string) => (await getParty(house.sanne, { partyId })).groups;

test('relations come into a group and go out of it in one go, each with it in its own history; undone in one go', async () => {
  const [ans, els, henk] = [await person('Ans'), await person('Els'), await person('Henk')];
  const group = await createGroup(house.sanne, { name: 'Proefpanel', note: 'Proeft als eerste' });
  await changeMembers(house.sanne, { groupId: group.id, add: [ans.id] });
  const now = await changeMembers(house.sanne, { groupId: group.id, add: [els.id, henk.id], remove: [ans.id] });
  assert.deepEqual([now.memberCount, now.note], [2, 'Proeft als eerste']);
  assert.deepEqual(await Promise.all([ans, els, henk].map(({ id }) => groupsOf(id))), [
    [],
    ['Proefpanel'],
    ['Proefpanel'],
  ]);
  const [change] = (await listChanges(house.sanne, { partyId: ans.id })).items;
  assert.deepEqual(change?.fields, [{ name: 'groups', before: ['Proefpanel'], after: [] }]);
  assert.equal(change?.batchSize, 3);
  await undoChange(house.sanne, {});
  assert.deepEqual(await Promise.all([ans, els, henk].map(({ id }) => groupsOf(id))), [['Proefpanel'], [], []]);
});

test('renamed by anybody, taken away and brought back with its members', async () => {
  const ans = await person('Ans twee');
  const { id: groupId } = await createGroup(house.bram, { name: 'Rondje haven' });
  await changeMembers(house.bram, { groupId, add: [ans.id] });
  await updateGroup(house.sanne, { groupId, name: 'Rondje IJssel' });
  assert.deepEqual(await groupsOf(ans.id), ['Rondje IJssel']);
  await removeGroup(house.bram, { groupId });
  assert.deepEqual(await groupsOf(ans.id), []);
  await undoChange(house.bram, {});
  assert.deepEqual(await groupsOf(ans.id), ['Rondje IJssel']);
  await assert.rejects(
    createGroup(house.sanne, { name: 'rondje ijssel' }),
    (error: AppError) => error.code === 'conflict',
  );
});

test('somebody private is in a group for those who see them, and cannot be put there by others', async () => {
  const sister = await person('Zus', ['private']);
  const { id: groupId } = await createGroup(house.bram, { name: 'Verjaardagen' });
  await changeMembers(house.sanne, { groupId, add: [sister.id] });
  const countFor = async (ctx: typeof house.bram) =>
    (await listGroups(ctx)).items.find(({ id }) => id === groupId)?.memberCount;
  assert.deepEqual([await countFor(house.sanne), await countFor(house.bram)], [1, 0]);
  const taken = changeMembers(house.bram, { groupId, remove: [sister.id] });
  await assert.rejects(taken, (error: AppError) => error.code === 'not-found');
});

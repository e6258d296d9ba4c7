import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse } from '#test/house.ts';
import type { AppError } from '../app-error.ts';
import { undoChange } from '../changes/undo-change.ts';
import type { Context } from '../context.ts';
import { createParty, updatePartyFields } from '../parties/change-party.ts';
import { getParty } from '../parties/get-party.ts';
import { createTag, listTags, mergeTag, removeTag, updateTag } from './tags.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const person = (name: string, tags: string[], roles: string[] = []) =>
  createParty(house.sanne, { kind: 'person', name, tags, roles });
const tagsOf = async (partyId: string, ctx = house.sanne) => (await getParty(ctx, { partyId })).tags;
const counts = async (ctx: Context) =>
  (await listTags(ctx)).items.map(({ name, partyCount }) => `${name} ${partyCount}`);
const find = async (name: string) => {
  const tag = (await listTags(house.sanne)).items.find((row) => row.name === name);
  return tag ?? assert.fail(`no tag ${name}`);
};

test('a tag is made by its first use, written as it was first; capitals and accents make no second one', async () => {
  const ans = await person('Ans', ['Café', 'Terras']);
  const els = await person('Els', ['cafe', 'CAFÉ', 'Beurs']);
  assert.deepEqual(
    [ans.tags, els.tags],
    [
      ['Café', 'Terras'],
      ['Beurs', 'Café'],
    ],
  );
  assert.deepEqual(await counts(house.bram), ['Beurs 1', 'Café 2', 'Terras 1']);
  await assert.rejects(createTag(house.bram, { name: 'terras' }), (error: AppError) => error.code === 'conflict');
});

test('renamed and coloured it stays on all its relations; undo gives the old word back', async () => {
  const ans = await person('Ans twee', ['Kade']);
  const { id: tagId } = await find('Kade');
  await updateTag(house.bram, { tagId, name: 'Aan de kade', colour: 'blue' });
  assert.deepEqual(await tagsOf(ans.id), ['Aan de kade']);
  await undoChange(house.bram, {});
  assert.deepEqual(await tagsOf(ans.id), ['Kade']);
  await assert.rejects(updateTag(house.bram, { tagId, name: 'beurs' }), (error: AppError) => error.code === 'conflict');
});

test('two folded into one, and undone: each relation has what it had', async () => {
  const [both, one, other] = [
    await person('Beide', ['Markt', 'Kraam']),
    await person('Een', ['Markt']),
    await person('Ander', ['Kraam']),
  ];
  await mergeTag(house.sanne, { tagId: (await find('Kraam')).id, intoTagId: (await find('Markt')).id });
  assert.deepEqual(await Promise.all([both, one, other].map(({ id }) => tagsOf(id))), [
    ['Markt'],
    ['Markt'],
    ['Markt'],
  ]);
  assert.ok(!(await counts(house.sanne)).some((row) => row.startsWith('Kraam')));
  await undoChange(house.sanne, {});
  assert.deepEqual(await Promise.all([both, one, other].map(({ id }) => tagsOf(id))), [
    ['Kraam', 'Markt'],
    ['Markt'],
    ['Kraam'],
  ]);
});

test('taken away it is gone from everybody, and undo brings it back to them', async () => {
  const henk = await person('Henk', ['Bakker']);
  await removeTag(house.sanne, { tagId: (await find('Bakker')).id });
  assert.deepEqual(await tagsOf(henk.id), []);
  await updatePartyFields(house.sanne, { partyId: henk.id, tags: ['Brood'] });
  await undoChange(house.sanne, {});
  await undoChange(house.sanne, {});
  assert.deepEqual(await tagsOf(henk.id), ['Bakker']);
});

test('what only somebody private has is not there for a colleague, not as a word and not in a count', async () => {
  const sister = await person('Zus', ['Familie', 'Terras'], ['private']);
  assert.ok((await counts(house.sanne)).includes('Familie 1'));
  assert.ok(!(await counts(house.bram)).some((row) => row.startsWith('Familie')));
  assert.ok((await counts(house.bram)).includes('Terras 1'));
  assert.ok((await counts(house.sanne)).includes('Terras 2'));
  const { id: tagId } = await find('Familie');
  const notFound = (error: AppError) => error.code === 'not-found';
  await assert.rejects(updateTag(house.bram, { tagId, name: 'x' }), notFound);
  await assert.rejects(removeTag(house.bram, { tagId }), notFound);
  // Making one of the same name says nothing of it, and takes nothing away.
  assert.equal((await createTag(house.bram, { name: 'familie' })).partyCount, 0);
  assert.deepEqual(await tagsOf(sister.id), ['Familie', 'Terras']);
});

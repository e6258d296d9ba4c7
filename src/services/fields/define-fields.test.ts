import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse } from '#test/house.ts';
import { AppError } from '../app-error.ts';
import { undoChange } from '../changes/undo-change.ts';
import { createParty, updatePartyFields } from '../parties/change-party.ts';
import { getParty } from '../parties/get-party.ts';
import { createField, listFields, removeField, updateField } from './define-fields.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: unknown) => (error instanceof AppError ? (error.problems[0]?.code ?? error.code) : String(error)),
  );

test('a field is there at once, under a key that never changes; members use it, owners make it', async () => {
  const machine = await createField(house.sanne, { name: 'Soort machine (bar)', appliesTo: 'both', type: 'text' });
  assert.deepEqual([machine.key, machine.place, machine.isArchived], ['soort-machine-bar', 1, false]);
  const party = await createParty(house.bram, { kind: 'person', name: 'Ans', fields: { [machine.key]: 'Faema' } });
  assert.deepEqual(party.fields, { 'soort-machine-bar': 'Faema' });
  const renamed = await updateField(house.sanne, { fieldId: machine.id, name: 'Espressomachine' });
  assert.deepEqual([renamed.key, renamed.name, renamed.version], ['soort-machine-bar', 'Espressomachine', 2]);
  assert.equal(
    await codeOf(createField(house.bram, { name: 'Van Bram', appliesTo: 'both', type: 'text' })),
    'not-allowed',
  );
  assert.equal(await codeOf(updateField(house.bram, { fieldId: machine.id, name: 'x' })), 'not-allowed');
  assert.equal(
    await codeOf(createField(house.sanne, { name: 'espressomachine', appliesTo: 'both', type: 'text' })),
    'same-name',
  );
  assert.equal(await codeOf(updateField(house.sanne, { fieldId: machine.id, ifVersion: 1, name: 'x' })), 'stale');
  await undoChange(house.sanne, {});
  assert.equal((await listFields(house.bram)).items[0]?.name, 'Soort machine (bar)');
});

test('a field for organisations takes nothing for a person', async () => {
  const seats = await createField(house.sanne, { name: 'Stoelen', appliesTo: 'organisation', type: 'number' });
  const wrong = createParty(house.bram, { kind: 'person', name: 'Iemand', fields: { [seats.key]: 4 } });
  assert.equal(await codeOf(wrong), 'does-not-apply');
  const cafe = await createParty(house.bram, { kind: 'organisation', name: 'Café', fields: { [seats.key]: 4 } });
  assert.deepEqual(cafe.fields, { stoelen: 4 });
});

test('archived, a field is out of sight and takes nothing; used again, its values are back', async () => {
  const field = await createField(house.sanne, { name: 'Bijnaam', appliesTo: 'person', type: 'text' });
  const { id: partyId } = await createParty(house.sanne, {
    kind: 'person',
    name: 'Henk',
    fields: { bijnaam: 'De Halm' },
  });
  assert.equal(await codeOf(removeField(house.sanne, { fieldId: field.id })), 'in-use');
  await updateField(house.sanne, { fieldId: field.id, isArchived: true });
  assert.deepEqual((await getParty(house.sanne, { partyId })).fields, {});
  assert.equal(await codeOf(updatePartyFields(house.sanne, { partyId, fields: { bijnaam: 'x' } })), 'unknown-key');
  assert.equal((await listFields(house.sanne)).items.at(-1)?.isArchived, true);
  await updateField(house.sanne, { fieldId: field.id, isArchived: false });
  assert.deepEqual((await getParty(house.sanne, { partyId })).fields, { bijnaam: 'De Halm' });
});

test('choices are renamed and added; one that somebody has does not go', async () => {
  const make = (options?: { label: string }[]) =>
    createField(house.sanne, { name: 'Maling', appliesTo: 'both', type: 'choice', ...(options && { options }) });
  assert.equal(await codeOf(make()), 'needs-choices');
  assert.equal(await codeOf(make([{ label: 'Grof' }, { label: 'grof' }])), 'same-name');
  const field = await make([{ label: 'Grof' }, { label: 'Fijn' }]);
  const [coarse, fine] = field.options;
  assert.ok(coarse && fine);
  await createParty(house.sanne, { kind: 'person', name: 'Els', fields: { maling: coarse.key } });
  const change = (options: { key?: string; label: string }[]) =>
    updateField(house.sanne, { fieldId: field.id, options });
  assert.equal(await codeOf(change([fine])), 'choice-in-use');
  const changed = await change([{ ...coarse, label: 'Heel grof' }, { label: 'Bonen' }]);
  assert.deepEqual(changed.options, [
    { key: 'grof', label: 'Heel grof' },
    { key: 'bonen', label: 'Bonen' },
  ]);
});

test('deleted and undone, a field is the same again; moved, the others make room', async () => {
  const [first] = (await listFields(house.sanne)).items;
  const field = await createField(house.sanne, { name: 'Kortingspas', appliesTo: 'both', type: 'date' });
  await updateField(house.sanne, { fieldId: field.id, place: 1 });
  const names = (await listFields(house.sanne)).items.map(({ name }) => name);
  assert.deepEqual(names.slice(0, 2), ['Kortingspas', first?.name]);
  await removeField(house.sanne, { fieldId: field.id });
  assert.ok(!(await listFields(house.sanne)).items.some(({ id }) => id === field.id));
  await undoChange(house.sanne, {});
  const back = (await listFields(house.sanne)).items.find(({ id }) => id === field.id);
  assert.deepEqual([back?.key, back?.type, back?.appliesTo], ['kortingspas', 'date', 'both']);
});

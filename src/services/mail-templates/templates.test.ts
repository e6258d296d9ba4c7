import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { RichText } from '#contract/rich-text.ts';
import { type House, testHouse } from '#test/house.ts';
import { AppError } from '../app-error.ts';
import { undoChange } from '../changes/undo-change.ts';
import { plainTextOf } from '../notes/plain-text.ts';
import { createParty } from '../parties/change-party.ts';
import { previewTemplate } from './preview-template.ts';
import { changeTemplate, createTemplate, listTemplates, removeTemplate } from './templates.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const words = (text: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'bold' }] }] }],
});
const make = (body: string, isShared = false) =>
  createTemplate(house.sanne, { name: 'Welkom', subject: 'Dag {{voornaam}}', body: words(body), isShared });
const refusedWith = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

test('its fields are filled in for one relation, in either language; what has nothing is named and stays to be seen', async () => {
  const template = await make('Beste {{ first_name }} uit {{plaats}}, groet {{my_first_name}} van {{bedrijf}}');
  const input = { kind: 'person', name: 'Ans Bakker', givenName: 'Ans' } as Parameters<typeof createParty>[1];
  const ans = await createParty(house.sanne, input);
  const filled = await previewTemplate(house.sanne, { templateId: template.id, partyId: ans.id });
  assert.equal(filled.subject, 'Dag Ans');
  assert.equal(plainTextOf(filled.body), 'Beste Ans uit {{plaats}}, groet Sanne van Branderij De Overkant');
  assert.deepEqual(filled.missing, ['plaats']);
  assert.deepEqual(filled.body.content[0], {
    ...words('').content[0],
    content: [{ type: 'text', text: plainTextOf(filled.body), marks: [{ type: 'bold' }] }],
  });
});

test('a name that means nothing is refused, and what stands between braces is never worked out', async () => {
  await assert.rejects(make('Dag {{voornam}}'), refusedWith('bad-input'));
  await assert.rejects(make('{{constructor}}'), refusedWith('bad-input'));
  assert.ok(await make('{{ 1 + 1 }} en {{a.b}} zijn gewone tekst'));
});

test('one’s own is nobody else’s until it is shared; only who made it or owns the firm changes it; undo brings it back', async () => {
  const template = await make('Dag {{naam}}');
  const { id: templateId } = template;
  assert.ok(!(await listTemplates(house.bram)).items.some(({ id }) => id === templateId));
  await assert.rejects(changeTemplate(house.bram, { templateId, name: 'x' }), refusedWith('not-found'));
  await changeTemplate(house.sanne, { templateId, isShared: true });
  const [seen] = (await listTemplates(house.bram)).items.filter(({ id }) => id === templateId);
  assert.deepEqual([seen?.mayChange, seen?.by], [false, 'Sanne de Vries']);
  await assert.rejects(removeTemplate(house.bram, { templateId }), refusedWith('not-allowed'));
  await removeTemplate(house.sanne, { templateId });
  assert.ok(!(await listTemplates(house.sanne)).items.some(({ id }) => id === templateId));
  await undoChange(house.sanne, {});
  assert.ok((await listTemplates(house.sanne)).items.some(({ id }) => id === templateId));
});

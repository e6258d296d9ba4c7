import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { listFields } from '#store/fields.ts';
import { insertRelations } from '#store/new-parties.ts';
import { transact } from '#store/transact.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { AppError } from '../app-error.ts';
import { undoChange } from '../changes/undo-change.ts';
import type { Context } from '../context.ts';
import { createField, updateField } from '../fields/define-fields.ts';
import { readCell } from '../fields/read-cell.ts';
import { writtenValue } from '../fields/read-field-values.ts';
import { correctInteraction } from '../interactions/change-interaction.ts';
import { recordInteraction } from '../interactions/record-interaction.ts';
import { addParties } from './add-parties.ts';
import { createParty, updatePartyFields } from './change-party.ts';
import { exportParties } from './export-parties.ts';
import { getParty } from './get-party.ts';
import { listParties } from './list-parties.ts';
import { createRelation, removeRelation, updateRelation } from './relations.ts';
import type { PartyFields } from './write-party.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const person = (name: string, fields: PartyFields = {}, ctx: Context = house.sanne) =>
  createParty(ctx, { kind: 'person', name, ...fields });

async function problemsOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => assert.fail('nothing was refused'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof AppError, String(error));
  return error.problems.map(({ path, code }) => `${path} ${code}`);
}

const none = { label: null, street: null, houseNumber: null, addition: null, postcode: null, city: null };

test('everything that can be known of somebody goes in and comes out, written one way', async () => {
  const ans = await person('Ans Bakker');
  const yara = await person('Yara Hofman', {
    birthday: '--05-17',
    formOfAddress: 'informal',
    salutation: ' Beste Yara ',
    pronouns: 'zij/haar',
    metHow: 'Op de kunstmarkt',
    metOn: '2024-06-01',
    metThrough: ans.id,
    preferences: [{ about: 'approach', choice: 'explain-first', words: 'Eerst laten zien' }],
    addresses: [{ street: 'Brink', houseNumber: '12b', postcode: '7411bt', city: 'Deventer' }],
    tags: ['Denkt mee'],
    groups: ['Proefpanel'],
  });
  assert.deepEqual(
    [yara.birthday, yara.formOfAddress, yara.salutation, yara.pronouns],
    ['--05-17', 'informal', 'Beste Yara', 'zij/haar'],
  );
  assert.deepEqual(
    [yara.metHow, yara.metOn, yara.metThrough],
    ['Op de kunstmarkt', '2024-06-01', { id: ans.id, name: 'Ans Bakker' }],
  );
  assert.deepEqual(yara.preferences, [
    {
      about: 'approach',
      choice: 'explain-first',
      words: 'Eerst laten zien',
      saidOn: '2026-11-21',
      notedBy: 'Sanne de Vries',
    },
  ]);
  assert.deepEqual(yara.addresses, [
    {
      ...none,
      street: 'Brink',
      houseNumber: '12',
      addition: 'b',
      postcode: '7411 BT',
      city: 'Deventer',
      country: 'NL',
      text: null,
    },
  ]);
  assert.deepEqual([yara.tags, yara.groups, yara.fields, yara.keptLine], [['Denkt mee'], ['Proefpanel'], {}, null]);
  assert.deepEqual(await getParty(house.sanne, { partyId: yara.id }), yara);
  const { rows } = await sql<{ city: string }>`select city from parties where id = ${yara.id}`.execute(house.db);
  assert.equal(rows[0]?.city, 'Deventer');
});

test('numbers of an organisation are checked, and every problem is told at its field at once', async () => {
  const firm = await createParty(house.sanne, { kind: 'organisation', name: 'Hotel Marktzicht' });
  const partyId = firm.id;
  const good = await updatePartyFields(house.sanne, {
    partyId,
    kvkNumber: 'KvK 01234567',
    branchNumber: '0000 1234 5678',
    vatId: 'nl000099998b57',
    iban: 'NL91 ABNA 0417 1643 00',
  });
  assert.deepEqual(
    [good.kvkNumber, good.branchNumber, good.vatId, good.iban],
    ['01234567', '000012345678', 'NL000099998B57', 'NL91ABNA0417164300'],
  );
  const wrong = updatePartyFields(house.sanne, {
    partyId,
    kvkNumber: '123',
    vatId: 'NL1',
    iban: 'NL00ABNA0417164300',
    addresses: [{ ...none, street: 'Brink', postcode: '74' }],
    preferences: [{ about: 'time', choice: null, words: null }],
  });
  assert.deepEqual(await problemsOf(wrong), [
    'body.addresses[0].postcode not-a-postcode',
    'body.kvkNumber not-a-kvk',
    'body.vatId not-a-vat',
    'body.iban not-a-iban',
    'body.preferences[0] nothing-said',
  ]);
  assert.equal((await getParty(house.sanne, { partyId })).version, good.version, 'nothing was written');
  const emptied = await updatePartyFields(house.sanne, { partyId, iban: null, kvkNumber: ' ' });
  assert.deepEqual([emptied.iban, emptied.kvkNumber, emptied.vatId], [null, null, 'NL000099998B57']);
});

test('what they said keeps who wrote it down and when, whoever adds to it', async () => {
  const { id: partyId, preferences } = await person('Reinier Vos', {
    preferences: [{ about: 'channel', choice: 'mail', words: 'Liever niet bellen' }],
  });
  const [first] = preferences;
  assert.ok(first);
  const { notedBy: _, ...sent } = first;
  const more = await updatePartyFields(house.bram, {
    partyId,
    preferences: [sent, { about: 'time', choice: null, words: 'Na vieren', saidOn: '2026-11-01' }],
  });
  assert.deepEqual(
    more.preferences.map(({ notedBy, saidOn }) => [notedBy, saidOn]),
    [
      ['Sanne de Vries', '2026-11-21'],
      ['Bram Jansen', '2026-11-01'],
    ],
  );
});

test('somebody private is named to nobody who may not see them, and cannot be named by them', async () => {
  const sister = await person('Zus van Sanne', { roles: ['private'] });
  const cook = await person('Kok', { metThrough: sister.id });
  assert.deepEqual(cook.metThrough, { id: sister.id, name: 'Zus van Sanne' });
  assert.equal((await getParty(house.bram, { partyId: cook.id })).metThrough, null);
  const named = updatePartyFields(house.bram, { partyId: (await person('Ober')).id, metThrough: sister.id });
  assert.deepEqual(await problemsOf(named), ['body.metThrough unknown-party']);
  // What Bram cannot see stays when he changes something else.
  await updatePartyFields(house.bram, { partyId: cook.id, pronouns: 'hij/hem' });
  assert.equal((await getParty(house.sanne, { partyId: cook.id })).metThrough?.id, sister.id);
});

test('own fields take what fits their type, by key; search finds their words', async () => {
  const make = (name: string, type: Parameters<typeof createField>[1]['type'], options: string[] = []) =>
    createField(house.sanne, { name, appliesTo: 'both', type, options: options.map((label) => ({ label })) });
  const grind = await make('Maling', 'choice', ['Grof', 'Extra fijn']);
  for (const [name, type] of [
    ['Machine', 'text'],
    ['Stoelen', 'number'],
    ['Sinds', 'date'],
    ['Omzet', 'money'],
    ['Kaart', 'link'],
    ['Bezorger', 'party'],
  ] as const) {
    await make(name, type);
  }
  await make('Smaken', 'multi-choice', ['Fruitig', 'Noten']);
  const wessel = await person('Wessel Kuiper');
  const fields = {
    maling: 'extra-fijn',
    machine: 'Faema uit 1961',
    stoelen: 24,
    sinds: '2020-02-29',
    omzet: { amountMinor: 125_050, currency: 'EUR' },
    kaart: 'cafe.example/kaart',
    bezorger: wessel.id,
    smaken: ['noten', 'fruitig'],
  };
  const cafe = await createParty(house.sanne, { kind: 'organisation', name: 'Bar Nul', fields });
  assert.deepEqual(cafe.fields, {
    ...fields,
    kaart: 'https://cafe.example/kaart',
    bezorger: { id: wessel.id, name: 'Wessel Kuiper' },
  });
  const searchOf = async () => {
    const { rows } = await sql<{ text: string }>`select search_text as text from parties where id = ${cafe.id}`.execute(
      house.db,
    );
    return rows[0]?.text ?? '';
  };
  assert.match(await searchOf(), /extra fijn/);
  assert.match(await searchOf(), /faema uit 1961/);
  const [coarse, fine] = grind.options;
  assert.ok(coarse && fine);
  await updateField(house.sanne, { fieldId: grind.id, options: [coarse, { ...fine, label: 'Poeder' }] });
  assert.match(await searchOf(), /poeder/);
  const wrong = updatePartyFields(house.sanne, {
    partyId: cafe.id,
    fields: {
      maling: 'middel',
      stoelen: 'veel',
      sinds: '2020-02-30',
      omzet: 12,
      kaart: 'javascript:alert(1)',
      bezorger: 'Wessel',
      smaken: ['noten', 'zuur'],
      bestaatniet: 1,
    },
  });
  const codes = [
    'not-a-choice',
    'not-a-number',
    'not-a-date',
    'not-an-amount',
    'not-a-link',
    'not-a-relation',
    'not-a-choice',
    'unknown-key',
  ];
  const keys = ['maling', 'stoelen', 'sinds', 'omzet', 'kaart', 'bezorger', 'smaken', 'bestaatniet'];
  assert.deepEqual((await problemsOf(wrong)).sort(), keys.map((key, at) => `body.fields.${key} ${codes[at]}`).sort());
  const less = await updatePartyFields(house.sanne, { partyId: cafe.id, fields: { stoelen: null, smaken: [] } });
  assert.deepEqual(
    [less.fields['stoelen'], less.fields['smaken'], less.fields['machine']],
    [undefined, undefined, 'Faema uit 1961'],
  );
});

test('undo puts all of it back, field by field; two colleagues in two own fields are not in each other’s way', async () => {
  await createField(house.sanne, { name: 'Terras', appliesTo: 'person', type: 'number' });
  await createField(house.sanne, { name: 'Honden', appliesTo: 'person', type: 'text' });
  const made = await person('Els Pothuys', { tags: ['Terras'], fields: { terras: 3 } });
  const partyId = made.id;
  await updatePartyFields(house.sanne, {
    partyId,
    tags: ['Beurs', 'terras'],
    groups: ['Leesclub'],
    birthday: '1980-05-17',
    addresses: [{ ...none, street: 'Brink', houseNumber: '1' }],
    preferences: [{ about: 'other', choice: null, words: 'Geen kaartjes' }],
    fields: { terras: 5 },
  });
  await undoChange(house.sanne, {});
  const back = await getParty(house.sanne, { partyId });
  const { version: _, updatedAt: __, ...expected } = made;
  const { version: ___, updatedAt: ____, ...actual } = back;
  assert.deepEqual(actual, expected);
  await updatePartyFields(house.bram, { partyId, ifVersion: back.version, fields: { terras: 8 } });
  const both = await updatePartyFields(house.sanne, { partyId, ifVersion: back.version, fields: { honden: 'welkom' } });
  assert.deepEqual(both.fields, { terras: 8, honden: 'welkom' });
  assert.deepEqual(
    both.alsoChanged.map(({ fields }) => fields),
    [['fields.terras']],
  );
  const clash = updatePartyFields(house.sanne, { partyId, ifVersion: back.version, fields: { terras: 9 } });
  await assert.rejects(
    clash,
    (error: AppError) => error.code === 'stale' && error.problems[0]?.path === 'body.fields.terras',
  );
});

test('one address, number or account of each kind is the first choice', async () => {
  const mail = (value: string, more: object = {}) => ({ kind: 'mail' as const, value, label: null, ...more });
  const { id: partyId, identities } = await person('Joke Stam', {
    identities: [
      mail('joke@lindehof.example', { label: 'work' }),
      mail('joke@thuis.example', { label: 'home' }),
      { kind: 'phone', value: '0570 612345', label: null },
    ],
  });
  const primary = (rows: typeof identities) => rows.filter((row) => row.isPrimary).map(({ value }) => value);
  assert.deepEqual(primary(identities).sort(), ['+31570612345', 'joke@lindehof.example']);
  const turned = await updatePartyFields(house.sanne, {
    partyId,
    identities: identities.map(({ id: _, ...row }) => ({ ...row, isPrimary: row.value === 'joke@thuis.example' })),
  });
  assert.deepEqual(primary(turned.identities).sort(), ['+31570612345', 'joke@thuis.example']);
  assert.deepEqual(
    turned.identities.map(({ id }) => id).sort(),
    identities.map(({ id }) => id).sort(),
    'they stay the same rows',
  );
});

test('the last line that was kept stands with the relation and its firm; of a private one only for who may see it', async () => {
  const firm = await createParty(house.sanne, { kind: 'organisation', name: 'Bakkerij De Halm' });
  const henk = await createParty(house.sanne, { kind: 'person', name: 'Henk Halm', organisationId: firm.id });
  const call = (partyId: string, at: string, keptLine: string) =>
    recordInteraction(house.sanne, {
      ...{ channel: 'call', kind: 'call', at, to: [{ partyId }], subject: null, text: null, answers: [] },
      ...{ asked: null, valence: null, benefits: [], order: null, keptLine },
    });
  await call(henk.id, '2026-11-01T10:00:00.000Z', 'Zijn oven is stuk');
  const last = await call(henk.id, '2026-11-10T10:00:00.000Z', 'De opening is op 3 december');
  const kept = async (partyId: string, ctx = house.bram) => (await getParty(ctx, { partyId })).keptLine?.text;
  assert.equal(await kept(henk.id), 'De opening is op 3 december');
  assert.equal(await kept(firm.id), 'De opening is op 3 december');
  await correctInteraction(house.sanne, { interactionId: last.id, keptLine: null });
  assert.equal(await kept(henk.id), 'Zijn oven is stuk');
  await undoChange(house.sanne, {});
  assert.equal(await kept(henk.id), 'De opening is op 3 december');
  const sister = await createParty(house.sanne, { kind: 'person', name: 'Zusje', organisationId: firm.id });
  await call(sister.id, '2026-11-15T10:00:00.000Z', 'Iets van thuis');
  await updatePartyFields(house.sanne, { partyId: sister.id, roles: ['private'] });
  assert.deepEqual(
    [await kept(firm.id), await kept(firm.id, house.sanne)],
    ['De opening is op 3 december', 'Iets van thuis'],
  );
});

test('a file brings the same: numbers, parts of addresses, tags, and own fields by their name', async () => {
  await createField(house.sanne, { name: 'Aantal tafels', appliesTo: 'organisation', type: 'number' });
  const record = {
    sourceKey: 'rij 1',
    kind: 'organisation' as const,
    name: 'Lunchroom Klaver',
    givenName: null,
    familyName: null,
    organisationName: null,
    jobTitle: null,
    identities: [{ kind: 'mail' as const, value: 'info@klaver.example', displayName: null, label: 'work' }],
    addresses: [{ street: 'Brink', houseNumber: '3', postcode: '7411bt', city: 'Deventer', country: null }],
    birthday: null,
    note: 'Uit de kaartenbak',
    roles: ['customer'],
    tags: ['Terras', 'Van de beurs'],
    registrations: { kvkNumber: '01234568', vatId: 'weet niet' },
    salutation: null,
    pronouns: null,
    metHow: null,
    otherCells: { 'AANTAL TAFELS': '1.250,5', Kolom: 'zegt niets' },
  };
  const importId = '00000000-0000-7000-8000-0000000000aa';
  const add = () =>
    transact(house.db, (tx) => addParties(tx, { records: [record], importId, actor: house.sanne.actor, at: testNow }));
  assert.deepEqual(await add(), { stored: 1, duplicates: 0, newParties: 1 });
  const { rows } = await sql<{ id: string }>`select id from parties where import_id = ${importId}`.execute(house.db);
  const klaver = await getParty(house.sanne, { partyId: rows[0]?.id ?? '' });
  assert.deepEqual(
    [klaver.kvkNumber, klaver.vatId, klaver.note],
    ['01234568', null, 'Uit de kaartenbak\nBtw: weet niet'],
  );
  assert.deepEqual([klaver.tags, klaver.fields], [['Terras', 'Van de beurs'], { 'aantal-tafels': 1250.5 }]);
  assert.deepEqual([klaver.addresses[0]?.postcode, klaver.identities[0]?.label], ['7411 BT', 'work']);
  assert.deepEqual(await add(), { stored: 0, duplicates: 1, newParties: 0 });
});

test('who left and came back works there twice, each time with its own dates; a time is never told twice', async () => {
  const [person, employer] = [
    await createParty(house.sanne, { kind: 'person', name: 'Ans Kwamterug' }),
    await createParty(house.sanne, { kind: 'organisation', name: 'Bakkerij Terug' }),
  ];
  const link = { typeKey: 'works-at', fromParty: person.id, toParty: employer.id };
  const linksOf = async () =>
    (await getParty(house.sanne, { partyId: person.id })).relations.map(({ id, title, fromOn, untilOn }) => {
      return { id, said: [title, fromOn, untilOn] };
    });
  const first = await createRelation(house.sanne, { ...link, title: 'Bakker', fromOn: '2015-01-01' });
  // Still there: coming back cannot begin before leaving.
  await assert.rejects(createRelation(house.sanne, { ...link, fromOn: '2023-03-01' }), { code: 'bad-input' });
  assert.deepEqual(await createRelation(house.sanne, { ...link, untilOn: '2019-06-01' }), first);
  // Over: "works there" without a date would be about another time.
  await assert.rejects(createRelation(house.sanne, link), { code: 'bad-input' });
  const second = await createRelation(house.sanne, { ...link, title: 'Chef', fromOn: '2023-03-01' });
  const both = [
    { id: second.id, said: ['Chef', '2023-03-01', null] },
    { id: first.id, said: ['Bakker', '2015-01-01', '2019-06-01'] },
  ];
  assert.deepEqual(await linksOf(), both);
  assert.deepEqual(await createRelation(house.sanne, link), second);
  const tooLong = { relationId: first.id, untilOn: '2024-01-01' };
  await assert.rejects(updateRelation(house.sanne, tooLong), { code: 'bad-input' });
  // A file that names the employer again changes nothing.
  const again = { ...link, id: uuidv7(), source: 'file' };
  await transact(house.db, (tx) => insertRelations(tx, [again], testNow));
  assert.deepEqual(await linksOf(), both);
  await removeRelation(house.sanne, { relationId: second.id });
  assert.equal((await linksOf()).length, 1);
  await undoChange(house.sanne, {});
  assert.deepEqual(
    (await linksOf()).map(({ said }) => said),
    both.map(({ said }) => said),
  );
});

test('of two who say the same link at the same moment one makes it, and both are answered', async () => {
  const [person, employer] = [
    await createParty(house.sanne, { kind: 'person', name: 'Ans Tegelijk' }),
    await createParty(house.sanne, { kind: 'organisation', name: 'Bakkerij Tegelijk' }),
  ];
  const link = { typeKey: 'works-at', fromParty: person.id, toParty: employer.id };
  const made = await Promise.all([1, 2, 3, 4].map(() => createRelation(house.sanne, link)));
  assert.equal(new Set(made.map(({ id }) => id)).size, 1);
});

test('an amount has its own currency: kept, listed, filtered and taken along as one would say it', async () => {
  const columns = 'fields.budget';
  await createField(house.sanne, { name: 'Budget', appliesTo: 'organisation', type: 'money' });
  const amounts = [
    ['Geld EUR', { amountMinor: 125_050, currency: 'EUR' }],
    ['Geld JPY', { amountMinor: 1_200, currency: 'JPY' }],
    ['Geld KWD', { amountMinor: 1_999_999, currency: 'KWD' }],
  ] as const;
  for (const [name, budget] of amounts) {
    const made = await createParty(house.sanne, { kind: 'organisation', name, fields: { budget } });
    assert.deepEqual(made.fields, { budget });
  }
  const listed = async (op: 'over' | 'under', value: number) => {
    const filter = { all: [{ field: 'fields.budget', op, value }] };
    const { items } = await listParties(house.sanne, { filter, columns });
    return items.map(({ name, cells }) => [name, cells?.['fields.budget']]).sort();
  };
  assert.deepEqual(
    await listed('over', 1_199),
    amounts.map((row) => [...row]),
  );
  assert.deepEqual(await listed('over', 1_900), [[...amounts[2]]]);
  assert.deepEqual(await listed('under', 1_201), [[...amounts[1]]]);
  const lines: (readonly string[])[] = [];
  for await (const line of await exportParties(house.sanne, { q: 'Geld', columns })) lines.push(line);
  assert.deepEqual(lines.slice(1).sort(), [
    ['Geld EUR', '1250.50 EUR'],
    ['Geld JPY', '1200 JPY'],
    ['Geld KWD', '1999.999 KWD'],
  ]);
  const [field] = (await listFields(house.db)).filter(({ key }) => key === 'budget');
  assert.ok(field);
  const cells = ['1250.50 EUR', '€ 1.250,50', 'USD 12.5', '$ 12,50', '1200 JPY', '12,50', '12 XYZ', 'veel'];
  assert.deepEqual(
    cells.map((cell) => {
      const read = readCell(field, cell);
      return read && writtenValue({ ...read, key: field.key, type: field.type });
    }),
    [
      { amountMinor: 125_050, currency: 'EUR' },
      { amountMinor: 125_050, currency: 'EUR' },
      { amountMinor: 1_250, currency: 'USD' },
      { amountMinor: 1_250, currency: 'USD' },
      { amountMinor: 1_200, currency: 'JPY' },
      { amountMinor: 1_250, currency: 'EUR' },
      null,
      null,
    ],
  );
});

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readAll, testCompliance } from '../compliance.ts';
import { csvInteractions } from './csv-interactions.ts';
import { csvParties } from './csv-parties.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-parties-'));
});
after(() => rm(folder, { recursive: true }));

async function write(content: string): Promise<string> {
  const path = join(folder, 'relaties.csv');
  await writeFile(path, content);
  return path;
}

async function readParties(content: string) {
  return (await readAll(csvParties, await write(content))).map((item) =>
    item.type === 'party' ? item.record : item.type === 'failed' ? `${item.position} ${item.problem}` : '',
  );
}

const dutch = [
  'Klantnummer;Bedrijfsnaam;Voornaam;Tussenvoegsel;Achternaam;E-mailadres;Mobiele telefoon;Straat;Postcode;Plaats;Geboortedatum;Opmerkingen;Relatiesoort',
  'K-12;Café Ans;Ans;van;Dijk;Ans@Cafe.example;06-12345678;Brink 1;7411 AA;Deventer;3-5-1970;Belt liever niet;Klant',
  'K-13;Hotel De Brug;;;;info@brug.example;0570 612345;;;;;;Leverancier',
  ';;Henk;;Halm;henk@halm;vast nummer volgt;;;;;;',
  ';;;;;;;;;;;alleen een opmerking;',
  ';;Tess;;;tess@@x;;;;;;;',
  ';;Bram;;;;;;;;31-02-1980;;',
  ';;Yara;;;yara@zeven.example;;;;;;;',
].join('\r\n');

const brink = {
  label: null,
  street: 'Brink',
  houseNumber: '1',
  addition: null,
  postcode: null,
  city: 'Deventer',
  country: null,
  text: null,
};

testCompliance('CSV of parties', async () => ({
  connector: csvParties,
  path: await write(dutch),
  expectedItems: 7,
  expectedFailures: 3,
}));

test('Dutch headings: person with firm, firm alone, a customer number as key', async () => {
  const [ans, brug, henk] = await readParties(dutch);
  assert.ok(typeof ans === 'object' && typeof brug === 'object' && typeof henk === 'object');
  assert.deepEqual(
    [ans.kind, ans.name, ans.familyName, ans.organisationName, ans.birthday, ans.roles],
    ['person', 'Ans van Dijk', 'van Dijk', 'Café Ans', '1970-05-03', ['customer']],
  );
  assert.deepEqual(
    ans.identities.map(({ kind, value }) => `${kind} ${value}`),
    ['mail ans@cafe.example', 'phone +31612345678', 'key k-12'],
  );
  assert.deepEqual(ans.addresses, [{ ...brink, postcode: '7411 AA' }]);
  assert.deepEqual([brug.kind, brug.name, brug.roles], ['organisation', 'Hotel De Brug', ['supplier']]);
  assert.equal(henk.note, 'Tel: vast nummer volgt');
});

test('a row that names nobody or holds what cannot be says so', async () => {
  assert.deepEqual(
    (await readParties(dutch)).filter((row) => typeof row === 'string'),
    ['5 row-without-name', '6 row-address-unreadable: tess@@x', '7 row-birthday-unreadable: 31-02-1980'],
  );
});

test("Google's and Outlook's exports are understood as they come", async () => {
  const [google] = await readParties(
    'First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Labels\nAns,Dijk,Café Ans,Eigenaar,* Work,ans@cafe.example ::: a@b.example,prive@ans.example,Mobile,+31 6 12345678,* myContacts ::: Klanten\n',
  );
  assert.ok(typeof google === 'object');
  assert.deepEqual(
    google.identities.map(({ value }) => value),
    ['ans@cafe.example', 'a@b.example', 'prive@ans.example', '+31612345678'],
  );
  assert.deepEqual([google.name, google.jobTitle, google.roles], ['Ans Dijk', 'Eigenaar', ['customer']]);
  const [outlook] = await readParties(
    '"Title","First Name","Last Name","Company","Job Title","E-mail Address","Business Phone","Business Fax","Business Street","Business City"\n"Mw.","Ans","Dijk","Café Ans","Eigenaar","ans@cafe.example","0570612345","0570612346","Brink 1","Deventer"\n',
  );
  assert.ok(typeof outlook === 'object');
  assert.deepEqual([outlook.name, outlook.identities.length, outlook.addresses], ['Ans Dijk', 2, [brink]]);
});

test('registered numbers, tags beside roles, and what may be own fields', async () => {
  const [row] = await readParties(
    'Bedrijfsnaam;KvK-nummer;Btw-nummer;IBAN;Labels;Aanhef;Straat;Huisnummer;Toevoeging;Land;Machine\nCafé Ans;01234567;NL001234567B01;NL91 ABNA 0417 1643 00;Klant, Terras;Beste Ans;Brink;1;b;Nederland;Faema\n',
  );
  assert.ok(typeof row === 'object');
  assert.deepEqual(row.registrations, {
    kvkNumber: '01234567',
    vatId: 'NL001234567B01',
    iban: 'NL91 ABNA 0417 1643 00',
  });
  assert.deepEqual([row.roles, row.tags, row.salutation], [['customer'], ['Terras'], 'Beste Ans']);
  assert.deepEqual(row.addresses, [{ ...brink, addition: 'b', city: null, country: 'NL' }]);
  assert.deepEqual(row.otherCells, { Machine: 'Faema' });
});

test('parties and interactions are told apart by their header', () => {
  const probe = (head: string) => ({ path: '/x', fileName: 'x.csv', isFolder: false, head });
  assert.ok(csvParties.recognise(probe(dutch)) > 0.5 && csvInteractions.recognise(probe(dutch)) === 0);
  const rows = 'datum;van;aan;onderwerp\n';
  assert.ok(csvInteractions.recognise(probe(rows)) > 0.5 && csvParties.recognise(probe(rows)) === 0);
  assert.equal(csvParties.recognise(probe('boodschappen,aantal\nmelk,2')), 0);
});

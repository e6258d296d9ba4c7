import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readAll, testCompliance } from '../compliance.ts';
import { vcard } from './vcard.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-vcard-'));
});
after(() => rm(folder, { recursive: true }));

async function write(content: string | Buffer): Promise<string> {
  const path = join(folder, 'kaarten.vcf');
  await writeFile(path, content);
  return path;
}

async function readOne(content: string | Buffer) {
  const items = await readAll(vcard, await write(content));
  assert.equal(items.length, 1);
  assert.ok(items[0]?.type === 'party', JSON.stringify(items[0]));
  return items[0].record;
}

const ans = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'UID:kaart-1',
  'FN:Ans van Dijk',
  'N:Dijk;Ans;van;;',
  'ORG:Café Ans\\, Deventer;Bediening',
  'TITLE:Eigenaar',
  'item1.EMAIL;type=INTERNET:info@cafe.example',
  'EMAIL;type=INTERNET;type=pref:Ans@Cafe.example',
  'TEL;TYPE=CELL,VOICE:06 12 34',
  '  56 78',
  'TEL;TYPE=FAX:0570 612346',
  'ADR;TYPE=WORK:;;Brink 1;Deventer;;7411 AA;Nederland',
  'BDAY:1970-05-03',
  'NOTE:Koffie\\, zwart.\\nBelt liever niet.',
  'CATEGORIES:Klant,Kaartclub',
  'PHOTO;ENCODING=b;TYPE=JPEG:AAAA',
  ' BBBB',
  'END:VCARD',
];
const firm4 = [
  'BEGIN:VCARD',
  'VERSION:4.0',
  'KIND:org',
  'FN:Branderij De Overkant',
  'ORG:Branderij De Overkant',
  'TEL;VALUE=uri;PREF=1:tel:+31-570-612345',
  'BDAY:--0503',
  'END:VCARD',
];
const file = [
  ...ans,
  ...firm4,
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4A=61=6E;;;;',
  'END:VCARD',
  '',
  'BEGIN:VCARD',
  'VERSION:3.0',
  'FN:Zonder einde',
  'BEGIN:VCARD',
  'VERSION:3.0',
  'FN:Kapot',
  'zomaar een regel',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:;;;;',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:4.0',
  'KIND:group',
  'FN:Vrienden',
  'END:VCARD',
  'rommel tussendoor',
  'BEGIN:VCARD',
  'VERSION:3.0',
  'FN;CHARSET=UTF-8:Henk',
  'EMAIL:geen adres',
  'EMAIL:henk@halm.example',
  'END:VCARD',
].join('\r\n');

testCompliance('vCard', async () => ({
  connector: vcard,
  path: await write(file),
  expectedItems: 9,
  expectedFailures: 6,
}));

test('a card of 3.0: names, firm, preferred address first, folded lines, roles', async () => {
  const record = await readOne(ans.join('\r\n'));
  assert.deepEqual(record, {
    sourceKey: 'kaart-1',
    kind: 'person',
    name: 'Ans van Dijk',
    givenName: 'Ans',
    familyName: 'van Dijk',
    organisationName: 'Café Ans, Deventer',
    jobTitle: 'Eigenaar',
    identities: [
      { kind: 'mail', value: 'ans@cafe.example', displayName: null, label: null },
      { kind: 'mail', value: 'info@cafe.example', displayName: null, label: null },
      { kind: 'phone', value: '+31612345678', displayName: null, label: 'mobile' },
    ],
    addresses: [
      {
        label: 'work',
        street: 'Brink',
        houseNumber: '1',
        addition: null,
        postcode: '7411 AA',
        city: 'Deventer',
        country: 'NL',
        text: null,
      },
    ],
    birthday: '1970-05-03',
    note: 'Koffie, zwart.\nBelt liever niet.',
    roles: ['customer'],
    tags: ['Kaartclub'],
    registrations: {},
    salutation: null,
    pronouns: null,
    metHow: null,
    otherCells: {},
  });
});

test('an organisation of 4.0, a birthday without year', async () => {
  const record = await readOne(firm4.join('\n'));
  assert.deepEqual(
    [record.kind, record.name, record.organisationName, record.birthday],
    ['organisation', 'Branderij De Overkant', null, '--05-03'],
  );
  assert.deepEqual(record.identities, [{ kind: 'phone', value: '+31570612345', displayName: null, label: null }]);
});

test('windows-1252 and UTF-16 cards read as well', async () => {
  const text = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë\r\nEND:VCARD\r\n';
  for (const bytes of [Buffer.from(text), Buffer.from(text, 'latin1'), Buffer.from(`\ufeff${text}`, 'utf16le')])
    assert.equal((await readOne(bytes)).name, 'Zoë');
});

test('a broken card says which line and why, and costs nothing else', async () => {
  const failed = (await readAll(vcard, await write(file))).flatMap((item) =>
    item.type === 'failed' ? [`${item.position} ${item.problem.split(':')[0]}`] : [],
  );
  assert.deepEqual(failed, [
    '28 card-version-too-old',
    '33 card-without-end',
    '36 card-unreadable',
    '41 card-without-name',
    '45 card-is-group',
    '50 card-stray-text',
  ]);
});

test('a picture of 5 MB is passed over', async () => {
  const picture = Array.from({ length: 70_000 }, () => ` ${'A'.repeat(74)}`);
  assert.equal((await readOne([...ans.slice(0, -2), ...picture, 'END:VCARD'].join('\r\n'))).name, 'Ans van Dijk');
});

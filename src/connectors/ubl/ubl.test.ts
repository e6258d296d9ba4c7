import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { readAll, testCompliance } from '../compliance.ts';
import { readUbl } from './read-ubl.ts';
import { ubl } from './ubl.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-ubl-'));
});
after(() => rm(folder, { recursive: true }));

const spaces =
  'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"';

interface Made {
  readonly id: string;
  readonly root?: 'Invoice' | 'CreditNote';
  readonly type?: string;
  readonly amount?: string;
  readonly party?: string;
  readonly prolog?: string;
}

const party = `<cbc:EndpointID schemeID="0106">12345678</cbc:EndpointID>
  <cac:PartyName><cbc:Name>Caf&#233; &amp; Co</cbc:Name></cac:PartyName>
  <cac:PostalAddress><cbc:CityName>Zutphen</cbc:CityName></cac:PostalAddress>
  <cac:PartyTaxScheme><cbc:CompanyID>NL123456782B01</cbc:CompanyID></cac:PartyTaxScheme>
  <cac:PartyLegalEntity><cbc:RegistrationName>Café Ans B.V.</cbc:RegistrationName><cbc:CompanyID schemeID="0106">12345678</cbc:CompanyID></cac:PartyLegalEntity>
  <cac:Contact><cbc:Name>Ans</cbc:Name><cbc:ElectronicMail>ans@cafeans.example</cbc:ElectronicMail></cac:Contact>`;

function makeUbl(made: Made): string {
  const { id, root = 'Invoice', type = '380', amount = '121.00', prolog = '' } = made;
  const line = root === 'Invoice' ? 'InvoiceLine' : 'CreditNoteLine';
  return `<?xml version="1.0" encoding="UTF-8"?>${prolog}
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" ${spaces}>
 <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0</cbc:CustomizationID>
 <cbc:ID>${id}</cbc:ID><cbc:IssueDate>2026-04-30</cbc:IssueDate>
 ${root === 'Invoice' ? `<cbc:InvoiceTypeCode>${type}</cbc:InvoiceTypeCode>` : ''}<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
 <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>De Overkant</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>
 <cac:AccountingCustomerParty><cbc:SupplierAssignedAccountID>1001</cbc:SupplierAssignedAccountID><cac:Party>${made.party ?? party}</cac:Party></cac:AccountingCustomerParty>
 <cac:LegalMonetaryTotal><cbc:TaxInclusiveAmount currencyID="EUR">${amount}</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">1.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
 <cac:${line}><cbc:InvoicedQuantity unitCode="C62">2</cbc:InvoicedQuantity><cac:Item><cbc:Name>Espressobonen</cbc:Name></cac:Item></cac:${line}>
</${root}>`;
}

const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const files: Readonly<Record<string, string>> = {
  '2026/F1.xml': makeUbl({ id: 'F1' }),
  '2026/F2.XML': makeUbl({ id: 'F2' }),
  '2026/C1.xml': makeUbl({ id: 'C1', root: 'CreditNote' }),
  'F3.xml': makeUbl({ id: 'F3' }),
  'leeg.xml': '',
  'stuk.xml': '<Invoice><cbc:ID>1</Invoice>',
  'bom.xml': makeUbl({ id: 'bom', prolog: bomb }),
  'F3.pdf': '%PDF-1.7',
};

testCompliance('UBL invoices', async () => {
  const root = await mkdtemp(join(folder, 'facturen-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
  return { connector: ubl, path: root, expectedItems: 7, expectedFailures: 3 };
});

const read = (xml: string) => readUbl(Buffer.from(xml));
const recordOf = (made: Made) => {
  const outcome = read(makeUbl(made));
  return outcome.type === 'invoice' ? outcome.record : assert.fail(outcome.problem);
};

test('an invoice is a purchase by the customer it names, by all that is known of them', () => {
  const record = recordOf({ id: 'F1' });
  assert.deepEqual(
    [record.sourceKey, record.kind, record.channel, record.to[0]?.value],
    ['invoice:F1', 'order', 'order', 'hecht:firm'],
  );
  assert.equal(record.atMs, Date.UTC(2026, 3, 30, 12));
  assert.deepEqual(record.from.customer, {
    number: 'boekhouding:1001',
    kvkNumber: '12345678',
    vatId: 'NL123456782B01',
    iban: null,
    mail: 'ans@cafeans.example',
    phone: null,
    name: 'Ans',
    organisation: 'Café Ans B.V.',
    city: 'Zutphen',
    as: 'organisation',
  });
  const order = { amountMinor: 12_100, currency: 'EUR', units: 2, product: 'Espressobonen', brand: null, offers: {} };
  assert.deepEqual(record.order, order);
});

test('a credit note is below nought and no purchase, however it is written', () => {
  const ways: Made[] = [
    { id: 'C', root: 'CreditNote' },
    { id: 'C', type: '381' },
    { id: 'C', amount: '-121.00' },
    { id: 'C', root: 'CreditNote', amount: '-121.00' },
  ];
  for (const made of ways) {
    const record = recordOf(made);
    assert.deepEqual([record.kind, record.order?.amountMinor], ['invoice', -12_100], JSON.stringify(made));
  }
});

test('what is no invoice says why; nothing of a document type is read', () => {
  const problems = {
    '': 'ubl-unreadable',
    'geen xml': 'ubl-unreadable',
    '<a/>': 'ubl-no-invoice',
    [makeUbl({ id: 'x', prolog: bomb })]: 'ubl-with-doctype',
    [makeUbl({ id: '' })]: 'ubl-without-number',
    [makeUbl({ id: 'x', party: '' }).replace(/<cbc:SupplierAssigned[\s\S]*?<\/cbc:SupplierAssignedAccountID>/, '')]:
      'ubl-without-customer',
    [makeUbl({ id: 'x', amount: '1e5' })]: 'ubl-amount-unreadable: 1e5',
  };
  for (const [xml, expected] of Object.entries(problems)) {
    const outcome = read(xml);
    assert.equal(outcome.type === 'failed' ? outcome.problem : 'read', expected);
  }
  const nested = read(`${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`);
  assert.equal(nested.type, 'failed');
});

test('one file by itself', async () => {
  const path = join(folder, 'een.xml');
  await writeFile(path, makeUbl({ id: 'alleen' }));
  const items = await readAll(ubl, path);
  assert.deepEqual(
    items.map((item) => item.type === 'interaction' && item.record.sourceKey),
    ['invoice:alleen'],
  );
});

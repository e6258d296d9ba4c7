import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { makeInput, testCompliance } from '../compliance.ts';
import { parseBookAmount, parseDay } from './book-values.ts';
import { csvInvoices } from './csv-invoices.ts';
import { chooseColumns, hasInvoiceHeader } from './invoice-columns.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-facturen-'));
});
after(() => rm(folder, { recursive: true }));

async function write(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\r\n'));
  return path;
}

const rows = [
  'Factuurnummer;Factuurdatum;Klantnummer;Klantnaam;E-mailadres;KvK-nummer;Totaal incl. btw;Valuta;Type',
  '2026-001;30-04-2026;1001;Café Ans B.V.;ans@cafeans.example;12345678;€ 1.234,56;EUR;Factuur',
  '2026-002;01-05-2026;1002;Studio Zeven;;;99,00;;Factuur',
  '2026-003;02-05-2026;1001;Café Ans B.V.;ans@cafeans.example;12345678;121,00;EUR;Creditfactuur',
  '2026-004;03-05-2026;;;;;10,00;EUR;Factuur',
  '2026-005;31-02-2026;1002;Studio Zeven;;;10,00;EUR;Factuur',
  '2026-006;04-05-2026;1003;"Hotel ""De Brug""; Zutphen";info@debrug.example;;-50,00;EUR;Factuur',
  '2026-007;2026-05-05;1003;Hotel De Brug;;;12.5;EUR;Factuur',
];

testCompliance('CSV of sales invoices', async () => ({
  connector: csvInvoices,
  path: await write('facturen.csv', rows),
  expectedItems: 7,
  expectedFailures: 2,
}));

async function read(path: string, columns?: Readonly<Record<string, string>>) {
  const input = { ...makeInput(path, null, new AbortController().signal), ...(columns && { columns }) };
  const found = [];
  for await (const item of csvInvoices.read(input)) {
    if (item.type === 'failed') found.push(item.problem);
    else if (item.type === 'interaction') {
      const { record } = item;
      const { customer } = record.kind === 'order' ? record.from : (record.to[0] ?? record.from);
      found.push([record.sourceKey, record.kind, customer?.number, customer?.organisation, record.order?.amountMinor]);
    }
  }
  return found;
}

test('each row is an invoice of its customer; what goes back is below nought and no purchase', async () => {
  assert.deepEqual(await read(await write('rijen.csv', rows)), [
    ['invoice:2026-001', 'order', 'boekhouding:1001', 'Café Ans B.V.', 123_456],
    ['invoice:2026-002', 'order', 'boekhouding:1002', 'Studio Zeven', 9_900],
    ['invoice:2026-003', 'invoice', 'boekhouding:1001', 'Café Ans B.V.', -12_100],
    'row-customer-missing',
    'row-date-impossible: 31-02-2026',
    ['invoice:2026-006', 'invoice', 'boekhouding:1003', 'Hotel "De Brug"; Zutphen', -5_000],
    ['invoice:2026-007', 'order', 'boekhouding:1003', 'Hotel De Brug', 1_250],
  ]);
});

test('a person says which column is which, and that holds', async () => {
  const path = await write('eigen.csv', ['Factuurnr,Datum,Wie,Som,Totaal', '7,2026-05-01,Tess,12.00,99.00']);
  assert.deepEqual(await read(path), ['row-customer-missing']);
  const columns = { customer: 'Wie', amount: 'Som' };
  assert.deepEqual(await read(path, columns), [['invoice:7', 'order', null, 'Tess', 1_200]]);
  const found = await csvInvoices.listColumns?.(path);
  assert.deepEqual(
    [found?.headings, found?.chosen],
    [['Factuurnr', 'Datum', 'Wie', 'Som', 'Totaal'], { id: 'Factuurnr', date: 'Datum', amount: 'Totaal' }],
  );
});

test('headings as the four programs write them are told apart from other tables', () => {
  const invoices = [
    ['Factuurnummer', 'Factuurdatum', 'Factuur aan: Code', 'Factuur aan: Naam', 'Bedrag incl. btw'],
    ['Factuurnummer', 'Factuurdatum', 'Bedrijfsnaam', 'Klantnummer', 'Totaal incl. btw'],
    ['Factuurnummer', 'Factuurdatum', 'Relatienaam', 'Relatienummer', 'Totaal inclusief'],
    ['Nummer factuur', 'Factuurdatum', 'Verkooprelatie', 'Naam verkooprelatie', 'Factuurbedrag'],
  ];
  for (const header of invoices) {
    assert.ok(hasInvoiceHeader(header), header.join());
    assert.deepEqual(Object.values(chooseColumns(header)).sort(), [...header].sort(), header.join());
  }
  for (const header of [
    ['id', 'at', 'from', 'to', 'amount'],
    ['Naam', 'E-mail', 'Klantnummer'],
    ['Datum', 'Bedrag', 'Nummer', 'Naam'],
  ]) {
    assert.ok(!hasInvoiceHeader(header), header.join());
  }
});

test('amounts and days as books write them', () => {
  const amounts = {
    '1.234,56': 123456,
    '1,234.56': 123456,
    '€ 45,-': null,
    '45,5': 4550,
    '-3': -300,
    '3-': -300,
    '(12,00)': -1200,
    '1.000': 100000,
    '1234567,89': 123456789,
    "1'000.00": 100000,
  };
  for (const [written, minor] of Object.entries(amounts)) {
    if (minor === null) assert.throws(() => parseBookAmount(written), /row-amount-unreadable/);
    else assert.equal(parseBookAmount(written), minor, written);
  }
  for (const written of [
    '1-5-2026',
    '01/05/2026',
    '1.5.2026',
    '2026-05-01',
    '20260501',
    '01-05-2026 13:45',
    '2026-05-01T00:00:00+02:00',
  ]) {
    assert.equal(parseDay(written), Date.UTC(2026, 4, 1, 12), written);
  }
});

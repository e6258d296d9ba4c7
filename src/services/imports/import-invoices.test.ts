/** A table of invoices, from its upload to its undoing: the same customer, columns put right, credit below nought. */
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { csvInvoices } from '#connectors/invoices/csv-invoices.ts';
import { type House, testHouse } from '#test/house.ts';
import { createParty } from '../parties/change-party.ts';
import { createImportOfPath } from './create-import.ts';
import { getImport } from './get-import.ts';
import { previewImport } from './preview-import.ts';
import { runImport } from './run-import.ts';
import { askUndoOfImport, setImportColumns, startImport } from './start-import.ts';
import { undoImport } from './undo-import.ts';

const path = join(tmpdir(), `hecht-invoices-${process.pid}.csv`);
let house: House;
before(async () => {
  house = await testHouse({ connectors: [csvInvoices] });
  const rows = [
    'Factuurnummer;Factuurdatum;Wie;KvK;Totaal',
    'F1;2026-04-30;Andere naam;12345678;121,00',
    'F2;2026-05-01;Tess;;-50,00',
  ];
  await writeFile(path, rows.join('\n'));
});
after(async () => {
  await house.drop();
  await rm(path, { force: true });
});

test('columns are put right before it starts, the customer is met again, and undo takes it all out', async () => {
  const ctx = house.sanne;
  await createParty(ctx, { kind: 'organisation', name: 'Café Ans', kvkNumber: '12345678' });
  const { id: importId } = await createImportOfPath(ctx, { path, fileName: 'facturen.csv', previewLater: false });
  await previewImport(ctx, { importId });
  const first = await getImport(ctx, { importId });
  assert.deepEqual(first.preview?.columns?.headings, ['Factuurnummer', 'Factuurdatum', 'Wie', 'KvK', 'Totaal']);
  assert.equal(first.preview?.counts.failed, 1, 'of the second nobody is named');
  await setImportColumns(ctx, { importId, columns: { ...first.preview?.columns?.chosen, customer: 'Wie' } });
  await previewImport(ctx, { importId });
  assert.equal((await getImport(ctx, { importId })).preview?.counts.failed, 0);
  await startImport(ctx, { importId });
  await runImport(ctx, { importId });
  const { rows } = await sql<{ kind: string; name: string; amount: number }>`
    select i.kind, p.name, (order_line->>'amountMinor')::int as amount from interactions i
    join parties p on p.id in (i.from_party, i.to_parties[1]) and not p.is_own order by i.source_key`.execute(house.db);
  assert.deepEqual(rows, [
    { kind: 'order', name: 'Café Ans', amount: 12_100 },
    { kind: 'invoice', name: 'Tess', amount: -5_000 },
  ]);
  await askUndoOfImport(ctx, { importId });
  await undoImport(ctx, { importId });
  const left = await sql<{ n: number }>`select count(*)::int as n from interactions`.execute(house.db);
  const tess = await sql`select 1 from parties where name = 'Tess' and deleted_at is null`.execute(house.db);
  assert.deepEqual([left.rows[0]?.n, tess.rows.length], [0, 0]);
});

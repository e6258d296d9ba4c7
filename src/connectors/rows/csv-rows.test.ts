import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { parseHeader, readCsvRows } from './csv-rows.ts';

const seed = 20_261_121;
const { signal } = new AbortController();
let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-rows-'));
});
after(() => rm(folder, { recursive: true }));

async function readRows(content: string | Buffer, from: { offset: number; line: number } | null = null) {
  const path = join(folder, 'rows.csv');
  await writeFile(path, content);
  const rows = [];
  for await (const row of readCsvRows({ path, from, signal })) rows.push(row);
  return rows;
}

const quote = (cell: string): string => (/[";\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

test('what is written by the rules is read back whole, whatever the cells hold', async () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'é', '"', ';', '\n', ',', '😀'), maxLength: 12 })
    .map((text) => text.trim());
  const rows = fc.array(fc.tuple(fc.constant('x'), cell, cell), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const text = ['een;twee;drie', ...cells.map((row) => row.map(quote).join(';'))].join('\r\n');
      const read = await readRows(text);
      assert.deepEqual(
        read.map((row) => row.cells && Object.values(row.cells)),
        cells,
      );
    }),
    { seed, numRuns: 200 },
  );
});

test('bytes that are no CSV at all neither throw nor stop it; going on after any row gives the rest', async () => {
  const bytes = fc.array(fc.constantFrom('a', '"', ';', '\n', '\r\n', '\u0000', '\u00ff', '""', '";"', ' '), {
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(bytes, async (parts) => {
      const content = Buffer.from(`een;twee\n${parts.join('')}`, 'latin1');
      const rows = await readRows(content);
      for (const [at, { endOffset, nextLine }] of rows.entries()) {
        assert.deepEqual(await readRows(content, { offset: endOffset, line: nextLine }), rows.slice(at + 1));
      }
    }),
    { seed, numRuns: 200 },
  );
});

test('the separator is the sign that divides the header most', () => {
  assert.deepEqual(parseHeader('naam;"e-mail, werk";plaats'), {
    header: ['naam', 'e-mail, werk', 'plaats'],
    delimiter: ';',
  });
  assert.equal(parseHeader('naam\tmail').delimiter, '\t');
  assert.equal(parseHeader('naam').delimiter, ',');
});

test('every row opening a quote that never closes still ends in time', async () => {
  const startedAtMs = performance.now();
  const rows = await readRows(`een;twee\n${'"a;b\n'.repeat(20_001)}`);
  assert.ok(rows.length > 0);
  assert.ok(performance.now() - startedAtMs < 5_000);
});

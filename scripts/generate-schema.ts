/** Writes src/store/schema.sql and src/store/row-types.ts from a freshly migrated database; `--check` only compares. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readCatalogue, writeRowTypes, writeSchemaSql } from '#store/catalogue.ts';
import { testDatabase } from '#test/database.ts';

const folder = fileURLToPath(new URL('../src/store/', import.meta.url));
const database = await testDatabase();
try {
  const catalogue = await readCatalogue(database.pool);
  await keep('schema.sql', writeSchemaSql(catalogue));
  await keep('row-types.ts', writeRowTypes(catalogue));
} finally {
  await database.drop();
}

async function keep(name: string, text: string): Promise<void> {
  if (!process.argv.includes('--check')) return writeFile(folder + name, text);
  const kept = await readFile(folder + name, 'utf8').catch(() => '');
  if (kept === text) return;
  console.error(`src/store/${name} differs from the migrations. Run: node scripts/generate-schema.ts`);
  process.exitCode = 1;
}

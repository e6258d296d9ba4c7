import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { importProblems as english } from './en/import-problems.ts';
import { importProblems as dutch } from './nl/import-problems.ts';

const connectors = fileURLToPath(new URL('../connectors', import.meta.url));
const codePattern = /['`]((?:mail|mbox|row|card|pst|parser|outlook|ubl)-[a-z]+(?:-[a-z]+)*)(?:['`]|(?:: )?\$\{)/g;
/** Names of connectors and folders that look like a code. */
const notCodes = new Set(['mail-folder', 'pst-extractor', 'outlook-msg', 'mail-presence']);

test('every code a connector can give has words in both languages, and no word is left over', async () => {
  const entries = await readdir(connectors, { recursive: true, withFileTypes: true });
  const sources = entries.filter((entry) => entry.name.endsWith('.ts') && !entry.name.includes('.test'));
  const texts = await Promise.all(sources.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')));
  const given = new Set(texts.flatMap((text) => [...text.matchAll(codePattern)].map((found) => found[1] ?? '')));
  for (const name of notCodes) given.delete(name);
  assert.ok(given.size > 40, `${given.size} codes found`);
  const ours = Object.keys(english).filter((code) => /^(?:mail|mbox|row|card|pst|parser|outlook|ubl)-/.test(code));
  assert.deepEqual([...given].sort(), ours.sort());
  assert.deepEqual(Object.keys(dutch).sort(), Object.keys(english).sort());
});

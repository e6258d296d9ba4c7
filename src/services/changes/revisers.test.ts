import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { getReviser } from './revisers.ts';

const services = fileURLToPath(new URL('..', import.meta.url));

/** Nouns that some use case notes, read off the source: a new one is met here before a user meets an undo that throws. */
function listNotedNouns(): Set<string> {
  const files = readdirSync(services, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const nouns = sources.flatMap((file) => {
    const text = readFileSync(join(services, file), 'utf8');
    if (!text.includes('noteChange')) return [];
    return [...text.matchAll(/\bnoun: '([a-z-]+)'/g)].map(([, noun = '']) => noun);
  });
  return new Set(nouns);
}

test('whatever is noted can be put back', () => {
  const nouns = listNotedNouns();
  assert.ok(nouns.has('party') && nouns.has('promise') && nouns.size >= 8, [...nouns].join());
  for (const noun of nouns) assert.doesNotThrow(() => getReviser(noun), noun);
});

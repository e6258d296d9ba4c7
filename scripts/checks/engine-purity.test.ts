import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findImpurities } from './engine-purity.ts';

const impure = [
  'const at = Date.now();',
  'const today = new Date();',
  'const chance = Math.random();',
  'console.log(1);',
  'const zone = date.getTimezoneOffset();',
  'export async function fold() {}',
  'const home = process.env.HOME;',
];

for (const line of impure) {
  test(`sees "${line}"`, () => assert.equal(findImpurities('a.ts', `\n${line}`)[0]?.startsWith('a.ts:2 '), true));
}

test('lets prose, strings and an instant that was given pass', () => {
  const pure = "// Date.now() is not ours\nconst reason = 'process';\n/* Math.random */ const day = new Date(atMs);";
  assert.deepEqual(findImpurities('a.ts', pure), []);
});

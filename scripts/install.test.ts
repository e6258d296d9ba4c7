import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { runProgram } from './run-program.ts';

/** A checkout with one package of its own, so that npm installs for real and asks no registry. */
let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'hecht-install-'));
  writePart('1.0.0');
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

function writePart(version: string): void {
  mkdirSync(join(checkout, 'part'), { recursive: true });
  const write = (name: string, content: object) => writeFileSync(join(checkout, name), JSON.stringify(content));
  write('part/package.json', { name: 'part', version });
  write('package.json', { name: 'whole', version: '1.0.0', dependencies: { part: 'file:part' } });
  const packages = {
    '': { name: 'whole', version: '1.0.0', dependencies: { part: 'file:part' } },
    'node_modules/part': { resolved: 'part', link: true },
    part: { version },
  };
  write('package-lock.json', { name: 'whole', version: '1.0.0', lockfileVersion: 3, requires: true, packages });
}

/** In a process of its own, as two people who type `npm start` at once. Answers what it told. */
async function install(): Promise<string> {
  const program = join(checkout, `install-${Math.trunc(performance.now() * 1000)}.mjs`);
  const script = `import { ensureInstalled } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'install.mjs')).href)};
    await ensureInstalled({ checkout: ${JSON.stringify(checkout)}, tell: (line) => console.log(line) });`;
  writeFileSync(program, script);
  const { code, output } = await runProgram(program, []);
  assert.equal(code, 0, output);
  return output;
}

test('installs what is missing, once, and again when the lockfile has changed', async () => {
  assert.match(await install(), /Installing/);
  assert.equal(existsSync(join(checkout, 'node_modules', 'part', 'package.json')), true);
  assert.equal(await install(), '');
  writePart('1.0.1');
  assert.match(await install(), /Installing/);
});

test('of two at once one installs and the other waits for it', async () => {
  const told = await Promise.all([install(), install()]);
  assert.equal(told.filter((text) => text.includes('Installing')).length, 1, told.join('\n---\n'));
});

test('an installation that was killed does not block the next', async () => {
  mkdirSync(join(checkout, '.tmp', 'installing'), { recursive: true });
  writeFileSync(join(checkout, '.tmp', 'installing', 'pid'), '999999999');
  assert.match(await install(), /Installing/);
  assert.equal(existsSync(join(checkout, '.tmp', 'installing')), false);
  assert.match(readFileSync(join(checkout, 'node_modules', '.hecht-lock'), 'utf8'), /^[0-9a-f]{64}\n$/);
});

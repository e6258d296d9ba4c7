import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { day, everyDays, twoWay } from '#test/tie-events.ts';
import { defaultParameters as parameters, plainContext, readTie, statusAt, tieStateOf } from './index.ts';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

test('the engine imports nothing from outside its own room', () => {
  assert.ok(files.length > 30);
  for (const file of files) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    for (const [, from, bare] of text.matchAll(
      /^(?:import|export)\b[^;]*?\bfrom '([^']+)';$|\bimport\s*\(?\s*'([^']+)'/gm,
    )) {
      const target = from ?? bare;
      assert.match(target ?? '', /^\.\/[a-z-]+\.ts$/, `${file} imports ${target}`);
    }
  }
});

test('and uses no clock, chance, network, file or console', () => {
  const impure =
    /\b(Date|Math\.random|performance|setTimeout|setInterval|fetch|process|console|crypto|globalThis|require)\b/;
  for (const file of files) {
    const code = readFileSync(new URL(file, folder), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^']*'/g, '');
    assert.doesNotMatch(code, impure, file);
  }
});

test('the same input gives the same output with clock and chance taken away', () => {
  const events = twoWay(everyDays(9, 12, 100), { benefit: 1, trustFacet: 'ability', trustGood: 0.25 });
  const nowMs = 131 * day;
  const run = () => ({
    reading: readTie({ state: tieStateOf(events, parameters), context: plainContext, parameters, nowMs }),
    status: statusAt({ events, context: plainContext, parameters, nowMs }),
  });
  const free = run();
  const refuse = () => {
    throw new Error('the engine looked at the clock or threw dice');
  };
  const { now } = Date;
  const { random } = Math;
  Date.now = refuse;
  Math.random = refuse;
  try {
    assert.deepEqual(run(), free);
  } finally {
    Date.now = now;
    Math.random = random;
  }
});

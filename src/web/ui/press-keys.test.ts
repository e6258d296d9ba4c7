import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act } from './acts.ts';
import { findAct, nameKey } from './press-keys.ts';

const act = (id: string, keys: string[], more: Partial<Act> = {}): Act => {
  return { id, name: id, where: 'anywhere', kind: 'act', keys, run: () => undefined, ...more };
};
const acts = [
  act('today', ['g t']),
  act('help', ['?']),
  act('capture', ['c'], { isHeard: false }),
  act('next', ['j', 'Alt+ArrowDown']),
  act('nearer', ['j']),
];
const idOf = (found: ReturnType<typeof findAct>) => (found === null || found === 'wait' ? found : found.id);

test('a key means an act, or waits for the next one', () => {
  assert.equal(idOf(findAct(acts, null, '?')), 'help');
  assert.equal(idOf(findAct(acts, null, 'g')), 'wait');
  assert.equal(idOf(findAct(acts, 'g', 't')), 'today');
  assert.equal(idOf(findAct(acts, 'g', 'x')), null);
  assert.equal(idOf(findAct(acts, null, 't')), null);
});

test('who hears its own keys is left alone, and the nearest act wins', () => {
  assert.equal(idOf(findAct(acts, null, 'c')), null);
  assert.equal(idOf(findAct(acts, null, 'j')), 'nearer');
  assert.equal(idOf(findAct(acts, null, 'Alt+ArrowDown')), 'next');
});

test('keys are written one way', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false };
  assert.equal(nameKey({ ...plain, key: 'G' }), 'g');
  assert.equal(nameKey({ ...plain, key: 'k', metaKey: true }), 'Control+k');
  assert.equal(nameKey({ ...plain, key: 'ArrowDown', altKey: true }), 'Alt+ArrowDown');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctedValue, isMuted } from './corrections.ts';
import type { Correction } from './reading.ts';

const word = (change: Partial<Correction>): Correction => ({
  block: 'trust',
  value: 0.5,
  mutedCode: null,
  atMs: 10,
  ...change,
});

test('the latest word on a block counts, from its moment on', () => {
  const words = [
    word({ value: 0.9, atMs: 20 }),
    word({ value: 0.3, atMs: 10 }),
    word({ block: 'time', value: 0.1, atMs: 30 }),
  ];
  assert.equal(correctedValue(words, 'trust', 9), null);
  assert.equal(correctedValue(words, 'trust', 10), 0.3);
  assert.equal(correctedValue(words, 'trust', 25), 0.9);
  assert.equal(correctedValue(words, 'time', 30), 0.1);
  assert.equal(correctedValue(words, 'intensity', 99), null);
});

test('a correction to nothing at all is still a correction', () => {
  assert.equal(correctedValue([word({ value: 0 })], 'trust', 10), 0);
  assert.equal(correctedValue([word({ value: null })], 'trust', 10), null);
});

test('muting holds from its moment on, for that code alone', () => {
  const words = [word({ block: null, value: null, mutedCode: 'quiet' })];
  assert.equal(isMuted(words, 'quiet', 9), false);
  assert.equal(isMuted(words, 'quiet', 10), true);
  assert.equal(isMuted(words, 'gone', 10), false);
});

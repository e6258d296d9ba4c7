import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSeals } from './seals.ts';

const seals = createSeals('a secret for tests only, of 32 characters');

test('what is sealed opens for what it was sealed for, and reads as nothing before', () => {
  const sealed = seals.seal('sleutel van café', 'push keys');
  assert.doesNotMatch(sealed, /sleutel/);
  assert.equal(seals.open(sealed, 'push keys'), 'sleutel van café');
  assert.notEqual(seals.seal('sleutel van café', 'push keys'), sealed, 'the same text never looks the same');
});

test('it opens neither for something else, nor under another secret, nor when a bit was turned', () => {
  const sealed = seals.seal('sleutel', 'push keys');
  assert.throws(() => seals.open(sealed, 'calendar feed'));
  assert.throws(() => createSeals('another secret for tests, of 32 characters').open(sealed, 'push keys'));
  const at = sealed.length - 3;
  const turned = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
  assert.throws(() => seals.open(turned, 'push keys'));
  assert.throws(() => seals.open('s1.AAAA', 'push keys'), RangeError);
  assert.throws(() => seals.open('', 'push keys'), RangeError);
});

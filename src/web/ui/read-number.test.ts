import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumber } from './read-number.ts';

test('a number as each language writes it', () => {
  const written = [
    '1.200',
    '1,200',
    '1.200,50',
    '1,200.50',
    '12,5',
    '12.5',
    '1 200',
    '€ 12,50',
    '-3',
    '1.2.3',
    'veel',
    '',
  ];
  const dutch = [1200, 1.2, 1200.5, null, 12.5, 12.5, 1200, 12.5, -3, null, null, null];
  const english = [1.2, 1200, null, 1200.5, 12.5, 12.5, 1200, 12.5, -3, null, null, null];
  assert.deepEqual(
    written.map((text) => readNumber(text, 'nl')),
    dutch,
  );
  assert.deepEqual(
    written.map((text) => readNumber(text, 'en')),
    english,
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRelationPlace, readText } from './search-params.ts';

test('a search or token of digits only is still text', () => {
  assert.deepEqual(readText({ q: 31 }, 'q'), { q: '31' });
  assert.deepEqual(readText({ q: '' }, 'q'), {});
  assert.equal(readText({ q: 'x'.repeat(900) }, 'q').q?.length, 400);
});

test('where one is on a relation', () => {
  assert.deepEqual(readRelationPlace({ tab: 'year', block: 'trust', tie: 'abc', x: 1 }), {
    tab: 'year',
    block: 'trust',
    tie: 'abc',
  });
  assert.deepEqual(readRelationPlace({ tab: 'nothing', block: 'love' }), {});
});

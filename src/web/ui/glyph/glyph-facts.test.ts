import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCarrier } from './glyph-facts.ts';

test('who carries it: only a clear difference counts', () => {
  assert.equal(findCarrier({ ours: 0, theirs: 0 }), null);
  assert.equal(findCarrier({ ours: 0.5, theirs: 0.5 }), 'both');
  assert.equal(findCarrier({ ours: 0.6, theirs: 0.5 }), 'both');
  assert.equal(findCarrier({ ours: 0.6, theirs: 0.2 }), 'ours');
  assert.equal(findCarrier({ ours: 0, theirs: 0.4 }), 'theirs');
  assert.equal(findCarrier({ ours: 0.04, theirs: 0.01 }), 'both');
});

test('swapping the sides swaps the carrier', () => {
  assert.equal(findCarrier({ ours: 0.7, theirs: 0.1 }), 'ours');
  assert.equal(findCarrier({ ours: 0.1, theirs: 0.7 }), 'theirs');
});

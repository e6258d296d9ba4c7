import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNamed, matchesName } from './match-name.ts';

test('part of a name in any case, without its accents, names it; another word does not', () => {
  assert.ok(matchesName('ans', 'Café Ans'));
  assert.ok(matchesName('cafe an', 'Café Ans'));
  assert.ok(matchesName("van 't hoff", "Piet van 't Hoff"));
  assert.ok(!matchesName('ans maler', 'Café Ans'));
  assert.ok(!matchesName('niet', 'Piet'));
  assert.ok(!matchesName('', 'Piet'));
  assert.ok(!matchesName('...', 'Piet'));
});

test('the whole name goes before the first that fits', () => {
  const found = [{ name: 'Ans Belt' }, { name: 'Ans' }, { name: 'Henk' }];
  assert.equal(findNamed('ans', found)?.name, 'Ans');
  assert.equal(findNamed('an', found)?.name, 'Ans Belt');
  assert.equal(findNamed('yara', found), null);
});

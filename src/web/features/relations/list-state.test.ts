import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSameList, partsOf, readListState, withParts } from './list-state.ts';

test('the address bar is believed only as far as it makes sense', () => {
  const filter = { all: [{ field: 'lastAt', op: 'older', value: 30 }] };
  assert.deepEqual(
    readListState({ sort: 'trend', order: 'desc', q: 'ans', filter, columns: 'name,tags', group: 'role' }),
    {
      sort: 'trend',
      order: 'desc',
      q: 'ans',
      filter,
      columns: 'name,tags',
      group: 'role',
    },
  );
  assert.deepEqual(
    readListState({ sort: 'drop table', filter: { all: [{ field: 'x' }] }, q: '', anything: 'else' }),
    {},
  );
  assert.deepEqual(readListState({ q: 31 }), { q: '31' });
});

test('older links keep their meaning', () => {
  assert.deepEqual(readListState({ alarm: 'gone', weakest: 'time', role: 'nonsense' }).filter, {
    all: [
      { field: 'alarm', op: 'is', value: ['gone'] },
      { field: 'weakest', op: 'is', value: ['time'] },
    ],
  });
});

test('conditions are added, taken away and joined otherwise', () => {
  const leaf = { field: 'role', op: 'empty' } as const;
  const one = withParts({ q: 'a' }, { how: 'any', parts: [leaf] });
  assert.deepEqual(one, { q: 'a', filter: { any: [leaf] } });
  assert.deepEqual(partsOf(one.filter), { how: 'any', parts: [leaf] });
  assert.deepEqual(withParts(one, { how: 'any', parts: [] }), { q: 'a' });
});

test('a list is the same whatever view it is called by', () => {
  assert.ok(isSameList({ q: 'a', sort: 'name', view: 'x' }, { sort: 'name', q: 'a' }));
  assert.ok(!isSameList({ q: 'a' }, { q: 'b' }));
});

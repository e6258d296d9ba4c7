import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columns, sortedBy, turnSort } from './columns.ts';

const columnOf = (name: string) => {
  const column = columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`no column ${name}`);
  return column;
};

test('closest first, unless asked otherwise', () => {
  assert.deepEqual(sortedBy({}), { sort: 'bond', order: 'desc' });
  assert.deepEqual(sortedBy({ sort: 'name' }), { sort: 'name', order: 'asc' });
});

test('a click sorts by a column, a second click turns it round, filters stay', () => {
  const first = turnSort({ alarm: 'quiet' }, columnOf('name'));
  assert.deepEqual(first, { alarm: 'quiet', sort: 'name', order: 'asc' });
  assert.deepEqual(turnSort(first, columnOf('name')), { alarm: 'quiet', sort: 'name', order: 'desc' });
  assert.deepEqual(turnSort(first, columnOf('last')), { alarm: 'quiet', sort: 'last', order: 'desc' });
});

test('the weakest link sorts nothing', () => {
  const filter = { q: 'ans' };
  assert.equal(turnSort(filter, columnOf('weakest')), filter);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf, sortedBy, turnSort, usualColumns } from './columns.ts';

const columnNamed = (name: string) => {
  const column = columnsOf({}).find((candidate) => candidate.name === name);
  if (!column) throw new Error(`no column ${name}`);
  return column;
};

test('the usual columns, or those that were chosen, the name always first', () => {
  const names = (columns?: string) => columnsOf(columns === undefined ? {} : { columns }).map(({ name }) => name);
  assert.deepEqual(names(), [...usualColumns]);
  assert.deepEqual(names('tags,name,role,nonsense,tags'), ['name', 'tags', 'role']);
  assert.deepEqual(names('fields.klantnummer'), ['name', 'fields.klantnummer']);
});

test('closest first, unless asked otherwise', () => {
  assert.deepEqual(sortedBy({}), { sort: 'bond', order: 'desc' });
  assert.deepEqual(sortedBy({ sort: 'name' }), { sort: 'name', order: 'asc' });
});

test('a click sorts by a column, a second click turns it round, filters stay', () => {
  const first = turnSort({ q: 'ans' }, columnNamed('name'));
  assert.deepEqual(first, { q: 'ans', sort: 'name', order: 'asc' });
  assert.deepEqual(turnSort(first, columnNamed('name')), { q: 'ans', sort: 'name', order: 'desc' });
  assert.deepEqual(turnSort(first, columnNamed('last')), { q: 'ans', sort: 'last', order: 'desc' });
});

test('the weakest link sorts nothing', () => {
  const state = { q: 'ans' };
  assert.equal(turnSort(state, columnNamed('weakest')), state);
});

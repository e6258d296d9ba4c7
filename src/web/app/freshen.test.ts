import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { createFreshener, paceOf } from './freshen.ts';

const open = new Set(['ans']);
const ofAns = { parties: ['ans'], topics: [] };

test('exactly what shows a relation is read again when it changes', () => {
  for (const key of [
    ['party', 'ans'],
    ['party', 'ans', 'timeline', 'all'],
    ['changes-since', 'ans'],
    ['tasks', { partyId: 'ans', state: 'open' }],
    ['tie', 'tie-of-ans'],
  ]) {
    assert.equal(paceOf(key, ofAns, open), 'soon', key.join());
  }
  for (const key of [['parties', 'list', {}], ['today'], ['changes', 'all']]) {
    assert.equal(paceOf(key, ofAns, open), 'calm', key.join());
  }
  for (const key of [
    ['party', 'henk'],
    ['tasks', { state: 'open' }],
    ['me'],
    ['search', 'ans'],
    ['imports', 'a', 'findings'],
    ['notifications', 'count'],
    ['triage'],
  ]) {
    assert.equal(paceOf(key, ofAns, open), null, key.join());
  }
  assert.equal(paceOf(['tie', 'tie-of-ans'], { parties: ['henk'], topics: [] }, open), null);
});

test('topics touch what is read under their name, and Today where it stands on them', () => {
  const told = { parties: [], topics: ['notifications' as const] };
  assert.equal(paceOf(['notifications', 'count'], told, open), 'soon');
  assert.equal(paceOf(['today'], told, open), null);
  assert.equal(paceOf(['party', 'ans'], told, open), null);
  const proposed = { parties: [], topics: ['proposals' as const] };
  assert.equal(paceOf(['proposals', 'mine'], proposed, open), 'soon');
  assert.equal(paceOf(['today'], proposed, open), 'calm');
  assert.equal(paceOf(['party', 'ans'], { parties: 'many', topics: [] }, open), 'soon');
});

test('many words at once are one reading; lists wait longer while they keep coming; a write goes first', async () => {
  const cache = new QueryClient();
  const asked = { party: 0, list: 0 };
  const watch = (queryKey: readonly unknown[], count: keyof typeof asked) => {
    const queryFn = () => {
      asked[count] += 1;
      return asked[count];
    };
    return new QueryObserver(cache, { queryKey, queryFn, staleTime: Number.POSITIVE_INFINITY }).subscribe(() => {});
  };
  const leave = [watch(['party', 'ans'], 'party'), watch(['parties', 'list', {}], 'list')];
  await pause(20);
  const freshener = createFreshener(cache);
  let letGo = () => {};
  const mutation = cache.getMutationCache().build(cache, { mutationFn: () => new Promise<void>((go) => (letGo = go)) });
  const written = mutation.execute(undefined);
  for (let word = 0; word < 20; word += 1) freshener.note(ofAns);
  await pause(400);
  assert.deepEqual(asked, { party: 1, list: 1 }, 'nothing is read while something is being written');
  letGo();
  await written;
  await pause(500);
  assert.equal(asked.party, 2);
  await pause(400);
  assert.equal(asked.list, 2);
  freshener.note(ofAns);
  await pause(900);
  assert.deepEqual(asked, { party: 3, list: 2 }, 'a list that was just read waits');
  await pause(900);
  assert.equal(asked.list, 3);
  freshener.stop();
  for (const stop of leave) stop();
  cache.clear();
});

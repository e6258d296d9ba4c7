import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultParameters } from '#engine/index.ts';
import { groupReceivers, replayTies } from './tie-replay.ts';

const hourMs = 3_600_000;

test('One sender at one instant is one mail, and its receivers share its weight', () => {
  const rows = [
    { from: 'a', to: 'b', atMs: 0 },
    { from: 'c', to: 'b', atMs: 0 },
    { from: 'a', to: 'd', atMs: 0 },
    { from: 'a', to: 'b', atMs: 1 },
  ];
  const sent = groupReceivers(rows);
  assert.deepEqual(
    sent.map((one) => [one.from, one.receivers.length]),
    [
      ['a', 2],
      ['c', 1],
      ['a', 1],
    ],
  );
  const ties = replayTies(sent, 1, 'mail', defaultParameters);
  const mailContact = 2;
  assert.equal(ties.get('a\td')?.ab.traces[mailContact], 0.25);
  assert.equal(ties.get('b\tc')?.ba.traces[mailContact], 0.5);
});

test('The first message back after a run is an answer to it; in time it is evidence, once', () => {
  const rows = [
    { from: 'a', to: 'b', atMs: 0 },
    { from: 'a', to: 'b', atMs: hourMs },
    { from: 'b', to: 'a', atMs: 2 * hourMs },
    { from: 'b', to: 'a', atMs: 3 * hourMs },
  ];
  const tie = replayTies(groupReceivers(rows), Infinity, 'mail', defaultParameters).get('a\tb');
  assert.equal(tie?.ab.abilityCount, 1);
  assert.equal(tie?.ba.abilityCount, 0);
});

test('A late answer is no evidence', () => {
  const rows = [
    { from: 'a', to: 'b', atMs: 0 },
    { from: 'b', to: 'a', atMs: 100 * hourMs },
  ];
  assert.equal(replayTies(groupReceivers(rows), Infinity, 'mail', defaultParameters).get('a\tb')?.ab.abilityCount, 0);
});

test('What happens at the cut or later is not seen', () => {
  const rows = [{ from: 'a', to: 'b', atMs: 5 }];
  assert.equal(replayTies(groupReceivers(rows), 5, 'mail', defaultParameters).size, 0);
});

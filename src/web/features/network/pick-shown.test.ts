import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NetworkMap } from '#contract/network.ts';
import { pickShown } from './pick-shown.ts';

const node = (name: string, kind: 'person' | 'organisation', isOwn = false) => ({
  id: name,
  name,
  kind,
  isOwn,
  circle: 0,
  cutOff: 0,
});
const map: NetworkMap = {
  nodes: [node('Karin', 'person', true), node('Ans', 'organisation'), node('Yara', 'person'), node('Vera', 'person')],
  edges: [
    { from: 0, to: 1, strength: 0.6, isDeclared: false, isBridge: false, history: [0, 20, 60] },
    { from: 0, to: 2, strength: 0.1, isDeclared: false, isBridge: false, history: [40, 30, 10] },
    { from: 2, to: 3, strength: 0.35, isDeclared: true, isBridge: true, history: [] },
  ],
  left: 0,
  asOf: '2026-11-22T09:00:00.000Z',
};
const all = { kind: 'everybody', strength: 0, isNotedShown: true, monthsAgo: 0 } as const;
const shownOf = (view: Parameters<typeof pickShown>[1]) => {
  const { nodes, edges } = pickShown(map, view);
  return [[...nodes].sort(), [...edges.keys()]];
};

test('by strength, by kind, by what is written down, and as it was', () => {
  assert.deepEqual(shownOf(all), [
    [0, 1, 2, 3],
    [0, 1, 2],
  ]);
  assert.deepEqual(shownOf({ ...all, strength: 30 }), [
    [0, 1, 2, 3],
    [0, 2],
  ]);
  assert.deepEqual(shownOf({ ...all, kind: 'organisation' }), [[0, 1], [0]]);
  assert.deepEqual(shownOf({ ...all, isNotedShown: false }), [
    [0, 1, 2],
    [0, 1],
  ]);
  // Two months ago there was nothing with Ans yet, and more with Yara.
  assert.deepEqual(shownOf({ ...all, monthsAgo: 2 }), [
    [0, 2, 3],
    [1, 2],
  ]);
  assert.equal(pickShown(map, { ...all, monthsAgo: 2 }).edges.get(1), 40);
});

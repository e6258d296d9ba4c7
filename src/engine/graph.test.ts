import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildGraph, otherEnd } from './graph.ts';

test('golden: neighbours lie side by side, each link from both its ends', () => {
  const graph = buildGraph({ nodeCount: 4, from: [0, 2, 0], to: [1, 1, 2], strength: [0.5, 0.25, 1] });
  const around = (node: number) => [...graph.neighbour.subarray(graph.first[node], graph.first[node + 1])];
  assert.deepEqual([0, 1, 2, 3].map(around), [[2, 1], [0, 2], [0, 1], []]);
  assert.deepEqual([...graph.order], [2, 0, 1]);
  assert.equal(otherEnd(graph, 1, 2), 1);
  assert.equal(otherEnd(graph, 1, 1), 2);
});

test('what is no link is refused', () => {
  const one = (from: number, to: number, strength: number) => () =>
    buildGraph({ nodeCount: 2, from: [from], to: [to], strength: [strength] });
  for (const bad of [one(0, 0, 0.5), one(0, 2, 0.5), one(0, 1, 1.5), one(0, 1, Number.NaN)])
    assert.throws(bad, RangeError);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findClusters } from './clusters.ts';
import { findCutOff, findCutPoints } from './cut-points.ts';
import { buildGraph, type Graph } from './graph.ts';

const graphs = fc
  .array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 14 })
  .map((pairs) => graphOf(pairs.filter(([one, other]) => one !== other)));

function graphOf(pairs: readonly (readonly [number, number])[], nodeCount = 9): Graph {
  return buildGraph({
    nodeCount,
    from: pairs.map(([one]) => one),
    to: pairs.map(([, other]) => other),
    strength: pairs.map(() => 0.5),
  });
}

/** Sizes of the parts that hang together, without one party or link. */
function partsWithout(graph: Graph, without: { node?: number; edge?: number }): number[][] {
  const parts: number[][] = [];
  const seen = new Set<number>(without.node === undefined ? [] : [without.node]);
  for (let start = 0; start < graph.nodeCount; start += 1) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (const node of part) {
      for (let place = graph.first[node] as number; place < (graph.first[node + 1] as number); place += 1) {
        const next = graph.neighbour[place] as number;
        if (graph.edge[place] === without.edge || seen.has(next)) continue;
        seen.add(next);
        part.push(next);
      }
    }
    parts.push(part);
  }
  return parts;
}

test('golden: two triangles joined by one link, and a tail', () => {
  // 0-1-2-0, 3-4-5-3, 2-3 between them, 5-6 the tail.
  const graph = graphOf([
    [0, 1],
    [1, 2],
    [2, 0],
    [3, 4],
    [4, 5],
    [5, 3],
    [2, 3],
    [5, 6],
  ]);
  const { cutOff, bridges } = findCutPoints(graph);
  assert.deepEqual([...cutOff], [0, 0, 2, 3, 0, 1, 0, 0, 0]);
  assert.deepEqual([...bridges].sort(), [6, 7]);
});

test('property: exactly those whose loss takes others apart, and by how many', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const { cutOff, bridges } = findCutPoints(graph);
      const whole = partsWithout(graph, {});
      for (let node = 0; node < graph.nodeCount; node += 1) {
        const mine = whole.find((part) => part.includes(node)) ?? [];
        const left = partsWithout(graph, { node }).filter((part) => mine.includes(part[0] as number));
        const largest = Math.max(0, ...left.map((part) => part.length));
        assert.equal(cutOff[node], mine.length - 1 - largest);
      }
      for (let edge = 0; edge < graph.edgeCount; edge += 1) {
        const parts = partsWithout(graph, { edge }).length;
        assert.equal(bridges.includes(edge), parts > whole.length);
      }
    }),
  );
});

test('property: who is cut off from the root when one goes, by name', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const cut = findCutOff(graph, 0);
      const mine = partsWithout(graph, {}).find((part) => part.includes(0)) ?? [];
      for (let node = 1; node < graph.nodeCount; node += 1) {
        const left = partsWithout(graph, { node }).find((part) => part.includes(0)) ?? [];
        const lost = mine.includes(node) ? mine.filter((other) => other !== node && !left.includes(other)) : [];
        assert.equal(cut.count[node], lost.length);
        assert.deepEqual(cut.list(node, 99).sort(), lost.sort());
      }
      assert.equal(cut.count[0], 0);
    }),
  );
});

test('a chain of 200,000 is walked without running out of room', () => {
  const count = 200_000;
  const from = Int32Array.from({ length: count - 1 }, (_, at) => at);
  const graph = buildGraph({
    nodeCount: count,
    from,
    to: from.map((at) => at + 1),
    strength: new Float64Array(count - 1),
  });
  const { cutOff, bridges } = findCutPoints(graph);
  assert.equal(bridges.length, count - 1);
  assert.equal(cutOff[1], 1);
  assert.equal(cutOff[0], 0);
});

test('golden: two triangles joined by one link are two circles; the same again gives the same', () => {
  const pairs: [number, number][] = [
    [0, 1],
    [1, 2],
    [2, 0],
    [3, 4],
    [4, 5],
    [5, 3],
    [2, 3],
  ];
  const circles = findClusters(graphOf(pairs, 7));
  assert.deepEqual([...circles], [0, 0, 0, 1, 1, 1, 2]);
  assert.deepEqual(findClusters(graphOf(pairs, 7)), circles);
});

test('property: a circle hangs together, and every party has one', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const circles = findClusters(graph);
      const parts = partsWithout(graph, {});
      for (const name of new Set(circles)) {
        const members = [...circles.keys()].filter((node) => circles[node] === name);
        assert.ok(parts.some((part) => members.every((node) => part.includes(node))));
      }
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildGraph, type Graph } from './graph.ts';
import { findSpanningForest } from './spanning-forest.ts';
import { findWidestWay, listWidestWays } from './widest-path.ts';

const links = fc.array(
  fc.record({ from: fc.nat(6), to: fc.nat(6), strength: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10) }),
  { maxLength: 16 },
);
const graphs = links.map((all) => graphOf(all.filter(({ from, to }) => from !== to)));

function graphOf(all: readonly { from: number; to: number; strength: number }[], nodeCount = 7): Graph {
  const [from, to, strength] = [all.map((one) => one.from), all.map((one) => one.to), all.map((one) => one.strength)];
  return buildGraph({ nodeCount, from, to, strength });
}

/** Every way without a loop, walked. */
function widthByHand(graph: Graph, node: number, target: number, seen: readonly number[] = []): number {
  if (node === target) return Number.POSITIVE_INFINITY;
  let best = 0;
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const ends = [graph.from[edge] as number, graph.to[edge] as number];
    if (!ends.includes(node)) continue;
    const next = ends[0] === node ? (ends[1] as number) : (ends[0] as number);
    if (seen.includes(next)) continue;
    const width = Math.min(graph.strength[edge] as number, widthByHand(graph, next, target, [...seen, node]));
    best = Math.max(best, width);
  }
  return best;
}

test('golden: round by a strong chain rather than straight over a weak link; of equals the shortest', () => {
  // 0-1 .2 straight; 0-2-3-1 through .6, .5, .7; 0-4-5-6-1 as wide but longer.
  const graph = graphOf([
    { from: 0, to: 1, strength: 0.2 },
    { from: 0, to: 2, strength: 0.6 },
    { from: 2, to: 3, strength: 0.5 },
    { from: 3, to: 1, strength: 0.7 },
    { from: 0, to: 4, strength: 0.9 },
    { from: 4, to: 5, strength: 0.5 },
    { from: 5, to: 6, strength: 0.9 },
    { from: 6, to: 1, strength: 0.9 },
  ]);
  const way = findWidestWay(graph, { sources: [0], targets: [1] });
  assert.deepEqual(way, { nodes: [0, 2, 3, 1], edges: [1, 2, 3], weakest: 1, strength: 0.5 });
  const ways = listWidestWays(graph, { sources: [0], targets: [1] }, 5);
  assert.deepEqual(
    ways.map(({ nodes, strength }) => [nodes.join('-'), strength]),
    [
      ['0-2-3-1', 0.5],
      ['0-4-5-6-1', 0.5],
      ['0-1', 0.2],
    ],
  );
  const without2 = findWidestWay(graph, { sources: [0], targets: [1], mayStandBetween: (node) => node !== 2 });
  assert.deepEqual(without2?.nodes, [0, 4, 5, 6, 1]);
});

test('property: the widest way is what trying every way finds, and is a way', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const way = findWidestWay(graph, { sources: [0], targets: [1] });
      const byHand = widthByHand(graph, 0, 1);
      assert.equal(way?.strength ?? 0, byHand);
      if (!way) return;
      assert.deepEqual([way.nodes[0], way.nodes.at(-1)], [0, 1]);
      way.edges.forEach((edge, place) => {
        const ends = [graph.from[edge], graph.to[edge]].sort();
        assert.deepEqual(ends, [way.nodes[place], way.nodes[place + 1]].sort());
        assert.ok(way.strength <= (graph.strength[edge] as number));
      });
      assert.equal(graph.strength[way.edges[way.weakest] as number], way.strength);
      assert.equal(new Set(way.nodes).size, way.nodes.length);
    }),
  );
});

test('property: alternatives differ in their weakest link and never get stronger', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const ways = listWidestWays(graph, { sources: [0], targets: [1] }, 4);
      const weakest = ways.map((way) => way.edges[way.weakest]);
      assert.equal(new Set(weakest).size, ways.length);
      for (const [place, way] of ways.entries()) assert.ok(way.strength <= (ways[place - 1]?.strength ?? 1));
    }),
  );
});

test('property: the backbone alone answers every pair as the whole network does', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const kept = findSpanningForest(graph).map((edge) => ({
        from: graph.from[edge] as number,
        to: graph.to[edge] as number,
        strength: graph.strength[edge] as number,
      }));
      const backbone = graphOf(kept);
      for (let from = 0; from < 7; from += 1) {
        for (let to = 0; to < 7; to += 1) {
          if (from === to) continue;
          const asked = { sources: [from], targets: [to] };
          assert.equal(findWidestWay(backbone, asked)?.strength, findWidestWay(graph, asked)?.strength);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('from several at once: whoever has the widest way begins; nobody passes another of them', () => {
  const graph = graphOf([
    { from: 0, to: 2, strength: 0.4 },
    { from: 1, to: 2, strength: 0.8 },
    { from: 2, to: 3, strength: 0.6 },
    { from: 0, to: 1, strength: 1 },
  ]);
  assert.deepEqual(findWidestWay(graph, { sources: [0, 1], targets: [3] })?.nodes, [1, 2, 3]);
  assert.equal(findWidestWay(graph, { sources: [0], targets: [4] }), null);
});

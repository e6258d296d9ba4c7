/** Circles in a network: who hangs together more than chance would have it. */
import type { Graph } from './graph.ts';

interface Level {
  readonly count: number;
  /** Sum of the strengths at each node, its links with itself twice. */
  readonly weights: Float64Array;
  readonly links: readonly ReadonlyMap<number, number>[];
}

/** Moves that gain less than this are none: they would go round in circles by rounding. */
const leastGain = 1e-9;
const mostRounds = 50;

/**
 * Claim: a partition in which no party gains by moving to a neighbouring circle, by weighted modularity; the same input
 * gives the same answer. Formula: Louvain (Blondel et al. 2008, verify before quoting), nodes in their given order, of equal
 * gains the lowest circle. Range: numbers from 0, in order of first appearance; who has no link is a circle of its own.
 * Limit: circles smaller than the root of twice the total strength may be taken together. Test: clusters.test.ts.
 */
export function findClusters(graph: Graph): Int32Array {
  let level = levelOf(graph);
  const circle = Int32Array.from({ length: graph.nodeCount }, (_, node) => node);
  for (;;) {
    const moved = moveNodes(level);
    const names = renumber(moved);
    for (let node = 0; node < circle.length; node += 1) circle[node] = names[circle[node] as number] as number;
    const count = names.reduce((most, name) => Math.max(most, name + 1), 0);
    if (count === level.count) return renumber(circle);
    level = foldLevel(level, names, count);
  }
}

function levelOf(graph: Graph): Level {
  const links = Array.from({ length: graph.nodeCount }, () => new Map<number, number>());
  const weights = new Float64Array(graph.nodeCount);
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const strength = graph.strength[edge] as number;
    if (strength <= 0) continue;
    const [one, other] = [graph.from[edge] as number, graph.to[edge] as number];
    addTo(links, one, other, strength);
    addTo(links, other, one, strength);
    weights[one] = (weights[one] as number) + strength;
    weights[other] = (weights[other] as number) + strength;
  }
  return { count: graph.nodeCount, weights, links };
}

/** Each node goes where it gains most, until nobody gains any more. */
function moveNodes({ count, weights, links }: Level): Int32Array {
  const circle = Int32Array.from({ length: count }, (_, node) => node);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return circle;
  const sums = weights.slice();
  let hasMoved = true;
  for (let round = 0; hasMoved && round < mostRounds; round += 1) {
    hasMoved = false;
    for (let node = 0; node < count; node += 1) {
      const here = circle[node] as number;
      const weight = weights[node] as number;
      const near = new Map<number, number>([[here, 0]]);
      for (const [other, strength] of links[node] as ReadonlyMap<number, number>) {
        if (other !== node) near.set(circle[other] as number, (near.get(circle[other] as number) ?? 0) + strength);
      }
      sums[here] = (sums[here] as number) - weight;
      const gainOf = (name: number) => (near.get(name) ?? 0) - ((sums[name] as number) * weight) / total;
      let best = here;
      for (const name of [...near.keys()].sort((x, y) => x - y))
        if (gainOf(name) > gainOf(best) + leastGain) best = name;
      sums[best] = (sums[best] as number) + weight;
      if (best !== here) hasMoved = true;
      circle[node] = best;
    }
  }
  return circle;
}

/** Each circle becomes one node; what lies within it is a link with itself. */
function foldLevel(level: Level, names: Int32Array, count: number): Level {
  const links = Array.from({ length: count }, () => new Map<number, number>());
  const weights = new Float64Array(count);
  level.links.forEach((near, node) => {
    const name = names[node] as number;
    weights[name] = (weights[name] as number) + (level.weights[node] as number);
    for (const [other, strength] of near) addTo(links, name, names[other] as number, strength);
  });
  return { count, weights, links };
}

function addTo(links: Map<number, number>[], from: number, to: number, strength: number): void {
  const near = links[from] as Map<number, number>;
  near.set(to, (near.get(to) ?? 0) + strength);
}

function renumber(circle: Int32Array): Int32Array {
  const names = new Map<number, number>();
  return circle.map((name) => {
    const known = names.get(name) ?? names.size;
    names.set(name, known);
    return known;
  });
}

/** The backbone of a network: the links that all strongest ways run over. */
import type { Graph } from './graph.ts';

/**
 * Claim: a forest in which the weakest link between any two parties is that of the widest way between them in the whole
 * network. Formula: Kruskal, strongest link first; of equals the first. Range: one link fewer than parties for each part
 * that hangs together. Cost: O(E) on a network that is laid out. Source: model.md 1.7.3 (Hu 1961, verify before quoting). Test: widest-path.test.ts.
 */
export function findSpanningForest(graph: Graph): number[] {
  const parent = Int32Array.from({ length: graph.nodeCount }, (_, node) => node);
  const forest: number[] = [];
  for (const edge of graph.order) {
    const [one, other] = [rootOf(parent, graph.from[edge] as number), rootOf(parent, graph.to[edge] as number)];
    if (one === other || (graph.strength[edge] as number) <= 0) continue;
    parent[Math.max(one, other)] = Math.min(one, other);
    forest.push(edge);
  }
  return forest;
}

/** Claim: the one that stands for all that hang together with a party. Halves the way up each time it is walked. Test: widest-path.test.ts. */
export function rootOf(parent: Int32Array, node: number): number {
  let at = node;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at] as number] as number;
    at = parent[at] as number;
  }
  return at;
}

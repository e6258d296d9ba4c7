/** Who can introduce whom: the way through a network whose weakest link is the strongest there is. */
import { type Graph, otherEnd } from './graph.ts';
import { rootOf } from './spanning-forest.ts';

export interface Way {
  /** Parties from the first to the last. */
  readonly nodes: readonly number[];
  /** Links between them, one fewer. */
  readonly edges: readonly number[];
  /** The weakest of its links, by its place among them. */
  readonly weakest: number;
  /** How strong that one is. */
  readonly strength: number;
}

export interface WayAsked {
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  /** Links that may not be taken, and parties that may not stand in between. */
  readonly mayPass?: (edge: number) => boolean;
  readonly mayStandBetween?: (node: number) => boolean;
}

/**
 * Claim: no way from any source to any target has a stronger weakest link; among those it has the fewest links.
 * Formula: links from the strongest on until source and target hang together (the width is that of the last; as max-min
 * Dijkstra finds it, without its queue), then breadth-first over the links at least that strong. Sources stand for one.
 * Range: strength in (0,1]; null where no way is. Cost: O(E) on flat arrays. Source: model.md 1.7.3 (Pollack 1960; Hu 1961,
 * verify before quoting). Limit: it says who could ask whom, not that they would. Test: widest-path.test.ts.
 */
export function findWidestWay(graph: Graph, asked: WayAsked): Way | null {
  const width = findWidth(graph, asked);
  return width === null ? null : findShortestOf(graph, asked, width);
}

/**
 * Claim: the best way, then the best without its weakest link, and so on: each next one avoids the weak link of those
 * before it, so that no two fail by the same link. Range: at most `count`, none stronger than the one before it.
 * Source: model.md 1.7.3. Test: widest-path.test.ts.
 */
export function listWidestWays(graph: Graph, asked: WayAsked, count: number): Way[] {
  const ways: Way[] = [];
  const avoided = new Set<number>();
  const mayPass = (edge: number) => !avoided.has(edge) && asked.mayPass?.(edge) !== false;
  while (ways.length < count) {
    const way = findWidestWay(graph, { ...asked, mayPass });
    if (!way) break;
    ways.push(way);
    avoided.add(way.edges[way.weakest] as number);
  }
  return ways;
}

/** Links are taken in from the strongest on: the one by which sources and targets come to hang together is the width. */
function findWidth(graph: Graph, asked: WayAsked): number | null {
  const { from, to, strength, order } = graph;
  const [source, target] = [asked.sources[0], asked.targets[0]];
  if (source === undefined || target === undefined) return null;
  const isEnd = markOf(graph, [...asked.sources, ...asked.targets]);
  const mayBe = (node: number) => isEnd[node] === 1 || asked.mayStandBetween?.(node) !== false;
  const parent = new Int32Array(graph.nodeCount);
  for (let node = 0; node < graph.nodeCount; node += 1) parent[node] = node;
  for (const node of asked.sources) parent[rootOf(parent, node)] = rootOf(parent, source);
  for (const node of asked.targets) parent[rootOf(parent, node)] = rootOf(parent, target);
  if (rootOf(parent, source) === rootOf(parent, target)) return null;
  for (const edge of order) {
    const width = strength[edge] as number;
    if (width <= 0) return null;
    const one = from[edge] as number;
    const other = to[edge] as number;
    const oneRoot = rootOf(parent, one);
    const otherRoot = rootOf(parent, other);
    if (oneRoot === otherRoot || asked.mayPass?.(edge) === false || !mayBe(one) || !mayBe(other)) continue;
    parent[oneRoot] = otherRoot;
    if (rootOf(parent, source) === rootOf(parent, target)) return width;
  }
  return null;
}

/** Breadth-first over what is wide enough: the first target met is as near as can be. */
function findShortestOf(graph: Graph, asked: WayAsked, width: number): Way | null {
  const { first, neighbour, edge: edgeAt, strength } = graph;
  const sources = markOf(graph, asked.sources);
  const targets = markOf(graph, asked.targets);
  const cameBy = new Int32Array(graph.nodeCount).fill(-1);
  const seen = sources.slice();
  const queue = [...asked.sources];
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at] as number;
    if (sources[node] === 0 && asked.mayStandBetween?.(node) === false) continue;
    for (let place = first[node] as number; place < (first[node + 1] as number); place += 1) {
      const next = neighbour[place] as number;
      const edge = edgeAt[place] as number;
      // The strongest come first: behind one that is too weak stand only weaker ones.
      if ((strength[edge] as number) < width) break;
      if (seen[next] === 1 || asked.mayPass?.(edge) === false) continue;
      seen[next] = 1;
      cameBy[next] = edge;
      if (targets[next] === 1) return walkBack(graph, cameBy, next);
      queue.push(next);
    }
  }
  return null;
}

function walkBack(graph: Graph, cameBy: Int32Array, target: number): Way {
  const nodes = [target];
  const edges: number[] = [];
  for (let node = target; cameBy[node] !== -1; ) {
    const edge = cameBy[node] as number;
    node = otherEnd(graph, edge, node);
    edges.unshift(edge);
    nodes.unshift(node);
  }
  const strengths = edges.map((edge) => graph.strength[edge] as number);
  const strength = Math.min(...strengths);
  return { nodes, edges, weakest: strengths.indexOf(strength), strength };
}

function markOf(graph: Graph, nodes: readonly number[]): Uint8Array {
  const marks = new Uint8Array(graph.nodeCount);
  for (const node of nodes) marks[node] = 1;
  return marks;
}

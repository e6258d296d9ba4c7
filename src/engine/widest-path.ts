/** Who can introduce whom: the way through a network whose weakest link is the strongest there is. */
import { type Graph, otherEnd } from './graph.ts';

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
 * Formula: Dijkstra with max-min for the width, then breadth-first over the links at least that strong.
 * Range: strength in (0,1]; null where no way is. Cost: O(E log V), on flat arrays. Source: model.md 1.7.3 (Pollack 1960;
 * Hu 1961, verify before quoting). Limit: it says who could ask whom, not that they would. Test: widest-path.test.ts.
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

function findWidth(graph: Graph, asked: WayAsked): number | null {
  const { first, neighbour, edge: edgeAt, strength } = graph;
  const isTarget = markOf(graph, asked.targets);
  const widths = new Float64Array(graph.nodeCount).fill(-1);
  const isDone = new Uint8Array(graph.nodeCount);
  const heap = makeHeap(graph.nodeCount, widths);
  const sources = markOf(graph, asked.sources);
  for (const source of asked.sources) {
    widths[source] = Number.POSITIVE_INFINITY;
    heap.lift(source);
  }
  for (let node = heap.take(); node !== -1; node = heap.take()) {
    isDone[node] = 1;
    if (isTarget[node] === 1 && sources[node] === 0) return widths[node] as number;
    if (sources[node] === 0 && asked.mayStandBetween?.(node) === false) continue;
    for (let place = first[node] as number; place < (first[node + 1] as number); place += 1) {
      const next = neighbour[place] as number;
      if (isDone[next] === 1) continue;
      const edge = edgeAt[place] as number;
      const width = Math.min(widths[node] as number, strength[edge] as number);
      if (width <= 0 || width <= (widths[next] as number) || asked.mayPass?.(edge) === false) continue;
      widths[next] = width;
      heap.lift(next);
    }
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
      if (seen[next] === 1 || (strength[edge] as number) < width || asked.mayPass?.(edge) === false) continue;
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

/** The widest first. A party stands in it once and moves up when it becomes wider. */
function makeHeap(nodeCount: number, widths: Float64Array) {
  const heap = new Int32Array(nodeCount);
  const placeOf = new Int32Array(nodeCount).fill(-1);
  let size = 0;
  const widthAt = (place: number) => widths[heap[place] as number] as number;
  const put = (node: number, place: number) => {
    heap[place] = node;
    placeOf[node] = place;
  };
  return {
    lift(node: number): void {
      let place = placeOf[node] as number;
      if (place === -1) {
        place = size;
        size += 1;
      }
      const width = widths[node] as number;
      while (place > 0) {
        const above = (place - 1) >> 1;
        if (widthAt(above) >= width) break;
        put(heap[above] as number, place);
        place = above;
      }
      put(node, place);
    },
    take(): number {
      if (size === 0) return -1;
      const top = heap[0] as number;
      placeOf[top] = -1;
      size -= 1;
      if (size === 0) return top;
      const last = heap[size] as number;
      const width = widths[last] as number;
      let place = 0;
      for (;;) {
        let below = 2 * place + 1;
        if (below >= size) break;
        if (below + 1 < size && widthAt(below + 1) > widthAt(below)) below += 1;
        if (widthAt(below) <= width) break;
        put(heap[below] as number, place);
        place = below;
      }
      put(last, place);
      return top;
    },
  };
}

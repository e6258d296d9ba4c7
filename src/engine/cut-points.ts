/** Where a network would fall apart: parties and links that alone hold parts of it together. */
import { type Graph, otherEnd } from './graph.ts';

export interface CutPoints {
  /** For each party: how many others lose their way to the largest part that is left when this one goes; 0 = it is no cut point. */
  readonly cutOff: Int32Array;
  /** Links whose loss alone takes two parts away from each other. */
  readonly bridges: readonly number[];
}

export interface CutOff {
  /** For each party: how many others lose every way to the root when this one goes. */
  readonly count: Int32Array;
  /** The first of those others. */
  list(node: number, most: number): number[];
}

interface Walk {
  readonly seenAt: Int32Array;
  /** The earliest party that can be reached from here or below without the link one came by. */
  readonly low: Int32Array;
  /** How many parties hang below, itself included. */
  readonly size: Int32Array;
  readonly cameBy: Int32Array;
  /** Which neighbour is looked at next. */
  readonly next: Int32Array;
}

/**
 * Claim: exactly the articulation points and bridges. Formula: Tarjan's low-link in one walk that keeps its own stack, so
 * that a chain of any length is walked. Cost: O(V + E). Range: cutOff = size of the part minus one minus its largest
 * remainder. Source: model.md 1.7.4. Limit: as the log knows it; people may know each other without us. Test: cut-points.test.ts.
 */
export function findCutPoints(graph: Graph): CutPoints {
  const { nodeCount } = graph;
  const walk = newWalk(graph);
  const cutOff = new Int32Array(nodeCount);
  const bridges: number[] = [];
  const clock = { at: 0 };
  for (let root = 0; root < nodeCount; root += 1) {
    if (walk.seenAt[root] !== -1) continue;
    const order = walkFrom(graph, walk, root, clock);
    readPart({ graph, walk, order, cutOff, bridges });
  }
  return { cutOff, bridges };
}

/**
 * Claim: who has no way to the root left when one party goes. Formula: the same walk, begun at the root; a branch that cannot
 * reach above a party falls with it. Cost: O(V + E) once; a list costs its length. Range: the root and who does not
 * hang together with it cut off nobody. Source: model.md 1.7.4. Test: cut-points.test.ts.
 */
export function findCutOff(graph: Graph, root: number): CutOff {
  const walk = newWalk(graph);
  const order = walkFrom(graph, walk, root, { at: 0 });
  const { seenAt, low, size, cameBy } = walk;
  const count = new Int32Array(graph.nodeCount);
  const branches = new Map<number, number[]>();
  for (const node of order) {
    const edge = cameBy[node] as number;
    if (edge === -1) continue;
    const above = otherEnd(graph, edge, node);
    if (above === root || (low[node] as number) < (seenAt[above] as number)) continue;
    count[above] = (count[above] as number) + (size[node] as number);
    branches.set(above, [...(branches.get(above) ?? []), node]);
  }
  // Who hangs below somebody stands right behind them in the order of the walk.
  const below = (node: number) =>
    order.slice(seenAt[node] as number, (seenAt[node] as number) + (size[node] as number));
  const list = (node: number, most: number) => (branches.get(node) ?? []).flatMap(below).slice(0, most);
  return { count, list };
}

function newWalk({ nodeCount, first }: Graph): Walk {
  return {
    seenAt: new Int32Array(nodeCount).fill(-1),
    low: new Int32Array(nodeCount),
    size: new Int32Array(nodeCount).fill(1),
    cameBy: new Int32Array(nodeCount).fill(-1),
    next: first.slice(0, nodeCount),
  };
}

/** Everything that hangs together with the root, in the order it was met; low-links are final when it returns. */
function walkFrom(graph: Graph, walk: Walk, root: number, clock: { at: number }): number[] {
  const { seenAt, low, size, cameBy } = walk;
  const order = [root];
  const stack = [root];
  seenAt[root] = clock.at;
  low[root] = clock.at;
  clock.at += 1;
  while (stack.length > 0) {
    const node = stack[stack.length - 1] as number;
    const place = walk.next[node] as number;
    if (place < (graph.first[node + 1] as number)) {
      walk.next[node] = place + 1;
      const edge = graph.edge[place] as number;
      const there = graph.neighbour[place] as number;
      if (edge === cameBy[node]) continue;
      if (seenAt[there] !== -1) {
        low[node] = Math.min(low[node] as number, seenAt[there] as number);
        continue;
      }
      cameBy[there] = edge;
      seenAt[there] = clock.at;
      low[there] = clock.at;
      clock.at += 1;
      order.push(there);
      stack.push(there);
      continue;
    }
    stack.pop();
    const above = stack[stack.length - 1];
    if (above === undefined) continue;
    low[above] = Math.min(low[above] as number, low[node] as number);
    size[above] = (size[above] as number) + (size[node] as number);
  }
  return order;
}

interface Part {
  readonly graph: Graph;
  readonly walk: Walk;
  readonly order: readonly number[];
  readonly cutOff: Int32Array;
  readonly bridges: number[];
}

/** What falls off when a party goes: each branch below it that cannot reach above it. */
function readPart({ graph, walk, order, cutOff, bridges }: Part): void {
  const { seenAt, low, size, cameBy } = walk;
  const root = order[0] as number;
  const fallen = new Map<number, { sum: number; largest: number; branches: number }>();
  for (const node of order) {
    const edge = cameBy[node] as number;
    if (edge === -1) continue;
    const above = otherEnd(graph, edge, node);
    if ((low[node] as number) > (seenAt[above] as number)) bridges.push(edge);
    if ((low[node] as number) < (seenAt[above] as number)) continue;
    const below = size[node] as number;
    const known = fallen.get(above) ?? { sum: 0, largest: 0, branches: 0 };
    const largest = Math.max(known.largest, below);
    fallen.set(above, { sum: known.sum + below, largest, branches: known.branches + 1 });
  }
  for (const [node, { sum, largest, branches }] of fallen) {
    if (node === root && branches < 2) continue;
    const rest = order.length - 1 - sum;
    cutOff[node] = order.length - 1 - Math.max(largest, rest);
  }
}

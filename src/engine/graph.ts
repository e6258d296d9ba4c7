/** A network in flat arrays: parties by number, each link stored once and reachable from both its ends. */

export interface Graph {
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Ends and strength of each link. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly strength: Float64Array;
  /** Links from the strongest on; of equals the first. */
  readonly order: Int32Array;
  /** Neighbours of node n stand at first[n] .. first[n + 1] - 1, the strongest link first. */
  readonly first: Int32Array;
  readonly neighbour: Int32Array;
  /** Which link leads there. */
  readonly edge: Int32Array;
}

export interface GraphInput {
  readonly nodeCount: number;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** In [0,1]. */
  readonly strength: ArrayLike<number>;
}

/**
 * Claim: the same network, laid out so that the neighbours of one party lie side by side, strongest first. Range: 36 bytes a
 * link and 4 a party. Cost: O(E log E), once. Limit: links of a party with itself are refused; two links between the same two stay two. Test: graph.test.ts.
 */
export function buildGraph(input: GraphInput): Graph {
  const { nodeCount } = input;
  const edgeCount = input.from.length;
  const from = Int32Array.from(input.from);
  const to = Int32Array.from(input.to);
  const strength = Float64Array.from(input.strength);
  const first = new Int32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const [one, other] = [from[edge] as number, to[edge] as number];
    checkLink({ one, other, nodeCount, strength: strength[edge] as number });
    first[one + 1] = (first[one + 1] as number) + 1;
    first[other + 1] = (first[other + 1] as number) + 1;
  }
  for (let node = 0; node < nodeCount; node += 1)
    first[node + 1] = (first[node + 1] as number) + (first[node] as number);
  const neighbour = new Int32Array(edgeCount * 2);
  const edgeAt = new Int32Array(edgeCount * 2);
  const next = first.slice();
  const order = orderByStrength(strength);
  const join = (here: number, there: number, edge: number) => {
    const place = next[here] as number;
    next[here] = place + 1;
    neighbour[place] = there;
    edgeAt[place] = edge;
  };
  for (const edge of order) {
    join(from[edge] as number, to[edge] as number, edge);
    join(to[edge] as number, from[edge] as number, edge);
  }
  return { nodeCount, edgeCount, from, to, strength, order, first, neighbour, edge: edgeAt };
}

/** Claim: the end of a link where one is not. Test: graph.test.ts. */
export function otherEnd(graph: Graph, edge: number, node: number): number {
  const from = graph.from[edge] as number;
  return from === node ? (graph.to[edge] as number) : from;
}

const mostEdges = 2 ** 23;

/** Numbers sort ten times as fast as pairs: strength (to 29 bits) and place in one of them, then what those bits left open. */
function orderByStrength(strength: Float64Array): Int32Array {
  if (strength.length > mostEdges) throw new RangeError(`a network has at most ${mostEdges} links`);
  const keys = strength.map((value, edge) => Math.floor((1 - value) * 2 ** 29) * mostEdges + edge).sort();
  const order = Int32Array.from(keys, (key) => key % mostEdges);
  for (let place = 1; place < order.length; place += 1) {
    const edge = order[place] as number;
    const value = strength[edge] as number;
    let at = place;
    for (; at > 0 && (strength[order[at - 1] as number] as number) < value; at -= 1)
      order[at] = order[at - 1] as number;
    order[at] = edge;
  }
  return order;
}

function checkLink(link: { one: number; other: number; nodeCount: number; strength: number }): void {
  const { one, other, nodeCount, strength } = link;
  const isKnown = (node: number) => Number.isInteger(node) && node >= 0 && node < nodeCount;
  if (!isKnown(one) || !isKnown(other) || one === other)
    throw new RangeError(`no link lies between ${one} and ${other}`);
  if (!(strength >= 0 && strength <= 1)) throw new RangeError(`a link is between 0 and 1 strong, not ${strength}`);
}

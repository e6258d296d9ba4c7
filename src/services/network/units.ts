/** The network as one looks at it: a firm and its people are one, each of us stands apart, and only what everybody may see. */
import { findClusters } from '#engine/clusters.ts';
import { type CutOff, findCutOff, findCutPoints } from '#engine/cut-points.ts';
import { buildGraph, type Graph } from '#engine/graph.ts';
import type { Network } from './network.ts';

export interface Units {
  /** The party each unit is shown as, by its number in the network. */
  readonly parties: readonly number[];
  readonly isOurs: Uint8Array;
  readonly graph: Graph;
  readonly declared: Uint8Array;
  /** The link of the network behind each link here: the strongest. */
  readonly edgeOf: Int32Array;
  readonly circles: Int32Array;
  /** Who would be lost to us without each one. */
  readonly cutOff: CutOff;
  /** Links without which a part comes loose from us. */
  readonly bridges: ReadonlySet<number>;
}

const made = new WeakMap<Network, Units>();

export function unitsOf(network: Network): Units {
  const known = made.get(network);
  if (known) return known;
  const units = makeUnits(network);
  made.set(network, units);
  return units;
}

/** Circles of a large house are drawn by its strongest ties: all of them would keep everybody waiting. */
const mostForCircles = 20_000;

function keepStrongest(graph: Graph): Graph {
  if (graph.edgeCount <= mostForCircles) return graph;
  const kept = graph.order.subarray(0, mostForCircles);
  return buildGraph({
    nodeCount: graph.nodeCount,
    from: kept.map((edge) => graph.from[edge] as number),
    to: kept.map((edge) => graph.to[edge] as number),
    strength: Float64Array.from(kept, (edge) => graph.strength[edge] as number),
  });
}

interface Folded {
  readonly parties: number[];
  readonly from: number[];
  readonly to: number[];
  readonly strength: number[];
  readonly edgeOf: number[];
}

function makeUnits(network: Network): Units {
  const folded = fold(network);
  const { parties, from, to, strength, edgeOf } = folded;
  const isOurs = Uint8Array.from(parties, (party) => network.ours[party] as number);
  const graph = buildGraph({ nodeCount: parties.length, from, to, strength });
  const { cutOff, bridges } = findLosses(graph, isOurs);
  return {
    parties,
    isOurs,
    graph,
    declared: Uint8Array.from(edgeOf, (edge) => network.declared[edge] as number),
    edgeOf: Int32Array.from(edgeOf),
    circles: findClusters(keepStrongest(graph)),
    cutOff,
    bridges,
  };
}

/** The strongest of what two units have with each other, and only units that have anything. */
function fold({ graph, employer, ours, nodeGuard, edgeGuard, organisation, ownFirm }: Network): Folded {
  const unitOf = (node: number) => {
    const firm = employer[node] as number;
    return ours[node] === 1 || organisation[node] === 1 || firm === -1 || nodeGuard[firm] !== 0 || ownFirm[firm] === 1
      ? node
      : firm;
  };
  const best = new Map<number, number>();
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const [one, other] = [graph.from[edge] as number, graph.to[edge] as number];
    if (edgeGuard[edge] !== 0 || nodeGuard[one] !== 0 || nodeGuard[other] !== 0) continue;
    const [from, to] = [unitOf(one), unitOf(other)];
    if (from === to || (ours[from] === 1 && ours[to] === 1)) continue;
    const key = Math.min(from, to) * graph.nodeCount + Math.max(from, to);
    const known = best.get(key);
    if (known === undefined || (graph.strength[edge] as number) > (graph.strength[known] as number))
      best.set(key, edge);
  }
  const places = new Map<number, number>();
  const folded: Folded = { parties: [], from: [], to: [], strength: [], edgeOf: [] };
  const placeOf = (party: number) => {
    const known = places.get(party);
    if (known !== undefined) return known;
    places.set(party, folded.parties.length);
    return folded.parties.push(party) - 1;
  };
  for (const [key, edge] of best) {
    folded.from.push(placeOf(Math.floor(key / graph.nodeCount)));
    folded.to.push(placeOf(key % graph.nodeCount));
    folded.strength.push(graph.strength[edge] as number);
    folded.edgeOf.push(edge);
  }
  return folded;
}

/** All of us as one: what matters is who would be lost to the firm, not to one colleague. */
function findLosses(graph: Graph, isOurs: Uint8Array): { cutOff: CutOff; bridges: Set<number> } {
  const us = isOurs.indexOf(1);
  if (us === -1) return { cutOff: { count: new Int32Array(graph.nodeCount), list: () => [] }, bridges: new Set() };
  const mergedOf = (node: number) => (isOurs[node] === 1 ? us : node);
  const from = graph.from.map(mergedOf);
  const to = graph.to.map(mergedOf);
  const merged = buildGraph({ nodeCount: graph.nodeCount, from, to, strength: graph.strength });
  const isBetween = (edge: number) => merged.from[edge] !== us && merged.to[edge] !== us;
  // What hangs on us alone is what a firm is for: only others can be in between.
  return { cutOff: findCutOff(merged, us), bridges: new Set(findCutPoints(merged).bridges.filter(isBetween)) };
}

/** Where each dot of the map stands: the same network always gives the same map. */
import type { MultiUndirectedGraph } from 'graphology';
import loaded from 'graphology-layout-forceatlas2';
import type { NetworkMap } from '#contract/network.ts';

/** Its types promise a default; the module is the function itself. */
const forceAtlas2 = loaded as unknown as typeof loaded.default;

/** Circles around the middle, who belongs together side by side: where the forces begin from. */
export function placeFirst(map: NetworkMap): { x: number; y: number }[] {
  const order = map.nodes
    .map((node, place) => ({ circle: node.circle, place }))
    .sort((one, other) => one.circle - other.circle || one.place - other.place);
  const places: { x: number; y: number }[] = new Array(map.nodes.length);
  order.forEach(({ place }, at) => {
    const angle = (2 * Math.PI * at) / order.length;
    const radius = map.nodes[place]?.isOwn ? 20 : 100;
    places[place] = { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
  return places;
}

const rounds = { few: 240, many: 60 };
const fewNodes = 1_500;
const perTurn = 12;

/** In turns, so that the page stays awake. Answers false when it was called off. */
export async function layOut(graph: MultiUndirectedGraph, signal: AbortSignal): Promise<boolean> {
  const most = graph.order <= fewNodes ? rounds.few : rounds.many;
  const inferred = forceAtlas2.inferSettings(graph);
  const settings = {
    ...inferred,
    barnesHutOptimize: graph.order > 400,
    linLogMode: false,
    gravity: 1.2,
    scalingRatio: 8,
  };
  for (let round = 0; round < most; round += perTurn) {
    if (signal.aborted) return false;
    forceAtlas2.assign(graph, { iterations: perTurn, settings, getEdgeWeight: 'weight' });
    await new Promise((next) => setTimeout(next, 0));
  }
  return !signal.aborted;
}

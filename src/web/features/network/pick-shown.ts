/** Which dots and lines of the map are in sight: by kind, by strength, as it was so many months ago. */
import type { NetworkMap } from '#contract/network.ts';

export type MapKind = 'everybody' | 'person' | 'organisation';

export interface MapView {
  readonly kind: MapKind;
  /** 0-100. */
  readonly strength: number;
  /** Also what is only written down. */
  readonly isNotedShown: boolean;
  readonly monthsAgo: number;
}

export interface Shown {
  /** Places of nodes. */
  readonly nodes: ReadonlySet<number>;
  /** Places of edges, with how strong they were then, 0-100. */
  readonly edges: ReadonlyMap<number, number>;
}

/** Weaker than this it was no tie yet, as in the network itself. */
const faintest = 5;

export function pickShown(map: NetworkMap, view: MapView): Shown {
  const isShown = (place: number) => {
    const node = map.nodes[place];
    return node !== undefined && (node.isOwn || view.kind === 'everybody' || node.kind === view.kind);
  };
  const edges = new Map<number, number>();
  const nodes = new Set<number>();
  map.edges.forEach((edge, place) => {
    const strength = strengthOf(edge, view.monthsAgo);
    if (edge.isDeclared && !view.isNotedShown) return;
    if (strength < Math.max(faintest, view.strength) || !isShown(edge.from) || !isShown(edge.to)) return;
    edges.set(place, strength);
    nodes.add(edge.from).add(edge.to);
  });
  return { nodes, edges };
}

/** What is only written down has no history: it counts as it does now. */
function strengthOf({ strength, history }: NetworkMap['edges'][number], monthsAgo: number): number {
  const then = history[history.length - 1 - monthsAgo];
  return monthsAgo === 0 || then === undefined ? Math.round(strength * 100) : then;
}

/** The map on its canvas: dots, lines, what is in sight of them, and where one looks from. */
import { MultiUndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { NetworkMap } from '#contract/network.ts';
import type { Scheme } from '../../ui/glyph/palette.ts';
import { layOut, placeFirst } from './lay-out.ts';
import { coloursOf } from './map-colours.ts';
import type { Shown } from './pick-shown.ts';

export interface Drawing {
  show(view: { readonly shown: Shown; readonly chosen: string | null }): void;
  zoom(way: 'in' | 'out' | 'whole'): void;
  end(): void;
}

interface Ask {
  readonly map: NetworkMap;
  readonly place: HTMLElement;
  readonly scheme: Scheme;
  readonly signal: AbortSignal;
  readonly onChoose: (id: string | null) => void;
}

export async function drawMap({ map, place, scheme, signal, onChoose }: Ask): Promise<Drawing | null> {
  const colours = coloursOf(scheme);
  const graph = makeGraph(map);
  if (!(await layOut(graph, signal))) return null;
  let view: { shown: Shown; chosen: string | null } = { shown: { nodes: new Set(), edges: new Map() }, chosen: null };
  let near = new Set<string>();
  const sigma = new Sigma(graph, place, {
    allowInvalidContainer: true,
    labelFont: 'Figtree Variable, system-ui, sans-serif',
    labelSize: 12,
    labelColor: { color: colours.ink },
    labelRenderedSizeThreshold: 7,
    labelDensity: 0.6,
    defaultDrawNodeHover: () => undefined,
    zIndex: true,
    nodeReducer: (key, data) => {
      const node = map.nodes[Number(key)];
      if (!node || !view.shown.nodes.has(Number(key))) return { ...data, hidden: true };
      const isFar = view.chosen !== null && !near.has(key);
      const color = isFar ? colours.faded : colours.node(node);
      const forceLabel = !isFar && (node.isOwn || near.has(key));
      return { ...data, color, forceLabel, label: isFar ? null : node.name, zIndex: isFar ? 0 : 1 };
    },
    edgeReducer: (key, data) => {
      const edge = map.edges[Number(key)];
      const strength = view.shown.edges.get(Number(key));
      if (!edge || strength === undefined) return { ...data, hidden: true };
      const isFar = view.chosen !== null && !(near.has(String(edge.from)) && near.has(String(edge.to)));
      return { ...data, size: 0.4 + strength / 28, color: isFar ? colours.faded : colours.edge(edge) };
    },
  });
  sigma.on('clickNode', ({ node }) => onChoose(map.nodes[Number(node)]?.id ?? null));
  sigma.on('clickStage', () => onChoose(null));
  const camera = sigma.getCamera();
  // Who asked for little movement gets the end of it at once.
  const duration = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250;
  return {
    show(next) {
      const key = next.chosen === null ? null : String(map.nodes.findIndex(({ id }) => id === next.chosen));
      near = new Set(key === null || !graph.hasNode(key) ? [] : [key, ...graph.neighbors(key)]);
      view = { shown: next.shown, chosen: near.size === 0 ? null : next.chosen };
      sigma.refresh();
    },
    zoom(way) {
      if (way === 'in') void camera.animatedZoom({ duration });
      else if (way === 'out') void camera.animatedUnzoom({ duration });
      else void camera.animatedReset({ duration });
    },
    end: () => sigma.kill(),
  };
}

function makeGraph(map: NetworkMap): MultiUndirectedGraph {
  const graph = new MultiUndirectedGraph();
  const places = placeFirst(map);
  const weights = new Float64Array(map.nodes.length);
  for (const { from, to, strength } of map.edges) {
    weights[from] = (weights[from] ?? 0) + strength;
    weights[to] = (weights[to] ?? 0) + strength;
  }
  map.nodes.forEach(({ name, isOwn }, place) => {
    const size = (isOwn ? 6 : 3) + Math.min(6, Math.sqrt(weights[place] ?? 0));
    graph.addNode(String(place), { ...places[place], label: name, size });
  });
  map.edges.forEach(({ from, to, strength }, place) => {
    graph.addEdgeWithKey(String(place), String(from), String(to), { weight: strength });
  });
  return graph;
}

/** The network as a map: what matters first, then all of it. */
import type { NetworkMap } from '#contract/network.ts';
import { findSpanningForest } from '#engine/spanning-forest.ts';
import { listNamedParties, listPairTies } from '#store/network-names.ts';
import { listTieHistory, type TieHistoryRow } from '#store/tie-history.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { lastUpTo } from '../figures/sparkline.ts';
import { weekOf, yearWeeks } from '../figures/weeks.ts';
import { getFirm } from '../firm.ts';
import { getNetwork } from './keep-network.ts';
import type { Network } from './network.ts';
import { type Units, unitsOf } from './units.ts';

const mostMattering = 500;
/** More lines than these nobody tells apart, and others would wait for them. */
const mostOfAll = 8_000;
const months = 12;

export async function mapNetwork(ctx: Context, input: { scope?: 'matters' | 'all' | undefined }): Promise<NetworkMap> {
  const network = await getNetwork(ctx);
  const units = unitsOf(network);
  const isAll = input.scope === 'all';
  const ranked = rankEdges(units);
  const chosen = ranked.slice(0, isAll ? mostOfAll : mostMattering);
  const ends = [
    ...new Set(chosen.flatMap((edge) => [units.graph.from[edge] as number, units.graph.to[edge] as number])),
  ];
  const idOf = (unit: number) => network.ids[units.parties[unit] as number] as string;
  const [names, pasts] = await Promise.all([
    listNamedParties(ctx.db, { ids: ends.map(idOf), viewer: viewerOf(ctx.actor) }),
    isAll ? new Map<number, number[]>() : getHistories(ctx, { network, units, edges: chosen }),
  ]);
  const shown = ends.filter((unit) => names.has(idOf(unit))).sort((one, other) => one - other);
  const places = new Map(shown.map((unit, place) => [unit, place]));
  const edges = chosen.flatMap((edge) => {
    const [from, to] = [places.get(units.graph.from[edge] as number), places.get(units.graph.to[edge] as number)];
    if (from === undefined || to === undefined) return [];
    const strength = units.graph.strength[edge] as number;
    const isDeclared = units.declared[edge] === 1;
    return [{ from, to, strength, isDeclared, isBridge: units.bridges.has(edge), history: pasts.get(edge) ?? [] }];
  });
  return {
    nodes: shown.flatMap((unit) => {
      const party = names.get(idOf(unit));
      if (!party) return [];
      const { id, name, kind, isUnshown } = party;
      const isOwn = units.isOurs[unit] === 1;
      const cutOff = isUnshown ? 0 : (units.cutOff.count[unit] as number);
      return [{ id, name, kind, isOwn, circle: units.circles[unit] as number, cutOff }];
    }),
    edges,
    left: ranked.length - chosen.length,
    asOf: network.asOf.toISOString(),
  };
}

const rankings = new WeakMap<Units, number[]>();

/** The backbone first, over which every strongest way runs; then the strongest of the rest. */
function rankEdges(units: Units): number[] {
  const known = rankings.get(units);
  if (known) return known;
  const { graph } = units;
  const backbone = findSpanningForest(graph);
  const isBackbone = new Set(backbone);
  const rest = Array.from({ length: graph.edgeCount }, (_, edge) => edge)
    .filter((edge) => !isBackbone.has(edge))
    .sort((one, other) => (graph.strength[other] as number) - (graph.strength[one] as number) || one - other);
  const ranked = [...backbone, ...rest];
  rankings.set(units, ranked);
  return ranked;
}

interface Shown {
  readonly network: Network;
  readonly units: Units;
  readonly edges: readonly number[];
}

const histories = new WeakMap<Units, Promise<Map<number, number[]>>>();
/** In a house with more parties the past is read once for each network that is read: the same ties matter to everybody. */
const mostAnew = 10_000;

function getHistories(ctx: Context, shown: Shown): Promise<Map<number, number[]>> {
  const known = histories.get(shown.units);
  if (known) return known;
  const read = readHistories(ctx, shown);
  if (shown.network.ids.length > mostAnew) {
    histories.set(shown.units, read);
    read.catch(() => histories.delete(shown.units));
  }
  return read;
}

/** How strong each shown tie was at the end of the past months. */
async function readHistories(ctx: Context, { network, units, edges }: Shown): Promise<Map<number, number[]>> {
  const pairs = edges.map((edge) => pairOf(network, units.edgeOf[edge] as number));
  const [{ timeZone }, ties] = await Promise.all([getFirm(ctx.db), listPairTies(ctx.db, pairs)]);
  const thisWeek = weekOf(ctx.now().getTime(), timeZone);
  const weeks = Array.from(
    { length: months + 1 },
    (_, month) => thisWeek - Math.round(((months - month) * 52) / months),
  );
  const rows = await listTieHistory(ctx.db, { tieIds: ties.map(({ tieId }) => tieId), fromWeek: thisWeek - yearWeeks });
  const byTie = Map.groupBy(rows, ({ tieId }) => tieId);
  const tieOf = new Map(ties.map(({ a, b, tieId }) => [`${a} ${b}`, tieId]));
  return new Map(
    edges.flatMap((edge, place) => {
      const pair = pairs[place];
      const history =
        pair && units.declared[edge] === 0 ? byTie.get(tieOf.get(`${pair.a} ${pair.b}`) ?? '') : undefined;
      return history ? [[edge, weeks.map((week) => hundredAt(history, week))] as const] : [];
    }),
  );
}

function hundredAt(history: readonly TieHistoryRow[], week: number): number {
  return Math.round((lastUpTo(history, week)?.bond ?? 0) * 100);
}

function pairOf({ ids, graph }: Network, edge: number): { a: string; b: string } {
  const [a = '', b = ''] = [ids[graph.from[edge] as number] as string, ids[graph.to[edge] as number] as string].sort();
  return { a, b };
}

/** Where it would break, to read: on whom of us relations hang, and without whom the way to others is lost. */
import type { WeakPoints } from '#contract/network.ts';
import { countFigured, listLeaning, listNamedParties } from '#store/network-names.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { settleFigures } from '../figures/refresh-soon.ts';
import { getNetwork } from './keep-network.ts';
import type { Network } from './network.ts';
import { type Units, unitsOf } from './units.ts';

const mostShown = 50;
const mostReached = 3;
const mostCircles = 12;
const fewestInCircle = 3;

export async function listWeakPoints(ctx: Context): Promise<WeakPoints> {
  await settleFigures(ctx.db, ctx.now);
  const network = await getNetwork(ctx);
  const units = unitsOf(network);
  const { between, shown, circles } = weaknessesOf(network, units);
  const idOf = (unit: number) => network.ids[units.parties[unit] as number] as string;
  const named = [
    ...shown.flatMap(({ unit, reached }) => [unit, ...reached]),
    ...circles.flatMap(({ members }) => members),
  ];
  const ids = [...new Set([...named, ...circles.flatMap(({ colleague }) => colleague ?? [])].map(idOf))];
  const [names, { colleagues, total }] = await Promise.all([
    listNamedParties(ctx.db, { ids, viewer: viewerOf(ctx.actor) }),
    countLeaning(ctx, network),
  ]);
  const nameOf = (unit: number) => {
    const party = names.get(idOf(unit));
    return party ? [{ id: party.id, name: party.name }] : [];
  };
  return {
    colleagues,
    total,
    between: shown.flatMap(({ unit, reached }) => {
      if (names.get(idOf(unit))?.isUnshown !== false) return [];
      const count = units.cutOff.count[unit] as number;
      return nameOf(unit).map((party) => ({ ...party, count, reached: reached.flatMap(nameOf) }));
    }),
    betweenLeft: Math.max(0, between.length - mostShown),
    circles: circles.map(({ count, colleague, members }) => ({
      count,
      colleague: colleague === null ? null : (nameOf(colleague)[0] ?? null),
      members: members.flatMap(nameOf),
    })),
    nodeCount: units.parties.length,
    edgeCount: units.graph.edgeCount,
    bridgeCount: units.bridges.size,
    asOf: network.asOf.toISOString(),
  };
}

interface Weaknesses {
  readonly between: readonly number[];
  readonly shown: readonly { readonly unit: number; readonly reached: readonly number[] }[];
  readonly circles: readonly Circle[];
}

const found = new WeakMap<Units, Weaknesses>();

/** The same for everybody: found once in a network. */
function weaknessesOf(network: Network, units: Units): Weaknesses {
  const known = found.get(units);
  if (known) return known;
  const between = listBetween(network, units);
  const shown = between.slice(0, mostShown).map((unit) => ({ unit, reached: units.cutOff.list(unit, mostReached) }));
  const weaknesses = { between, shown, circles: listCircles(units) };
  found.set(units, weaknesses);
  return weaknesses;
}

interface Leaning {
  readonly colleagues: WeakPoints['colleagues'];
  readonly total: number;
}

const counted = new WeakMap<Network, Promise<Leaning>>();
/** In a house with more parties what hangs on whom is counted once for each network that is read. */
const mostAnew = 10_000;

async function countLeaning({ db }: Context, network: Network): Promise<Leaning> {
  const known = counted.get(network);
  if (known) return known;
  const count = Promise.all([listLeaning(db), countFigured(db)]).then(([colleagues, total]) => ({ colleagues, total }));
  if (network.ids.length > mostAnew) {
    counted.set(network, count);
    count.catch(() => counted.delete(network));
  }
  return count;
}

/** Who is not to be named as somebody in between is not named here either. */
function listBetween({ unshown }: Network, { parties, cutOff, isOurs }: Units): number[] {
  const count = (unit: number) => cutOff.count[unit] as number;
  return [...parties.keys()]
    .filter((unit) => isOurs[unit] === 0 && count(unit) > 0 && unshown[parties[unit] as number] === 0)
    .sort((one, other) => count(other) - count(one) || one - other);
}

interface Circle {
  readonly count: number;
  readonly colleague: number | null;
  readonly members: readonly number[];
}

/** The largest first; each with the colleague who has most in it, and who is tied closest. */
function listCircles({ circles, isOurs, graph }: Units): Circle[] {
  const weights = new Float64Array(graph.nodeCount);
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const [one, other] = [graph.from[edge] as number, graph.to[edge] as number];
    if (circles[one] !== circles[other]) continue;
    for (const unit of [one, other]) weights[unit] = (weights[unit] as number) + (graph.strength[edge] as number);
  }
  const groups = Map.groupBy(circles.keys(), (unit) => circles[unit] as number);
  return [...groups.values()]
    .filter((units) => units.length >= fewestInCircle)
    .sort((one, other) => other.length - one.length)
    .slice(0, mostCircles)
    .map((units) => {
      const closest = units.toSorted((one, other) => (weights[other] as number) - (weights[one] as number));
      const others = closest.filter((unit) => isOurs[unit] === 0);
      return {
        count: others.length,
        colleague: closest.find((unit) => isOurs[unit] === 1) ?? null,
        members: others.slice(0, mostReached),
      };
    });
}

/** Who can introduce us to somebody: each way with its weakest link, and ways that do not fail by that same link. */
import type { Introduction, Way as ShownWay } from '#contract/network.ts';
import { findWidestWay, listWidestWays, type Way } from '#engine/widest-path.ts';
import {
  listNamedParties,
  listPairLinks,
  listPairTies,
  type NamedLink,
  type NamedParty,
  type PairTie,
} from '#store/network-names.ts';
import { findParty } from '#store/parties.ts';
import { allow, viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { getNetwork } from './keep-network.ts';
import { declaredStrength, faintestTie, linksSeenBy, type Network } from './network.ts';

const mostWays = 3;
/** Nobody asks somebody to ask somebody to ask somebody to ask. */
const mostLinks = 5;
/** So often a way is looked for again round somebody who was put away since the network was read. */
const mostDetours = 5;

export async function findIntroduction(ctx: Context, { partyId }: { partyId: string }): Promise<Introduction> {
  const party = allow(ctx.actor, 'see', await findParty(ctx.db, partyId));
  const network = await getNetwork(ctx);
  const target = network.indexOf.get(party.id);
  const hidden = new Set<number>();
  const answer = { asOf: network.asOf.toISOString(), parameters };
  if (target === undefined || party.isOwn) return { ways: [], ...answer };
  for (let detour = 0; detour < mostDetours; detour += 1) {
    const ways = findWays(ctx, network, target, hidden);
    const ids = [...new Set(ways.flatMap(({ nodes }) => nodes.map((node) => network.ids[node] as string)))];
    const people = await listNamedParties(ctx.db, { ids, viewer: viewerOf(ctx.actor) });
    const gone = ways.flatMap(({ nodes }) =>
      nodes.filter((node, place) => !mayName(network, people, node, place > 0 && place < nodes.length - 1)),
    );
    if (gone.length === 0) return { ways: await describeWays(ctx, network, ways, people), ...answer };
    for (const node of gone) hidden.add(node);
  }
  return { ways: [], ...answer };
}

const parameters = { faintestTie, employment: declaredStrength.employment, otherLink: declaredStrength.other };

function mayName(network: Network, people: ReadonlyMap<string, NamedParty>, node: number, isBetween: boolean): boolean {
  const person = people.get(network.ids[node] as string);
  return person !== undefined && !(isBetween && person.isUnshown);
}

/** The best ways from any of us, and the best of one's own where none of those begins with who asks. */
function findWays(ctx: Context, network: Network, target: number, hidden: ReadonlySet<number>): Way[] {
  const isSeen = linksSeenBy(network, viewerOf(ctx.actor));
  const me = ctx.actor.kind === 'user' && ctx.actor.partyId ? network.indexOf.get(ctx.actor.partyId) : undefined;
  const { graph, ours, unshown } = network;
  const asked = {
    // Who works there is reached, not the name on the door.
    targets: [
      target,
      ...network.employer.keys().filter((node) => network.employer[node] === target && ours[node] === 0),
    ],
    mayPass: (edge: number) =>
      isSeen(edge) && !hidden.has(graph.from[edge] as number) && !hidden.has(graph.to[edge] as number),
    mayStandBetween: (node: number) => unshown[node] === 0,
  };
  const isShort = ({ edges }: Way) => edges.length <= mostLinks;
  const sources = [...ours.keys()].filter((node) => ours[node] === 1 && !hidden.has(node));
  const ways = listWidestWays(graph, { ...asked, sources }, mostWays).filter(isShort);
  if (me === undefined || ways.some(({ nodes }) => nodes[0] === me)) return ways;
  const isOutside = (node: number) => ours[node] === 0 && asked.mayStandBetween(node);
  const mine = findWidestWay(graph, { ...asked, sources: [me], mayStandBetween: isOutside });
  return mine && isShort(mine) ? [...ways, mine] : ways;
}

interface Described {
  readonly network: Network;
  readonly people: ReadonlyMap<string, NamedParty>;
  readonly ties: ReadonlyMap<string, PairTie>;
  readonly links: ReadonlyMap<string, NamedLink>;
  readonly me: string | null;
}

async function describeWays(
  ctx: Context,
  network: Network,
  ways: readonly Way[],
  people: ReadonlyMap<string, NamedParty>,
): Promise<ShownWay[]> {
  const pairs = ways.flatMap(({ nodes }) =>
    nodes.slice(1).map((node, place) => pairOf(network, nodes[place] as number, node)),
  );
  const on = ctx.now().toISOString().slice(0, 10);
  const [ties, links] = await Promise.all([listPairTies(ctx.db, pairs), listPairLinks(ctx.db, { pairs, on })]);
  const described = {
    network,
    people,
    ties: new Map(ties.map((tie) => [`${tie.a} ${tie.b}`, tie])),
    links: new Map(
      links.flatMap((link) => [[`${link.from} ${link.to}`, link] as const, [`${link.to} ${link.from}`, link] as const]),
    ),
    me: ctx.actor.kind === 'user' ? ctx.actor.partyId : null,
  };
  return ways.map((way) => describeWay(described, way));
}

function describeWay({ network, people, ties, links, me }: Described, way: Way): ShownWay {
  const shown = way.nodes.map((node) => people.get(network.ids[node] as string) as NamedParty);
  return {
    people: shown.map(({ id, name, kind, isOwn }) => ({ id, name, kind, isOwn })),
    links: way.edges.map((edge, place) => {
      const [from, to] = [shown[place] as NamedParty, shown[place + 1] as NamedParty];
      const isDeclared = network.declared[edge] === 1;
      const tie = isDeclared ? undefined : ties.get([from.id, to.id].sort().join(' '));
      const link = isDeclared ? links.get(`${from.id} ${to.id}`) : undefined;
      return {
        strength: network.graph.strength[edge] as number,
        tieId: tie?.tieId ?? null,
        declared: link ? { typeKey: link.typeKey, verb: link.verb, isForward: link.from === from.id } : null,
        lastAt: tie?.lastAt?.toISOString() ?? null,
      };
    }),
    weakest: way.weakest,
    strength: way.strength,
    isMine: shown[0]?.id === me,
  };
}

function pairOf(network: Network, one: number, other: number): { a: string; b: string } {
  const [a = '', b = ''] = [network.ids[one] as string, network.ids[other] as string].sort();
  return { a, b };
}

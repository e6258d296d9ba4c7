/** Who knows whom, as flat arrays: read from the database in stretches, so that a large house never stands still for it. */
import { buildGraph, type Graph } from '#engine/graph.ts';
import type { Db } from '#store/database.ts';
import {
  listNetworkLinks,
  listNetworkParties,
  listNetworkTies,
  type NetworkLink,
  type NetworkParty,
  type NetworkTie,
} from '#store/network.ts';

/** Below this two do not know each other well enough to be asked. A choice of ours. */
export const faintestTie = 0.05;
/** What is only written down vouches that two know each other, not how well. Choices of ours. */
export const declaredStrength = { employment: 0.5, other: 0.35 } as const;

const stretch = 5_000;

export interface Network {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Colleagues who work here now. */
  readonly ours: Uint8Array;
  /** Our own organisation: nobody is introduced through it. */
  readonly ownFirm: Uint8Array;
  readonly organisation: Uint8Array;
  readonly unshown: Uint8Array;
  /** Where somebody works, by number; -1 = nowhere. */
  readonly employer: Int32Array;
  readonly graph: Graph;
  /** 1 = written down, not measured. */
  readonly declared: Uint8Array;
  /** Who may see a party or a link: a place in `guards`; 0 = everybody. */
  readonly nodeGuard: Int32Array;
  readonly edgeGuard: Int32Array;
  readonly guards: readonly (readonly string[])[];
  readonly asOf: Date;
}

interface Making {
  readonly ids: string[];
  readonly indexOf: Map<string, number>;
  readonly rows: NetworkParty[];
  readonly from: number[];
  readonly to: number[];
  readonly strength: number[];
  readonly declared: number[];
  readonly edgeGuard: number[];
  readonly guards: string[][];
  readonly guardOf: Map<string, number>;
}

export async function loadNetwork(db: Db, asOf: Date): Promise<Network> {
  const on = asOf.toISOString().slice(0, 10);
  const making: Making = {
    ids: [],
    indexOf: new Map(),
    rows: [],
    from: [],
    to: [],
    strength: [],
    declared: [],
    edgeGuard: [],
    guards: [[]],
    guardOf: new Map(),
  };
  await readOn(
    (after) => listNetworkParties(db, { after, most: stretch, on }),
    (row) => addParty(making, row),
  );
  await readOn(
    (after) => listNetworkTies(db, { after, most: stretch, faintest: faintestTie }),
    (row) => addTie(making, row),
  );
  const employer = new Int32Array(making.ids.length).fill(-1);
  for (const link of await listNetworkLinks(db, on)) addLink(making, link, employer);
  return finish(making, employer, asOf);
}

async function readOn<Row extends { readonly id: string }>(
  list: (after: string | null) => Promise<Row[]>,
  add: (row: Row) => void,
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await list(after);
    for (const row of rows) add(row);
    if (rows.length < stretch) return;
    after = rows.at(-1)?.id ?? null;
  }
}

function addParty(making: Making, row: NetworkParty): void {
  making.indexOf.set(row.id, making.ids.length);
  making.ids.push(row.id);
  making.rows.push(row);
}

function addTie(making: Making, tie: NetworkTie): void {
  if (tie.bond < faintestTie) return;
  addEdge(making, { ...tie, strength: Math.min(1, tie.bond), isDeclared: false });
}

function addLink(making: Making, link: NetworkLink, employer: Int32Array): void {
  const isEmployment = link.typeKey === 'works-at';
  const strength = isEmployment ? declaredStrength.employment : declaredStrength.other;
  addEdge(making, { a: link.from, b: link.to, strength, isDeclared: true, visibleTo: null });
  const [person, firm] = [making.indexOf.get(link.from), making.indexOf.get(link.to)];
  if (isEmployment && person !== undefined && firm !== undefined) employer[person] = firm;
}

interface Edge {
  readonly a: string;
  readonly b: string;
  readonly strength: number;
  readonly isDeclared: boolean;
  readonly visibleTo: readonly string[] | null;
}

/** Nobody is introduced through our own organisation: what firms have among themselves is no acquaintance. */
function addEdge(making: Making, edge: Edge): void {
  const [one, other] = [making.indexOf.get(edge.a), making.indexOf.get(edge.b)];
  if (one === undefined || other === undefined || one === other) return;
  if (isOwnFirm(making.rows[one]) || isOwnFirm(making.rows[other])) return;
  making.from.push(one);
  making.to.push(other);
  making.strength.push(edge.strength);
  making.declared.push(edge.isDeclared ? 1 : 0);
  making.edgeGuard.push(guardOf(making, edge.visibleTo));
}

function guardOf({ guards, guardOf: known }: Making, visibleTo: readonly string[] | null): number {
  if (visibleTo === null) return 0;
  const key = visibleTo.toSorted().join(' ');
  const place = known.get(key);
  if (place !== undefined) return place;
  known.set(key, guards.length);
  return guards.push([...visibleTo]) - 1;
}

function isOwnFirm(row: NetworkParty | undefined): boolean {
  return row?.isOwn === true && row.isOrganisation;
}

function finish(making: Making, employer: Int32Array, asOf: Date): Network {
  const { ids, indexOf, rows, from, to, strength } = making;
  const marks = (is: (row: NetworkParty) => boolean) => Uint8Array.from(rows, (row) => (is(row) ? 1 : 0));
  return {
    ids,
    indexOf,
    ours: marks((row) => row.isOwn && !row.isOrganisation && !row.hasLeft),
    ownFirm: marks(isOwnFirm),
    organisation: marks((row) => row.isOrganisation),
    unshown: marks((row) => row.isUnshown),
    employer,
    graph: buildGraph({ nodeCount: ids.length, from, to, strength }),
    declared: Uint8Array.from(making.declared),
    nodeGuard: Int32Array.from(rows, (row) => guardOf(making, row.visibleTo)),
    edgeGuard: Int32Array.from(making.edgeGuard),
    guards: making.guards,
    asOf,
  };
}

/** Which links this viewer may know of: none with somebody hidden from them, none from another's mailbox alone. */
export function linksSeenBy(network: Network, viewer: string | null): (edge: number) => boolean {
  const { graph, nodeGuard, edgeGuard, guards } = network;
  const opens = Uint8Array.from(guards, (users, place) => (place === 0 || users.includes(viewer ?? '') ? 1 : 0));
  return (edge) =>
    opens[edgeGuard[edge] as number] === 1 &&
    opens[nodeGuard[graph.from[edge] as number] as number] === 1 &&
    opens[nodeGuard[graph.to[edge] as number] as number] === 1;
}

/** Who knows whom: on whom a relation hangs, who can introduce us, where it would break, and the map of it all. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant, share } from './values.ts';

const partyId = { partyId: id };
const named = z.object({ id, name: z.string() });

/** One side of a relation: through whom it runs, strongest first. */
const networkSide = z.object({
  people: z.array(named.extend({ strength: share, share, dependency: share.nullable(), hasLeft: z.boolean() })),
  /** What the firm as such has (orders without a face); null where there is nothing of it. */
  firmStrength: share.nullable(),
  /** Fewest people whose loss halves the bond; null where no loss of people would. */
  busFactor: z.int().nullable(),
  /** Sum of the squared shares, and its inverse: how many equal contacts it amounts to. */
  herfindahl: share.nullable(),
  effectiveContacts: z.number().nullable(),
});
export type NetworkSide = z.infer<typeof networkSide>;

const partyNetwork = z.object({
  bond: share,
  ours: networkSide,
  theirs: networkSide,
  /** Each tie between one of ours and one of theirs, with since when. */
  strands: z.array(
    z.object({
      tieId: id,
      ours: named,
      theirs: named,
      bond: share,
      firstAt: instant.nullable(),
      lastAt: instant.nullable(),
    }),
  ),
  /** Whether they may be named as somebody in between. */
  isShown: z.boolean(),
});
export type PartyNetwork = z.infer<typeof partyNetwork>;

const between = named.extend({ kind: z.enum(['person', 'organisation']), isOwn: z.boolean() });

const way = z.object({
  people: z.array(between),
  /** One fewer than people. */
  links: z.array(
    z.object({
      strength: share,
      /** Measured: the tie. */
      tieId: id.nullable(),
      /** Written down: what the one is to the other. */
      declared: z.object({ typeKey: z.string(), verb: z.string(), isForward: z.boolean() }).nullable(),
      lastAt: instant.nullable(),
    }),
  ),
  /** Which of the links is the weakest, from 0. */
  weakest: z.int(),
  strength: share,
  /** Begins with who asks. */
  isMine: z.boolean(),
});
export type Way = z.infer<typeof way>;

const introduction = z.object({
  ways: z.array(way),
  asOf: instant,
  /** What a link must have, and what a link counts for that is only written down. */
  parameters: z.object({ faintestTie: share, employment: share, otherLink: share }),
});
export type Introduction = z.infer<typeof introduction>;

const weakPoints = z.object({
  /** Colleagues on whom organisations hang for more than half. */
  colleagues: z.array(named.extend({ count: z.int() })),
  /** Of so many organisations that everybody may see. */
  total: z.int(),
  /** Relations without whom the way to others is lost. */
  between: z.array(named.extend({ count: z.int(), reached: z.array(named) })),
  betweenLeft: z.int(),
  circles: z.array(z.object({ count: z.int(), colleague: named.nullable(), members: z.array(named) })),
  /** Relations in the network, ties between them, and ties without which parts come loose. */
  nodeCount: z.int(),
  edgeCount: z.int(),
  bridgeCount: z.int(),
  asOf: instant,
});
export type WeakPoints = z.infer<typeof weakPoints>;

const networkMap = z.object({
  nodes: z.array(
    named.extend({
      kind: z.enum(['person', 'organisation']),
      isOwn: z.boolean(),
      circle: z.int(),
      /** How many would be lost to us without them. */
      cutOff: z.int(),
    }),
  ),
  edges: z.array(
    z.object({
      /** Places among the nodes. */
      from: z.int(),
      to: z.int(),
      strength: share,
      isDeclared: z.boolean(),
      isBridge: z.boolean(),
      /** 0-100 at the end of each of the past twelve months, oldest first; empty where nothing is kept. */
      history: z.array(z.int()),
    }),
  ),
  /** How many ties are not on it. */
  left: z.int(),
  asOf: instant,
});
export type NetworkMap = z.infer<typeof networkMap>;

export const network = {
  party: endpoint({
    method: 'GET',
    path: '/parties/{partyId}/network',
    summary: 'Who on their side knows whom on ours, and on whom it hangs, both ways',
    tag: 'network',
    params: partyId,
    output: partyNetwork,
  }),
  introduction: endpoint({
    method: 'GET',
    path: '/parties/{partyId}/introduction',
    summary: 'Who can introduce us: the ways whose weakest link is strongest, each with another weak link',
    tag: 'network',
    params: partyId,
    output: introduction,
  }),
  setIntroducer: endpoint({
    method: 'PUT',
    path: '/parties/{partyId}/introducer',
    summary: 'Whether somebody may be named as a person through whom others can be reached',
    tag: 'network',
    params: partyId,
    body: { isShown: z.boolean() },
    output: z.object({ isShown: z.boolean() }),
  }),
  weakPoints: endpoint({
    method: 'GET',
    path: '/network/weak-points',
    summary: 'Where it would break: colleagues and relations on whom others hang, and who hangs together',
    tag: 'network',
    output: weakPoints,
  }),
  map: endpoint({
    method: 'GET',
    path: '/network/map',
    summary: 'The network as a map: the 500 ties that matter, or all of it (at most 20,000 ties)',
    tag: 'network',
    query: { scope: z.enum(['matters', 'all']).optional() },
    output: networkMap,
  }),
};

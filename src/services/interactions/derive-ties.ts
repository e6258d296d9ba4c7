/** From interactions to the rows of their ties, for a whole batch: events, ledger lines and faults of ours. */
import { v7 as uuidv7 } from 'uuid';
import type { BenefitWeights } from '#engine/benefits.ts';
import { checkTieEvent } from '#engine/check-event.ts';
import { faultsOf, type InteractionFacts, tieEventsOf } from '#engine/derive.ts';
import { trustFacets } from '#engine/tie-event.ts';
import type { Tx } from '#store/database.ts';
import type { BenefitRow, DerivedFault } from '#store/derived-rows.ts';
import type { TieEventRow } from '#store/fold-ties.ts';
import { unfoldParties } from '#store/folded-parties.ts';
import type { DerivableInteraction } from '#store/interactions.ts';
import { type TiePair, upsertTies } from '#store/ties.ts';
import { benefitLinesOf, factsOf } from './interaction-facts.ts';

export interface Derived {
  readonly events: TieEventRow[];
  readonly benefits: BenefitRow[];
  readonly faults: DerivedFault[];
  /** Every tie these interactions belong to, also where nothing of weight was derived. */
  readonly tieIds: string[];
  /** Those in which something was said of a complaint. */
  readonly complaintTieIds: string[];
}

interface GatherInput {
  readonly rows: readonly DerivableInteraction[];
  readonly ownParties: ReadonlySet<string>;
  readonly timeZone: string;
  /** What each kind of benefit weighs in this house. */
  readonly weights: BenefitWeights;
}

interface DeriveInput extends GatherInput {
  readonly at: Date;
  /** Latest instant an event may have. */
  readonly latestMs: number;
}

interface Gathered {
  readonly row: DerivableInteraction;
  readonly facts: InteractionFacts;
}

/** By "a b". */
type TouchedPairs = ReadonlyMap<string, TiePair>;

export async function deriveTies(tx: Tx, input: DeriveInput): Promise<Derived> {
  const { all, pairs } = gatherFacts(input);
  const { inPassing, spoken } = tellApart(all);
  const ties = await upsertTies(tx, { pairs: [...pairs.values()], newId: uuidv7, at: input.at, inPassing });
  // Whom one had met in passing before.
  await unfoldParties(tx, spoken);
  return { ...deriveRows({ all, ties, latestMs: input.latestMs, weights: input.weights }), tieIds: [...ties.values()] };
}

/** The facts of these interactions, and whom they bring together. */
function gatherFacts({ rows, ...house }: GatherInput): { all: Gathered[]; pairs: TouchedPairs } {
  const all: Gathered[] = [];
  const pairs = new Map<string, TiePair>();
  for (const row of rows) {
    const facts = factsOf({ row, ...house });
    if (facts === null) continue;
    all.push({ row, facts });
    for (const { id } of facts.receivers) {
      const pair = pairOf(facts.fromId, id);
      pairs.set(keyOf(pair), pair);
    }
  }
  return { all, pairs };
}

/** A like or a follow of a stranger needs no list: thousands may do that. Who says something in public is met. */
function tellApart(all: readonly Gathered[]): { inPassing: ReadonlySet<string>; spoken: string[] } {
  const inPassing = new Set<string>();
  const spoken = new Set<string>();
  const social = all.filter(({ row }) => row.channel === 'social');
  if (social.length === 0) return { inPassing, spoken: [] };
  for (const { facts } of social.filter(({ row }) => isPassing(row.kind))) {
    for (const { id } of facts.receivers) inPassing.add(keyOf(pairOf(facts.fromId, id)));
  }
  for (const { row, facts } of all) {
    if (isPassing(row.kind)) continue;
    for (const { id } of facts.receivers) {
      inPassing.delete(keyOf(pairOf(facts.fromId, id)));
      if (row.channel === 'social') spoken.add(facts.fromId).add(id);
    }
  }
  return { inPassing, spoken: [...spoken].sort() };
}

export function isPassing(kind: string): boolean {
  return kind === 'like' || kind === 'follow';
}

/** What these facts are stored as in the ties of their pairs. */
function deriveRows(input: {
  all: readonly Gathered[];
  ties: ReadonlyMap<string, string>;
  latestMs: number;
  weights: BenefitWeights;
}): Omit<Derived, 'tieIds'> {
  const { all, ties, weights } = input;
  let last = { a: '', b: '', id: '' };
  // Both directions of a tie come one after the other.
  const tieOf = ({ a, b }: TiePair) => {
    if (a !== last.a || b !== last.b) last = { a, b, id: ties.get(keyOf({ a, b })) ?? '' };
    return last.id;
  };
  const derived: Omit<Derived, 'tieIds'> = { events: [], benefits: [], faults: [], complaintTieIds: [] };
  for (const { row, facts } of all) {
    if (row.kind.startsWith('complaint')) {
      derived.complaintTieIds.push(...facts.receivers.map(({ id }) => tieOf(pairOf(facts.fromId, id))));
    }
    for (const { a, b, direction, event } of tieEventsOf(facts, weights)) {
      checkTieEvent(event, input.latestMs);
      derived.events.push({ tieId: tieOf({ a, b }), interactionId: row.id, direction, event });
    }
    for (const { giverId, receiverId, kind, weight } of benefitLinesOf(facts, weights)) {
      const direction = giverId < receiverId ? 0 : 1;
      const tieId = tieOf(pairOf(giverId, receiverId));
      derived.benefits.push({ tieId, interactionId: row.id, direction, kind, weight, atMs: facts.atMs });
    }
    for (const { a, b, code, fault } of faultsOf(facts)) {
      const { by, facet, weight } = fault;
      const base = { tieId: tieOf({ a, b }), id: row.id, what: row.subject ?? code, at: row.happenedAt };
      derived.faults.push({ ...base, bySide: by === 'a' ? 0 : 1, facet: trustFacets.indexOf(facet), weight });
    }
  }
  return derived;
}

export function keyOf({ a, b }: TiePair): string {
  return `${a} ${b}`;
}

export function pairOf(x: string, y: string): TiePair {
  return x < y ? { a: x, b: y } : { a: y, b: x };
}

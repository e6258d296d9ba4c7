/** A stretch of the log derived again and compared with what is stored: only what differs is written. */
import type { BenefitWeights } from '#engine/benefits.ts';
import { type InteractionFacts, type TieRow, tieEventsOf } from '#engine/derive.ts';
import type { Db } from '#store/database.ts';
import { listOwnParties } from '#store/identities.ts';
import type { DerivableInteraction } from '#store/interactions.ts';
import {
  type DerivedBenefit,
  interactionOfLine,
  lineOfBenefit,
  lineOfEvent,
  readDerivedText,
} from '#store/replay-stretch.ts';
import type { TiePair } from '#store/ties.ts';
import { transact } from '#store/transact.ts';
import { getBenefitWeights } from '../benefits/weights.ts';
import { getFirm } from '../firm.ts';
import { pairOf } from './derive-ties.ts';
import { benefitLinesOf, factsOf } from './interaction-facts.ts';
import { rederiveInteractions } from './rederive-interactions.ts';
import type { TieBook } from './tie-book.ts';

interface Stretch {
  /** Consecutive in the order of ids. */
  readonly rows: readonly DerivableInteraction[];
  /** Ends where these begin. */
  readonly after: string;
  readonly upTo: string;
  readonly at: Date;
  /** Kept from stretch to stretch. */
  readonly ties: TieBook;
}

/** Answers how many interactions had something else stored than is derived of them now. */
export async function replayInteractions(db: Db, { rows, after, upTo, at, ties }: Stretch): Promise<number> {
  const stored = readDerivedText(db, { after, upTo });
  const [{ timeZone }, ownParties, weights] = await Promise.all([
    getFirm(db),
    listOwnParties(db),
    getBenefitWeights(db),
  ]);
  const derived = derive({ rows, ownParties, timeZone, weights });
  const tieIds = await ties.find(
    db,
    derived.flatMap(({ pairs }) => pairs),
  );
  const { events, benefits, tieless } = write(derived, tieIds);
  const lines = [...events, ...benefits];
  const found = await stored;
  if (tieless.length === 0 && lines.join('\n') === found) return 0;
  const ids = [...new Set([...tieless, ...listDiffering(lines, found === '' ? [] : found.split('\n'))])];
  await transact(db, (tx) => rederiveInteractions(tx, { ids, at }));
  return ids.length;
}

/** What an interaction leaves behind, between whom. */
interface Derived {
  readonly interactionId: string;
  readonly events: readonly TieRow[];
  readonly benefits: readonly (TiePair & Omit<DerivedBenefit, 'tieId'>)[];
  /** Of everyone it went to, also where nothing of weight is left: they have a tie. */
  readonly pairs: readonly TiePair[];
}

function derive(input: {
  rows: readonly DerivableInteraction[];
  ownParties: ReadonlySet<string>;
  timeZone: string;
  weights: BenefitWeights;
}): Derived[] {
  const all: Derived[] = [];
  const { weights } = input;
  for (const row of input.rows) {
    const facts = factsOf({ ...input, row });
    if (facts === null) continue;
    const pairs = facts.receivers.map(({ id }) => pairOf(facts.fromId, id));
    all.push({
      interactionId: row.id,
      events: tieEventsOf(facts, weights),
      benefits: deriveBenefits(facts, weights),
      pairs,
    });
  }
  return all;
}

function deriveBenefits(facts: InteractionFacts, weights: BenefitWeights): Derived['benefits'] {
  return benefitLinesOf(facts, weights).map(({ giverId, receiverId, kind, weight }) => {
    const direction = giverId < receiverId ? 0 : 1;
    return { ...pairOf(giverId, receiverId), direction, kind, weight, atMs: facts.atMs };
  });
}

/**
 * What should be stored, in the order of the stored text; and the interactions of which not every pair has a tie yet.
 * `tieIds` are those of all pairs, in their order.
 */
function write(derived: readonly Derived[], tieIds: readonly (string | undefined)[]) {
  const written = { events: [] as string[], benefits: [] as string[], tieless: [] as string[] };
  let first = 0;
  for (const { interactionId, events, benefits, pairs } of derived) {
    const ids = tieIds.slice(first, first + pairs.length);
    first += pairs.length;
    if (ids.includes(undefined)) {
      written.tieless.push(interactionId);
      continue;
    }
    const tieIdOf = ({ a, b }: TiePair) =>
      ids[pairs.length === 1 ? 0 : pairs.findIndex((pair) => pair.a === a && pair.b === b)] ?? '';
    const placed = events.map((row) => ({ direction: row.direction, event: row.event, tieId: tieIdOf(row) }));
    if (placed.length > 1) placed.sort(byTie);
    for (const row of placed) written.events.push(lineOfEvent(interactionId, row));
    const gains = benefits.map((benefit) => lineOfBenefit(interactionId, { ...benefit, tieId: tieIdOf(benefit) }));
    if (gains.length > 1) gains.sort();
    written.benefits.push(...gains);
  }
  return written;
}

function byTie(x: { tieId: string; direction: string }, y: { tieId: string; direction: string }): number {
  if (x.tieId !== y.tieId) return x.tieId < y.tieId ? -1 : 1;
  return x.direction < y.direction ? -1 : 1;
}

/** Every line names its interaction and is there once: what stands on one side only differs. */
function listDiffering(expected: readonly string[], stored: readonly string[]): string[] {
  const [here, there] = [new Set(expected), new Set(stored)];
  return [...here.symmetricDifference(there)].map(interactionOfLine);
}

/** A stretch of the log derived again and compared with what is stored: only what differs is written. */
import { type InteractionFacts, type TieRow, tieEventsOf } from '#engine/derive.ts';
import type { Db } from '#store/database.ts';
import { listOwnParties } from '#store/identities.ts';
import type { DerivableInteraction } from '#store/interactions.ts';
import { interactionOfLine, lineOfBenefit, lineOfEvent, readDerivedText } from '#store/replay-stretch.ts';
import { findTies, type TiePair } from '#store/ties.ts';
import { transact } from '#store/transact.ts';
import { getFirm } from '../firm.ts';
import { keyOf, pairOf } from './derive-ties.ts';
import { benefitLinesOf, factsOf } from './interaction-facts.ts';
import { rederiveInteractions } from './rederive-interactions.ts';

interface Stretch {
  /** Consecutive in the order of ids. */
  readonly rows: readonly DerivableInteraction[];
  /** Ends where these begin. */
  readonly after: string;
  readonly upTo: string;
  readonly at: Date;
}

/** Answers how many interactions had something else stored than is derived of them now. */
export async function replayInteractions(db: Db, { rows, after, upTo, at }: Stretch): Promise<number> {
  const { timeZone } = await getFirm(db);
  const ownParties = await listOwnParties(db);
  const stored = await readDerivedText(db, { after, upTo });
  const expected = expect({ rows, ownParties, timeZone });
  const tieless = await listTieless(db, expected.silent);
  const lines = [...expected.events, ...expected.benefits];
  if (tieless.length === 0 && lines.join('\n') === stored) return 0;
  const ids = [...new Set([...tieless, ...listDiffering(lines, stored === '' ? [] : stored.split('\n'))])];
  await transact(db, (tx) => rederiveInteractions(tx, { ids, at }));
  return ids.length;
}

interface Expected {
  readonly events: string[];
  readonly benefits: string[];
  /** Who turned to whom without anything of weight: of these no line tells that they have a tie. */
  readonly silent: { readonly interactionId: string; readonly pair: TiePair }[];
}

/** What should be stored, in the order of the stored text. */
function expect(input: {
  rows: readonly DerivableInteraction[];
  ownParties: ReadonlySet<string>;
  timeZone: string;
}): Expected {
  const expected: Expected = { events: [], benefits: [], silent: [] };
  for (const row of input.rows) {
    const facts = factsOf({ ...input, row });
    if (facts === null) continue;
    const events = tieEventsOf(facts);
    if (events.length > 1) events.sort(byTie);
    for (const event of events) expected.events.push(lineOfEvent(row.id, event));
    expected.benefits.push(...expectBenefits(row.id, facts));
    for (const { id } of facts.receivers) {
      if (events.some(({ a, b }) => a === id || b === id)) continue;
      expected.silent.push({ interactionId: row.id, pair: pairOf(facts.fromId, id) });
    }
  }
  return expected;
}

function byTie(x: TieRow, y: TieRow): number {
  if (x.a !== y.a) return x.a < y.a ? -1 : 1;
  if (x.b !== y.b) return x.b < y.b ? -1 : 1;
  return x.direction < y.direction ? -1 : 1;
}

function expectBenefits(interactionId: string, facts: InteractionFacts): string[] {
  const lines = benefitLinesOf(facts).map(({ giverId, receiverId, kind, weight }) => {
    const direction = giverId < receiverId ? 0 : 1;
    return lineOfBenefit(interactionId, { ...pairOf(giverId, receiverId), direction, kind, weight, atMs: facts.atMs });
  });
  return lines.sort();
}

async function listTieless(db: Db, silent: Expected['silent']): Promise<string[]> {
  const found = await findTies(
    db,
    silent.map(({ pair }) => pair),
  );
  const tied = new Set(found.map(keyOf));
  return silent.flatMap(({ interactionId, pair }) => (tied.has(keyOf(pair)) ? [] : [interactionId]));
}

/** Every line names its interaction and is there once: what stands on one side only differs. */
function listDiffering(expected: readonly string[], stored: readonly string[]): string[] {
  const [here, there] = [new Set(expected), new Set(stored)];
  return [...here.symmetricDifference(there)].map(interactionOfLine);
}

/** A stretch of the log derived again and compared with what is stored: only what differs is written. */
import type { Db } from '#store/database.ts';
import { listOwnParties } from '#store/identities.ts';
import type { DerivableInteraction } from '#store/interactions.ts';
import { interactionOfLine, lineOfBenefit, lineOfEvent, readDerivedText } from '#store/replay-stretch.ts';
import { findTies, type TiePair } from '#store/ties.ts';
import { transact } from '#store/transact.ts';
import { getFirm } from '../firm.ts';
import { deriveRows, type Gathered, gatherFacts, keyOf, pairOf, type TouchedPairs } from './derive-ties.ts';
import { rederiveInteractions } from './rederive-interactions.ts';

interface Stretch {
  /** Consecutive in the order of ids. */
  readonly rows: readonly DerivableInteraction[];
  /** Ends where these begin. */
  readonly after: string;
  readonly upTo: string;
  /** Ties by "a b" as the stretches before found them. */
  readonly knownTies: Map<string, string>;
  readonly at: Date;
}

/** So many are remembered from one stretch to the next, about 40 MB. */
const mostKnownTies = 200_000;

/** Answers how many interactions had something else stored than is derived of them now. */
export async function replayInteractions(db: Db, stretch: Stretch): Promise<number> {
  const { timeZone } = await getFirm(db);
  const ownParties = await listOwnParties(db);
  const stored = await readDerivedText(db, stretch);
  const { all, pairs } = gatherFacts({ rows: stretch.rows, ownParties, timeZone });
  const ties = await findKnownTies(db, pairs, stretch.knownTies);
  const { events, benefits } = deriveRows({ all, ties, latestMs: Infinity });
  const expected = [...events.map(lineOfEvent).sort(), ...benefits.map(lineOfBenefit).sort()];
  if (ties.size === pairs.size && expected.join('\n') === stored) return 0;
  const differing = listDiffering(expected, stored === '' ? [] : stored.split('\n'));
  const ids = [...new Set([...listTieless(all, ties), ...differing])];
  await transact(db, (tx) => rederiveInteractions(tx, { ids, at: stretch.at }));
  return ids.length;
}

async function findKnownTies(db: Db, pairs: TouchedPairs, known: Map<string, string>): Promise<Map<string, string>> {
  if (known.size > mostKnownTies) known.clear();
  const ties = new Map<string, string>();
  const unknown: TiePair[] = [];
  for (const [key, pair] of pairs) {
    const id = known.get(key);
    if (id === undefined) unknown.push(pair);
    else ties.set(key, id);
  }
  for (const { id, a, b } of await findTies(db, unknown)) {
    ties.set(keyOf({ a, b }), id);
    known.set(keyOf({ a, b }), id);
  }
  return ties;
}

/** Interactions in which somebody turned to somebody without there being a tie. */
function listTieless(all: readonly Gathered[], ties: ReadonlyMap<string, string>): string[] {
  const touches = ({ facts }: Gathered) => facts.receivers.some(({ id }) => !ties.has(keyOf(pairOf(facts.fromId, id))));
  return all.filter(touches).map(({ row }) => row.id);
}

/** Every line names its interaction and is there once: what stands on one side only differs. */
function listDiffering(expected: readonly string[], stored: readonly string[]): string[] {
  const [here, there] = [new Set(expected), new Set(stored)];
  return [...here.symmetricDifference(there)].map(interactionOfLine);
}

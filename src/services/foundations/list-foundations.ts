/** What relations stand on, many at once: the kept reading, and for the others what a segment like theirs says. */
import { type FoundationReading, readFoundation, readSegmentPrior } from '#engine/foundation.ts';
import type { Db } from '#store/database.ts';
import { countStatedKinds, listFoundationKinds, listFoundationRows, listPeopleStrengths } from '#store/foundations.ts';

/** Every id asked for is in the answer. Who may see these relations is for the caller to have asked. */
export async function listFoundations(
  db: Db,
  input: { partyIds: readonly string[]; nowMs: number },
): Promise<Map<string, FoundationReading>> {
  const known = await listFoundationRows(db, input.partyIds);
  const unknown = input.partyIds.filter((id) => !known.has(id));
  const found = new Map<string, FoundationReading>();
  for (const [partyId, row] of known) found.set(partyId, row as FoundationReading);
  if (unknown.length === 0) return found;
  const { kinds, prior } = await readFirmPrior(db);
  const strengths = await listPeopleStrengths(db, unknown);
  for (const partyId of unknown) {
    const peopleStrength = strengths.get(partyId) ?? 0;
    const bare = { kinds, prior: prior.shares, priorN: prior.n, stated: [], choices: null };
    found.set(partyId, readFoundation({ ...bare, peopleStrength, nowMs: input.nowMs }));
  }
  return found;
}

/** What the firm's relations say as a whole: the prior of each of them. */
export async function readFirmPrior(db: Db) {
  const kinds = (await listFoundationKinds(db)).map(({ key }) => key);
  return { kinds, prior: readSegmentPrior(kinds, await countStatedKinds(db)) };
}

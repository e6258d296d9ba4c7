/** What relations stand on, many at once: the kept reading, and for the others what a segment like theirs says. */
import { type FoundationReading, readFoundation, readSegmentPrior } from '#engine/foundation.ts';
import { computeNoisyOr } from '#engine/organisation.ts';
import type { Db } from '#store/database.ts';
import { countStatedKinds, listFoundationKinds, listFoundationRows } from '#store/foundations.ts';
import { listStrands } from '#store/strands.ts';
import { listTieFigures } from '#store/tie-figures.ts';

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
  const strengths = await listPeopleStrengths(db, { partyIds: unknown, nowMs: input.nowMs });
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

/** What runs through people of ours: the best tie of each, taken together as a firm's strength is. */
export async function listPeopleStrengths(
  db: Db,
  input: { partyIds: readonly string[]; nowMs: number },
): Promise<Map<string, number>> {
  const on = new Date(input.nowMs).toISOString().slice(0, 10);
  const strands = (await listStrands(db, { partyIds: input.partyIds, on })).filter(
    ({ oursIsOwn, oursKind }) => oursIsOwn && oursKind === 'person',
  );
  const figures = await listTieFigures(db, [...new Set(strands.map(({ tieId }) => tieId))]);
  const best = new Map<string, Map<string, number>>();
  for (const { partyId, oursId, tieId } of strands) {
    const people = best.get(partyId) ?? new Map<string, number>();
    people.set(oursId, Math.max(people.get(oursId) ?? 0, Math.min(1, figures.get(tieId)?.bond ?? 0)));
    best.set(partyId, people);
  }
  return new Map([...best].map(([partyId, people]) => [partyId, computeNoisyOr([...people.values()])]));
}

/** Both sides month by month: what was left of what each had given by then. */
import { courseOfGiving } from '#engine/give-course.ts';
import type { ModelParameters } from '#engine/parameters.ts';
import type { Db } from '#store/database.ts';
import { sumGivenByStretch } from '#store/ledger.ts';

const monthMs = (365.25 / 12) * 86_400_000;
const months = 24;
const dayMs = 86_400_000;

interface CourseInput {
  readonly oursIsA: ReadonlyMap<string, boolean>;
  readonly parameters: ModelParameters;
  readonly nowMs: number;
}

export async function readGiveCourse(db: Db, { oursIsA, parameters, nowMs }: CourseInput) {
  const endsMs = Array.from({ length: months + 1 }, (_, index) => nowMs - (months - index) * monthMs);
  // In the order of the engine's families of channels.
  const halfLivesMs = [
    parameters.halfLifeChatDays,
    parameters.halfLifeMailDays,
    parameters.halfLifeLiveDays,
    parameters.halfLifePurchaseDays,
  ].map((days) => days * dayMs);
  const sums = await sumGivenByStretch(db, { tieIds: [...oursIsA.keys()], endsMs, halfLivesMs });
  const isOurs = (row: (typeof sums)[number]) => (row.direction === 0) === (oursIsA.get(row.tieId) ?? true);
  const ours = courseOfGiving({ endsMs, halfLivesMs, given: sums.filter(isOurs) });
  const theirs = courseOfGiving({ endsMs, halfLivesMs, given: sums.filter((row) => !isOurs(row)) });
  return endsMs.map((at, index) => ({
    at: new Date(at).toISOString(),
    ours: ours[index] ?? 0,
    theirs: theirs[index] ?? 0,
  }));
}

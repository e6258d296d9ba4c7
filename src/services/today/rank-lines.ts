/** Most worth while first: what an act would add to the bond per minute, by what the firm looks after and the reader found useful. */
import type { QuarterGoal } from '#contract/me.ts';
import type { TodayLine } from '#contract/today.ts';
import { computeActGain, computeSpreadGain } from '#engine/act-gain.ts';
import { computeActWorth } from '#engine/act-worth.ts';
import type { ModelParameters } from '#engine/parameters.ts';
import { forgottenBeforeMs, readUsefulness, type Usefulness } from '#engine/usefulness.ts';
import { type ActFiguresRow, listActFigures } from '#store/act-figures.ts';
import type { Db } from '#store/database.ts';
import type { TodayAsk, TodayCandidate } from '#store/today-lines.ts';
import { listVerdicts } from '#store/today-marks.ts';
import { goalWeight, type Rule, rules } from './rules.ts';

export interface RankedLine {
  readonly rule: Rule;
  readonly candidate: TodayCandidate;
  readonly rank: TodayLine['rank'];
}

/** One line a relation, the weightiest of what could be said. */
export async function rankLines(
  db: Db,
  input: { ask: TodayAsk; goal: QuarterGoal; parameters: ModelParameters },
): Promise<RankedLine[]> {
  const { ask, goal, parameters } = input;
  const asked = rules.filter(({ most, goals }) => most === undefined || goals.includes(goal));
  const found = await Promise.all(
    asked.map(async (rule) => (await rule.find(db, ask)).map((candidate) => ({ rule, candidate }))),
  );
  const all = found.flat();
  const partyIds = [...new Set(all.map(({ candidate }) => candidate.partyId))];
  const [figures, learned] = await Promise.all([listActFigures(db, { partyIds, now: ask.now }), readLearned(db, ask)]);
  const ranked = all.map(({ rule, candidate }) => {
    const usefulness = learned(rule.kind);
    const rank = rankOf({ rule, figures: figures.get(candidate.partyId), goal, usefulness, parameters });
    return { rule, candidate, rank };
  });
  ranked.sort(
    (x, y) => computeActWorth(y.rank) - computeActWorth(x.rank) || (x.candidate.partyId < y.candidate.partyId ? -1 : 1),
  );
  return thinOut(ranked);
}

function rankOf(input: {
  rule: Rule;
  figures: ActFiguresRow | undefined;
  goal: QuarterGoal;
  usefulness: Usefulness;
  parameters: ModelParameters;
}): TodayLine['rank'] {
  const { rule, figures, goal, usefulness, parameters } = input;
  const fitsGoal = rule.goals.includes(goal);
  const act = rule.moves ?? rule.act;
  const known = figures ?? nobody;
  const { gain, block, minutes } = computeActGain({ act, figures: { ...known, values: known }, parameters });
  const spread = { bond: known.bond, dependency: known.dependency ?? 0, parameters };
  const isSpread = rule.kind === 'leans-on-one';
  return {
    gain: isSpread ? computeSpreadGain(spread) : gain,
    block: isSpread ? null : block,
    minutes,
    weight: rule.weight * (fitsGoal ? goalWeight : 1),
    fitsGoal,
    learned: usefulness,
  };
}

const nobody: Omit<ActFiguresRow, 'partyId'> = {
  ...{ bond: 0, trust: 0, reciprocity: 0, intensity: 0, time: 0 },
  ...{ givingOurs: 0, givingTheirs: 0, pressure: 0, gapDays: null, silenceDays: 0, dependency: null },
};

/** Of a kind that the goal alone adds only the first few; of a relation only its weightiest line. */
function thinOut(ranked: readonly RankedLine[]): RankedLine[] {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  return ranked.filter(({ rule, candidate }) => {
    if (seen.has(candidate.partyId)) return false;
    const count = (counts.get(rule.kind) ?? 0) + 1;
    if (rule.most !== undefined && count > rule.most) return false;
    counts.set(rule.kind, count);
    seen.add(candidate.partyId);
    return true;
  });
}

async function readLearned(db: Db, { userId, now }: TodayAsk): Promise<(kind: string) => Usefulness> {
  const nowMs = now.getTime();
  const verdicts = await listVerdicts(db, { userId, since: new Date(forgottenBeforeMs(nowMs)) });
  const byLine = Map.groupBy(verdicts, ({ line }) => line);
  const said = (kind: string) => (byLine.get(kind) ?? []).map(({ useful, at }) => ({ useful, atMs: at.getTime() }));
  return (kind) => readUsefulness(said(kind), nowMs);
}

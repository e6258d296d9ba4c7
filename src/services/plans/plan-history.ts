/** How the dependency and the second foundation went: week by week from the ties, and from readings as they were kept. */
import { computeDependency } from '#engine/organisation.ts';
import { listReadings } from '#store/foundations.ts';
import { findParty } from '#store/parties.ts';
import { findPlan } from '#store/plans.ts';
import { listStrands } from '#store/strands.ts';
import { listTieHistory, type TieHistoryRow } from '#store/tie-history.ts';
import { allow } from '../allow.ts';
import type { Context } from '../context.ts';
import { lastUpTo } from '../figures/sparkline.ts';
import { mondayOf, weekOf } from '../figures/weeks.ts';
import { getFirm } from '../firm.ts';
import { viewOf } from '../parties/get-party.ts';
import { secondOf } from './describe-plan.ts';
import { known } from './plans.ts';

const dayMs = 86_400_000;
const weeksBefore = 26;
/** A page of points; of a plan that runs longer the oldest are left out. */
const mostWeeks = 156;
const mostReadings = 200;

export async function getPlanHistory(ctx: Context, input: { planId: string }) {
  const plan = allow(ctx.actor, 'see', known(await findPlan(ctx.db, input.planId)));
  const party = allow(ctx.actor, 'see', await findParty(ctx.db, plan.partyId));
  const { onlyOurs } = viewOf(ctx, party);
  const { timeZone } = await getFirm(ctx.db);
  const strands = (
    await listStrands(ctx.db, { partyIds: [party.id], on: ctx.now().toISOString().slice(0, 10) })
  ).filter((strand) => strand.oursIsOwn && (onlyOurs === null || strand.oursId === onlyOurs));
  const untilWeek = weekOf((plan.endedAt ?? ctx.now()).getTime(), timeZone);
  const fromWeek = Math.max(weekOf(plan.startedAt.getTime(), timeZone) - weeksBefore, untilWeek - mostWeeks);
  const history = await listTieHistory(ctx.db, { tieIds: strands.map(({ tieId }) => tieId), fromWeek });
  const byTie = Map.groupBy(history, ({ tieId }) => tieId);
  const personOf = new Map(strands.map(({ tieId, oursId, oursKind }) => [tieId, oursKind === 'person' ? oursId : '']));
  const readings = await listReadings(ctx.db, { partyId: party.id, limit: mostReadings });
  const points = [];
  for (let week = fromWeek; week <= untilWeek; week += 1) {
    const now = [...byTie.values()].flatMap((rows) => lastUpTo(rows, week) ?? []);
    const monday = new Date(mondayOf(week) * dayMs);
    const reading = readings.find(({ at }) => at.getTime() < monday.getTime() + 7 * dayMs);
    points.push({
      weekStart: monday.toISOString().slice(0, 10),
      dependency: readDependency(now, personOf),
      second: reading ? secondOf(reading.shares) : null,
    });
  }
  return { points };
}

/** Of the best tie of each colleague; the firm itself cannot leave. Null where nothing was known yet. */
function readDependency(rows: readonly TieHistoryRow[], personOf: ReadonlyMap<string, string>): number | null {
  const best = new Map<string, number>();
  for (const row of rows) {
    const person = personOf.get(row.tieId) ?? '';
    best.set(person, Math.max(best.get(person) ?? 0, Math.min(1, row.bond)));
  }
  const people = [...best.keys()];
  const strengths = [...best.values()];
  const each = people.flatMap((person, at) => (person === '' ? [] : (computeDependency(strengths, at) ?? [])));
  return each.length === 0 ? null : Math.max(...each);
}

/** Plans that run or ended, and relations for which one is proposed. */
import type { Plan, ProposedPlan } from '#contract/plans.ts';
import type { Db } from '#store/database.ts';
import { listHelpers, pageLeaningParties } from '#store/leaning-parties.ts';
import { findParty } from '#store/parties.ts';
import { listPlanSteps, type PlanRow, pagePlans } from '#store/plans.ts';
import { allow, viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { describePlan, readSeconds } from './describe-plan.ts';

const pageSize = 50;
const mostHelpers = 4;

interface Asked {
  readonly cursor?: string;
  readonly limit?: number;
  readonly partyId?: string;
}

export async function listPlans(
  ctx: Context,
  input: Asked & { state?: 'open' | 'ended' },
): Promise<{ items: Plan[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const isEnded = input.state === 'ended';
  if (input.partyId !== undefined) allow(ctx.actor, 'see', await findParty(ctx.db, input.partyId));
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const rows = await pagePlans(ctx.db, {
    viewer: viewerOf(ctx.actor),
    partyId: input.partyId ?? null,
    isEnded,
    after: id === undefined ? null : { at: new Date(String(at)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const lastAt = last && (isEnded ? last.endedAt : last.startedAt);
  return {
    items: await describePlans(ctx, ctx.db, shown),
    nextCursor: rows.length > limit && last && lastAt ? writeCursor([lastAt.toISOString(), last.id]) : null,
  };
}

async function describePlans(ctx: Context, db: Db, rows: readonly PlanRow[]): Promise<Plan[]> {
  const steps = await listPlanSteps(
    db,
    rows.map(({ id }) => id),
  );
  const partyIds = [...new Set(rows.map(({ partyId }) => partyId))];
  const seconds = await readSeconds(db, { partyIds, nowMs: ctx.now().getTime() });
  return rows.map((row) =>
    describePlan(row, { steps: steps.get(row.id) ?? [], second: seconds.get(row.partyId) ?? null }),
  );
}

export async function describePlanNow(ctx: Context, db: Db, row: PlanRow): Promise<Plan> {
  const [plan] = await describePlans(ctx, db, [row]);
  if (!plan) throw new Error('a plan that was read is described');
  return plan;
}

export async function listProposedPlans(
  ctx: Context,
  input: Asked,
): Promise<{ items: ProposedPlan[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  if (input.partyId !== undefined) allow(ctx.actor, 'see', await findParty(ctx.db, input.partyId));
  const [bond, id] = readCursor(input.cursor, ['number', 'id']) ?? [];
  const rows = await pageLeaningParties(ctx.db, {
    viewer: viewerOf(ctx.actor),
    partyId: input.partyId ?? null,
    after: id === undefined ? null : { bond: Number(bond), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const partyIds = shown.map(({ partyId }) => partyId);
  const seconds = await readSeconds(ctx.db, { partyIds, nowMs: ctx.now().getTime() });
  const helpers = await listHelpers(ctx.db, {
    ...{ partyIds, hangsOn: shown.map(({ hangsOn }) => hangsOn) },
    ...{ most: mostHelpers, hasLeft: false },
  });
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      party: { id: row.partyId, name: row.partyName },
      hangsOn: { id: row.hangsOn, name: row.hangsOnName },
      dependency: row.dependency,
      contacts: row.contacts,
      second: seconds.get(row.partyId) ?? 0,
      helpers: (helpers.get(row.partyId) ?? []).map(({ userId, id: own, name, strength }) => ({
        ...{ userId, id: own, name, strength },
      })),
    })),
    nextCursor: rows.length > limit && last ? writeCursor([last.bond, last.partyId]) : null,
  };
}

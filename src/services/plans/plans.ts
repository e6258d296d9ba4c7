/** Plans to make a relation firmer: begun, changed, ended. */
import { v7 as uuidv7 } from 'uuid';
import type { Plan } from '#contract/plans.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import { isOwnParty } from '#store/foundation-statements.ts';
import { findParty } from '#store/parties.ts';
import { findPartyFigures } from '#store/plan-figures.ts';
import { findPlan, insertPlan, insertPlanSteps, type PlanRow, type PlanWriting, updatePlan } from '#store/plans.ts';
import { transact } from '#store/transact.ts';
import { allow, viewerOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { mergeFields } from '../changes/merge-fields.ts';
import type { Context } from '../context.ts';
import { createTask } from '../tasks/change-task.ts';
import { readSeconds } from './describe-plan.ts';
import { describePlanNow } from './list-plans.ts';
import { notePlan, planFieldsOf } from './note-plan.ts';

interface NewPlan {
  readonly partyId: string;
  readonly goal: string;
  readonly helperId?: string | null;
  readonly dueOn?: string | null;
  readonly steps?: readonly {
    readonly title: string;
    readonly assigneeId?: string | undefined;
    readonly dueOn?: string | null | undefined;
  }[];
}

/** The plan and its tasks are one act, undone together. */
export async function createPlan(ctx: Context, input: NewPlan): Promise<Plan> {
  const within = { ...ctx, batchId: ctx.batchId ?? uuidv7() };
  return transact(ctx.db, async (tx) => {
    const party = allow(ctx.actor, 'edit', await findParty(tx, input.partyId));
    if (party.deletedAt !== null) throw notFound();
    if (party.isOwn) throw new AppError('not-allowed');
    await refuseUnfit(tx, input.helperId ?? null);
    const id = uuidv7();
    const figures = await findPartyFigures(tx, party.id);
    const seconds = await readSeconds(tx, { partyIds: [party.id], nowMs: ctx.now().getTime() });
    await insertPlan(tx, {
      ...{ id, partyId: party.id, goal: input.goal, helperId: input.helperId ?? null, dueOn: input.dueOn ?? null },
      ...{ hangsOn: figures?.dependencyOn ?? null, dependencyThen: figures?.dependency ?? null },
      ...{ secondThen: seconds.get(party.id) ?? null, contactsThen: figures?.contactCount ?? 0 },
      ...{ startedAt: ctx.now(), endedAt: null, outcome: null, authorId: viewerOf(ctx.actor), at: ctx.now() },
    });
    await notePlan(within, tx, { act: 'create', now: await getPlanRow(tx, id) });
    const taskIds: string[] = [];
    for (const { title, assigneeId, dueOn = null } of input.steps ?? []) {
      const step = { title, dueOn, partyId: party.id, ...(assigneeId !== undefined && { assigneeId }) };
      taskIds.push((await createTask({ ...within, db: tx }, step)).id);
    }
    await insertPlanSteps(tx, id, taskIds);
    return describePlanNow(ctx, tx, await getPlanRow(tx, id));
  });
}

export interface PlanFields {
  readonly goal?: string;
  readonly helperId?: string | null;
  readonly dueOn?: string | null;
  readonly outcome?: 'reached' | 'stopped' | null;
}

export async function updatePlanFields(
  ctx: Context,
  input: PlanFields & { planId: string; ifVersion?: number },
): Promise<Plan> {
  const { planId, ifVersion, ...wanted } = input;
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', known(await findPlan(tx, planId, { lock: true })));
    await mergeFields(tx, {
      recordId: row.id,
      ifVersion,
      version: row.version,
      wanted: { ...wanted },
      current: planFieldsOf(row),
      describe: () => describePlanNow(ctx, tx, row),
    });
    return describePlanNow(ctx, tx, await writePlan(ctx, tx, row, wanted));
  });
}

export async function writePlan(ctx: Context, tx: Tx, row: Allowed<PlanRow>, wanted: PlanFields): Promise<PlanRow> {
  const outcome = wanted.outcome === undefined ? row.outcome : wanted.outcome;
  const endedAt = outcome === null ? null : (row.endedAt ?? ctx.now());
  const fields: PlanWriting = { ...row, ...wanted, outcome, endedAt };
  if (fields.helperId !== row.helperId) await refuseUnfit(tx, fields.helperId);
  await updatePlan(tx, row, { fields, deletedAt: null, at: ctx.now() });
  const now = await getPlanRow(tx, row.id);
  await notePlan(ctx, tx, { act: 'update', was: row, now });
  return now;
}

/** Its tasks stay: somebody may be at work on them. */
export async function removePlan(ctx: Context, input: { planId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', known(await findPlan(tx, input.planId, { lock: true })));
    await updatePlan(tx, row, { fields: row, deletedAt: ctx.now(), at: ctx.now() });
    await notePlan(ctx, tx, { act: 'remove', now: row });
    return { done: true as const };
  });
}

export async function restorePlan(ctx: Context, tx: Tx, planId: string): Promise<void> {
  const row = allow(ctx.actor, 'edit', await findPlan(tx, planId, { lock: true }));
  if (row.deletedAt === null) return;
  await updatePlan(tx, row, { fields: row, deletedAt: null, at: ctx.now() });
  await notePlan(ctx, tx, { act: 'restore', now: await getPlanRow(tx, planId) });
}

async function refuseUnfit(tx: Tx, helperId: string | null): Promise<void> {
  if (helperId === null || (await isOwnParty(tx, helperId))) return;
  const problem = { path: 'body.helperId', code: 'not-a-colleague', message: 'not-a-colleague' };
  throw new AppError('bad-input', { problems: [problem] });
}

async function getPlanRow(tx: Tx, id: string): Promise<PlanRow> {
  const row = await findPlan(tx, id);
  if (!row) throw notFound();
  return row;
}

export function known(row: PlanRow | undefined): PlanRow | null {
  return row && row.deletedAt === null ? row : null;
}

/** Why the demo firm's relations are with it, as they said; and the plan that was followed once. */
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import { insertStatement } from '#store/foundation-statements.ts';
import { insertPlan, insertPlanSteps } from '#store/plans.ts';
import { listPartiesWorkedAt } from '#store/strands.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { refreshFoundations } from '../foundations/refresh-foundation.ts';
import { makeTask } from '../tasks/change-task.ts';
import type { DemoHouse } from './demo-house.ts';
import { forgetDemoChanges } from './demo-records.ts';

export interface DemoReasonGiven {
  readonly party: string;
  readonly kind: 'brand' | 'price' | 'personal';
  readonly ground: 'said';
  readonly words: string;
  /** The colleague whose familiar face it is. */
  readonly face?: string;
  readonly atMs: number;
}

export interface DemoPlan {
  readonly party: string;
  readonly hangsOn: string;
  readonly helper: string;
  readonly goal: string;
  readonly startedMs: number;
  readonly endedMs: number;
  /** Contact until then, all of it with the one it hung on. */
  readonly contactsThen: number;
  readonly steps: readonly { readonly title: string; readonly doneMs: number }[];
}

/** After the figures: a reading counts what runs through people. */
export async function writeDemoFoundations(
  ctx: Context,
  house: Pick<DemoHouse, 'idOf'>,
  told: {
    readonly reasons: readonly DemoReasonGiven[];
    /** Who named a reason with an answer of theirs. */
    readonly answered: readonly string[];
    readonly plans: readonly DemoPlan[];
  },
): Promise<void> {
  const authorId = userOf(ctx.actor);
  await transact(ctx.db, async (tx) => {
    allow(ctx.actor, 'govern', await getFirm(tx));
    for (const { party, kind, ground, words, face, atMs } of told.reasons) {
      const fields = { kind, ground, words, face: face ? ('familiar' as const) : null, toldBy: null, neededFor: null };
      const colleagueId = face ? house.idOf(face) : null;
      const at = new Date(atMs);
      const row = { ...fields, colleagueId, saidAt: at, authorId, createdAt: at };
      await insertStatement(tx, { ...row, id: uuidv7(), partyId: house.idOf(party) });
    }
    const said = [...new Set([...told.reasons.map(({ party }) => party), ...told.answered].map(house.idOf))];
    const partyIds = [...new Set([...said, ...(await listPartiesWorkedAt(tx, said))])];
    await refreshFoundations(tx, { partyIds, at: ctx.now(), userId: authorId });
    const within = { ...ctx, db: tx, batchId: uuidv7() };
    for (const plan of told.plans) await writePlan(within, house, plan);
    await forgetDemoChanges(within, within.batchId);
  });
}

async function writePlan(ctx: Context & { db: Tx }, house: Pick<DemoHouse, 'idOf'>, plan: DemoPlan): Promise<void> {
  const authorId = userOf(ctx.actor);
  const [id, partyId, at] = [uuidv7(), house.idOf(plan.party), new Date(plan.startedMs)];
  await insertPlan(ctx.db, {
    ...{ id, partyId, goal: plan.goal, helperId: house.idOf(plan.helper), hangsOn: house.idOf(plan.hangsOn) },
    // Everything ran through one person then; of its foundations nothing was written down yet.
    ...{ dependencyThen: 1, secondThen: null, contactsThen: plan.contactsThen, dueOn: null },
    ...{ startedAt: at, endedAt: new Date(plan.endedMs), outcome: 'reached', authorId, at },
  });
  const taskIds: string[] = [];
  for (const { title, doneMs } of plan.steps) {
    const doneAt = new Date(doneMs);
    const fields = { title, note: null, partyId, assigneeId: authorId, dueOn: doneAt.toISOString().slice(0, 10) };
    const task = { ...fields, dueTime: null, snoozedUntil: null, repeat: null, doneAt, doneBy: authorId };
    taskIds.push((await makeTask(ctx, ctx.db, { fields: task, follows: null, repeatDay: null })).id);
  }
  await insertPlanSteps(ctx.db, id, taskIds);
}

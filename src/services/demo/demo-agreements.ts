/** Ideas that came up in moments of the demo firm, and how often a rule of its house was kept. */
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import { deleteUnusedHouseRules } from '#store/demo-words.ts';
import { insertCase } from '#store/house-rules.ts';
import { findIdea, type IdeaMoments, type IdeaWriting, insertIdea, setIdeaMoments } from '#store/ideas.ts';
import { findSetting, putSetting } from '#store/settings.ts';
import { allow } from '../allow.ts';
import type { Context } from '../context.ts';
import { createHouseRule } from '../house-rules/house-rules.ts';
import { createTask } from '../tasks/change-task.ts';
import { completeTask } from '../tasks/complete-task.ts';

type Within = Context & { db: Tx };
const demoRules = 'demo-house-rules';
const dayMs = 86_400_000;

export interface DemoIdea extends IdeaWriting, IdeaMoments {
  readonly partyId: string;
  readonly colleagueId: string;
}

/** Told and thanked for in moments that stand in the log already. */
export async function writeDemoIdea(ctx: Within, idea: DemoIdea): Promise<void> {
  const id = uuidv7();
  await insertIdea(ctx.db, { ...idea, id, createdAt: idea.cameAt });
  await setIdeaMoments(ctx.db, allow(ctx.actor, 'edit', await findIdea(ctx.db, id)), idea);
}

export interface DemoRule {
  readonly rule: Parameters<typeof createHouseRule>[1];
  readonly sinceDaysAgo: number;
  readonly cases: readonly { readonly partyId: string; readonly daysAgo: number; readonly doneAfterDays: number }[];
}

export async function writeDemoRules(ctx: Within, rules: readonly DemoRule[]): Promise<void> {
  const made: string[] = [];
  for (const { rule, sinceDaysAgo, cases } of rules) {
    const { id: ruleId } = await createHouseRule(ago(ctx, sinceDaysAgo), rule);
    made.push(ruleId);
    for (const { partyId, daysAgo, doneAfterDays } of cases) {
      const dueOn = dayAgo(ctx, daysAgo - rule.withinDays);
      const task = await createTask(ago(ctx, daysAgo), { title: rule.act, partyId, dueOn });
      await completeTask(ago(ctx, daysAgo - doneAfterDays), { taskId: task.id });
      const happenedOn = dayAgo(ctx, daysAgo);
      await insertCase(ctx.db, { ruleId, key: `demo ${partyId}`, partyId, happenedOn, dueOn, taskId: task.id });
    }
  }
  await putSetting(ctx.db, demoRules, made);
}

/** Once its parties are gone, and with them each time a rule came up. */
export async function removeDemoRules(tx: Tx): Promise<void> {
  const made = (await findSetting(tx, demoRules)) as string[] | null;
  if (made === null) return;
  await deleteUnusedHouseRules(tx, made);
  await putSetting(tx, demoRules, null);
}

function ago(ctx: Within, days: number): Within {
  const at = new Date(ctx.now().getTime() - days * dayMs);
  return { ...ctx, now: () => at };
}

function dayAgo(ctx: Within, days: number): string {
  return ago(ctx, days).now().toISOString().slice(0, 10);
}

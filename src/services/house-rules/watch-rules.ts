/** Every hour: what came up that a rule of the house waits for gets its task, once. */
import type { Tx } from '#store/database.ts';
import { listOccasions, type Occasion } from '#store/house-occasions.ts';
import { type HouseRuleRow, insertCase, listHouseRules, setCaseTask } from '#store/house-rules.ts';
import { transact } from '#store/transact.ts';
import { findUserRow } from '#store/users.ts';
import type { Context } from '../context.ts';
import { makeTask } from '../tasks/change-task.ts';
import { judging } from './house-rules.ts';

/** What happened longer ago and is only written down now is no reason to act any more. */
const longestAgoDays = 30;
const mostAtOnce = 200;
const dayMs = 86_400_000;

/** `sayWhy`: why the task is there, for whom it is for. */
export type SayWhy = (trigger: HouseRuleRow['trigger'], locale: 'nl' | 'en') => string;

/** Answers how many tasks were made. */
export async function watchHouseRules(ctx: Context, sayWhy: SayWhy): Promise<number> {
  let made = 0;
  for (const rule of await listHouseRules(ctx.db)) {
    const { on, timeZone } = await judging(ctx);
    const earliest = plusDays(on, -longestAgoDays);
    const fromOn = rule.sinceOn > earliest ? rule.sinceOn : earliest;
    const { id: ruleId, trigger } = rule;
    const occasions = await listOccasions(ctx.db, { ruleId, trigger, fromOn, on, timeZone, limit: mostAtOnce });
    for (const occasion of occasions) {
      const isMade = await transact(ctx.db, (tx) => act(ctx, tx, { rule, occasion, on, sayWhy }));
      if (isMade) made += 1;
    }
  }
  return made;
}

interface Acting {
  readonly rule: HouseRuleRow;
  readonly occasion: Occasion;
  readonly on: string;
  readonly sayWhy: SayWhy;
}

async function act(ctx: Context, tx: Tx, { rule, occasion, on, sayWhy }: Acting): Promise<boolean> {
  const { key, partyId, happenedOn } = occasion;
  const promised = plusDays(happenedOn, rule.withinDays);
  // What was written down late is due today at the earliest: nobody is late for what nobody knew.
  const dueOn = promised < on ? on : promised;
  const isNew = await insertCase(tx, { ruleId: rule.id, key, partyId, happenedOn, dueOn, taskId: null });
  const assigneeId = rule.assigneeId ?? occasion.userId ?? rule.createdBy;
  const user = assigneeId === null ? undefined : await findUserRow(tx, assigneeId);
  if (!isNew || !user || user.removedAt !== null) return false;
  const note = sayWhy(rule.trigger, user.locale === 'en' ? 'en' : 'nl');
  const fields = { title: rule.act, note, partyId, assigneeId: user.id, dueOn, dueTime: null, snoozedUntil: null };
  const more = { repeat: null, doneAt: null, doneBy: null };
  const task = await makeTask({ ...ctx, db: tx }, tx, {
    fields: { ...fields, ...more },
    follows: null,
    repeatDay: null,
  });
  await setCaseTask(tx, { ruleId: rule.id, key, taskId: task.id });
  return true;
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

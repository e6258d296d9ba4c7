import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse, testNow } from '#test/house.ts';
import { undoChange } from '../changes/undo-change.ts';
import type { Context } from '../context.ts';
import { refreshFigures } from '../figures/refresh-figures.ts';
import { recordInteraction } from '../interactions/record-interaction.ts';
import { createParty } from '../parties/change-party.ts';
import { createRelation } from '../parties/relations.ts';
import { decideTriage } from '../parties/triage.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { listTasks } from '../tasks/list-tasks.ts';
import { listPlans, listProposedPlans } from './list-plans.ts';
import { getPlanHistory } from './plan-history.ts';
import { createPlan, removePlan, updatePlanFields } from './plans.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const dayMs = 86_400_000;
const partyOf = (ctx: Context) => (ctx.actor.kind === 'user' ? (ctx.actor.partyId ?? '') : '');

async function meet(ctx: Context, partyId: string, daysAgo: readonly number[]): Promise<void> {
  for (const days of daysAgo) {
    await recordInteraction(ctx, {
      ...{ channel: 'meeting', kind: 'message', subject: null, text: null, answers: [], asked: null, valence: null },
      ...{ at: new Date(testNow.getTime() - days * dayMs).toISOString(), to: [{ partyId }], benefits: [], order: null },
    });
  }
  await refreshFigures(house.system);
}

async function makeFirm(name: string): Promise<{ firm: string; contact: string }> {
  const firm = (await createParty(house.sanne, { kind: 'organisation', name })).id;
  const contact = (await createParty(house.sanne, { kind: 'person', name: `Inkoop ${name}` })).id;
  await createRelation(house.sanne, { typeKey: 'works-at', fromParty: contact, toParty: firm });
  return { firm, contact };
}

const namesOf = async (ctx: Context) => (await listProposedPlans(ctx, {})).items.map(({ party }) => party.name);

test('proposed at the first sign, begun with its steps as tasks, and measured when somebody comes along', async () => {
  const { firm: partyId, contact } = await makeFirm('Lunchroom Klaver');
  await meet(house.sanne, contact, [28, 21]);
  assert.deepEqual(await namesOf(house.bram), []);
  await meet(house.sanne, contact, [14, 10, 7, 3]);
  const [proposal] = (await listProposedPlans(house.bram, {})).items;
  assert.deepEqual(
    [proposal?.party.id, proposal?.hangsOn.id, proposal?.dependency],
    [partyId, partyOf(house.sanne), 1],
  );
  assert.deepEqual(
    proposal?.helpers.map(({ id }) => id),
    [partyOf(house.bram)],
  );
  const steps = [{ title: 'Bram komt mee', dueOn: '2026-11-28' }, { title: 'Bram belt zelf' }];
  const plan = await createPlan(house.sanne, { partyId, goal: 'Kent ook Bram', helperId: partyOf(house.bram), steps });
  assert.deepEqual([plan.atStart.dependency, plan.now.dependency, plan.steps.length], [1, 1, 2]);
  assert.deepEqual(await namesOf(house.bram), []);
  await completeTask(house.bram, { taskId: plan.steps[0]?.taskId ?? '' });
  await meet(house.bram, contact, [2, 1]);
  const [running] = (await listPlans(house.bram, { partyId })).items;
  assert.ok((running?.now.dependency ?? 1) < 0.9, JSON.stringify(running?.now));
  assert.ok(running?.steps[0]?.doneAt);
  const { points } = await getPlanHistory(house.bram, { planId: plan.id });
  const latest = points.findLast(({ dependency }) => dependency !== null)?.dependency ?? 0;
  // The year line keeps fewer digits.
  assert.ok(Math.abs(latest - (running?.now.dependency ?? 0)) < 1e-6);
  const ended = await updatePlanFields(house.bram, { planId: plan.id, outcome: 'reached' });
  assert.ok(ended.endedAt);
  assert.equal((await listPlans(house.bram, { state: 'ended' })).items.length, 1);
  await undoChange(house.bram, {});
  assert.equal((await listPlans(house.bram, {})).items[0]?.outcome, null);
});

test('a plan that was begun by mistake goes with its tasks, and one that was removed comes back', async () => {
  const { firm: partyId } = await makeFirm('Bar Nul');
  const plan = await createPlan(house.sanne, { partyId, goal: 'Kent ook Bram', steps: [{ title: 'Meekomen' }] });
  const undone = await undoChange(house.sanne, {});
  assert.deepEqual((await listPlans(house.sanne, { partyId })).items, []);
  assert.deepEqual((await listTasks(house.sanne, { partyId })).items, []);
  await undoChange(house.sanne, { changeId: undone.changeId });
  assert.equal((await listPlans(house.sanne, { partyId })).items[0]?.id, plan.id);
  await removePlan(house.sanne, { planId: plan.id });
  await assert.rejects(updatePlanFields(house.sanne, { planId: plan.id, goal: 'x' }), { code: 'not-found' });
  await undoChange(house.sanne, {});
  assert.equal((await listPlans(house.sanne, { partyId })).items[0]?.goal, 'Kent ook Bram');
  await assert.rejects(createPlan(house.sanne, { partyId, goal: 'x', helperId: partyId }), { code: 'bad-input' });
});

test('plans and proposals of a private relation are their owner’s; pages go on where they ended', async () => {
  const sister = (await createParty(house.sanne, { kind: 'person', name: 'Zus' })).id;
  await meet(house.sanne, sister, [20, 15, 12, 9, 6, 3]);
  assert.ok((await namesOf(house.bram)).includes('Zus'));
  const plan = await createPlan(house.sanne, { partyId: sister, goal: 'geheim' });
  await decideTriage(house.sanne, { decisions: [{ partyId: sister, role: 'private' }] });
  assert.ok(!(await listPlans(house.bram, {})).items.some(({ id }) => id === plan.id));
  assert.ok(!(await namesOf(house.bram)).includes('Zus'));
  await assert.rejects(listPlans(house.bram, { partyId: sister }), { code: 'not-found' });
  await assert.rejects(getPlanHistory(house.bram, { planId: plan.id }), { code: 'not-found' });
  await assert.rejects(removePlan(house.bram, { planId: plan.id }), { code: 'not-found' });
  const first = await listPlans(house.sanne, { limit: 1 });
  assert.ok(first.nextCursor);
  const next = await listPlans(house.sanne, { limit: 10, cursor: first.nextCursor });
  assert.ok(next.items.length > 0 && next.items.every(({ id }) => id !== first.items[0]?.id));
});

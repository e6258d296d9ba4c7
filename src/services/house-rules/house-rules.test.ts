/** "If a customer does this, we do that": one task each time it comes up, and how often that was in time. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { InteractionInput } from '#contract/interactions.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { undoChange } from '../changes/undo-change.ts';
import { createIdea, updateIdeaFields } from '../ideas/change-idea.ts';
import { recordInteraction } from '../interactions/record-interaction.ts';
import { createParty, updatePartyFields } from '../parties/change-party.ts';
import { removeTask } from '../tasks/change-task.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { listTasks } from '../tasks/list-tasks.ts';
import { createHouseRule, listFirmRules, removeHouseRule, updateHouseRuleFields } from './house-rules.ts';
import { listRuleCases } from './list-cases.ts';
import { watchHouseRules } from './watch-rules.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const dayMs = 86_400_000;
const later = (days: number) => new Date(testNow.getTime() + days * dayMs);
const watch = () => watchHouseRules(house.system, (trigger, locale) => `${trigger} ${locale}`);

beforeEach(async () => {
  house.setNow(testNow);
  for (const { id } of (await listFirmRules(house.sanne)).items)
    await removeHouseRule(house.sanne, { houseRuleId: id });
});

async function gives(name: string, kind: InteractionInput['kind'], at: Date, ctx = house.bram): Promise<string> {
  const { id } = await createParty(house.sanne, { kind: 'person', name });
  await moment(id, kind, at, ctx);
  return id;
}

async function moment(partyId: string, kind: InteractionInput['kind'], at: Date, ctx = house.bram): Promise<void> {
  const own = ctx.actor.kind === 'user' ? (ctx.actor.partyId ?? '') : '';
  await recordInteraction(ctx, {
    ...{ at: at.toISOString(), channel: 'other', kind, from: { partyId }, to: [{ partyId: own }], subject: null },
    ...{ text: null, answers: [], asked: null, valence: null, benefits: [], order: null },
  });
}

const tasksOf = async (partyId: string) =>
  (await listTasks(house.sanne, { partyId })).items.map(({ title, dueOn, note, assignee, createdBy }) =>
    [title, dueOn, note, assignee.name, createdBy?.name ?? null].join(' | '),
  );

test('who brings somebody: one task for the colleague it happened with, however often it is looked at', async () => {
  await createHouseRule(house.sanne, { trigger: 'introduction', act: 'Kaartje sturen', withinDays: 3 });
  const before = await gives('Vóór Afspraak', 'introduction', later(-2));
  const yara = await gives('Yara Brengt', 'referral', testNow);
  await moment(yara, 'introduction', new Date(testNow.getTime() + 1_000), house.sanne);
  const mere = await gives('Els Mailt', 'message', testNow);
  const made = [await watch(), await watch()];
  assert.deepEqual(made, [1, 0]);
  assert.deepEqual(await tasksOf(yara), ['Kaartje sturen | 2026-11-24 | introduction nl | Bram Jansen | ']);
  assert.deepEqual([await tasksOf(before), await tasksOf(mere)], [[], []]);
});

test('how it went, with how many it is of: in time, too late, still open; what was taken away counts for nothing', async () => {
  const rule = await createHouseRule(house.sanne, { trigger: 'help', act: 'Bloemen', withinDays: 2 });
  const names = ['Op tijd', 'Te laat', 'Vergeten', 'Weg', 'Nog open'];
  const parties: string[] = [];
  for (const [at, name] of names.entries()) {
    const when = name === 'Nog open' ? later(4) : testNow;
    house.setNow(when);
    parties.push(await gives(`${name} ${at}`, 'help', when));
    await watch();
  }
  const taskOf = async (at: number) =>
    (await listTasks(house.sanne, { partyId: parties[at] ?? '' })).items[0]?.id ?? '';
  house.setNow(later(2));
  await completeTask(house.bram, { taskId: await taskOf(0) });
  house.setNow(later(4));
  await completeTask(house.bram, { taskId: await taskOf(1) });
  await removeTask(house.bram, { taskId: await taskOf(3) });
  const [read] = (await listFirmRules(house.bram)).items;
  assert.deepEqual(read?.went, { kept: 1, late: 2, open: 1 });
  const first = await listRuleCases(house.bram, { houseRuleId: rule.id, limit: 2 });
  const rest = await listRuleCases(house.bram, { houseRuleId: rule.id, cursor: first.nextCursor ?? '' });
  const outcomes = [...first.items, ...rest.items].map(({ party, outcome }) => [party.name.slice(0, -2), outcome]);
  assert.deepEqual(
    new Map(outcomes as [string, string][]),
    new Map<string, string | null>([
      ['Nog open', 'open'],
      ['Weg', null],
      ['Vergeten', 'late'],
      ['Te laat', 'late'],
      ['Op tijd', 'kept'],
    ]),
  );
});

test('a first order, an idea made, a birthday in a week: each once; a second order is none', async () => {
  const assigneeId = house.sanne.actor.kind === 'user' ? house.sanne.actor.userId : '';
  const agree = (trigger: 'first-order' | 'idea-delivered' | 'birthday', withinDays: number) =>
    createHouseRule(house.sanne, { trigger, act: trigger, withinDays, assigneeId });
  await agree('first-order', 7);
  await agree('idea-delivered', 0);
  await agree('birthday', 0);
  const buyer = await gives('Koper Eerst', 'order', testNow);
  await moment(buyer, 'order', later(1 / 24 / 60));
  const old = await gives('Koper Oud', 'order', later(-90));
  await moment(old, 'order', testNow);
  const { id: partyId } = await createParty(house.sanne, { kind: 'person', name: 'Denker', birthday: '--11-26' });
  const { id: ideaId } = await createIdea(house.bram, { partyId, text: 'Iets' });
  await updateIdeaFields(house.bram, { ideaId, deliveredIn: 'Ding' });
  assert.deepEqual([await watch(), await watch()], [3, 0]);
  assert.deepEqual(
    [await tasksOf(buyer), await tasksOf(old)],
    [['first-order | 2026-11-28 | first-order nl | Sanne de Vries | '], []],
  );
  assert.deepEqual(await tasksOf(partyId), [
    'idea-delivered | 2026-11-21 | idea-delivered nl | Sanne de Vries | ',
    'birthday | 2026-11-26 | birthday nl | Sanne de Vries | ',
  ]);
});

test('who is private, ignored, or would rather hear nothing, gets no act', async () => {
  await createHouseRule(house.sanne, { trigger: 'gift', act: 'Bedanken', withinDays: 1 });
  const [hidden, shy, gone] = [
    await gives('Zus Cadeau', 'gift', testNow, house.sanne),
    await gives('Notaris Cadeau', 'gift', testNow),
    await gives('Negeer Cadeau', 'gift', testNow),
  ];
  await updatePartyFields(house.sanne, { partyId: hidden, roles: ['private'] });
  await updatePartyFields(house.sanne, { partyId: shy, contactWish: 'rather-not' });
  await updatePartyFields(house.sanne, { partyId: gone, roles: ['ignore'] });
  assert.equal(await watch(), 0);
});

test('an owner agrees, changes and ends; each is taken back', async () => {
  house.setNow(later(10));
  const agreed = { trigger: 'review', act: 'Bedanken', withinDays: 1 } as const;
  await assert.rejects(createHouseRule(house.bram, agreed), { code: 'not-allowed' });
  const { id: houseRuleId, version } = await createHouseRule(house.sanne, agreed);
  await assert.rejects(removeHouseRule(house.bram, { houseRuleId }), { code: 'not-allowed' });
  await updateHouseRuleFields(house.sanne, { houseRuleId, withinDays: 5 });
  const stale = { houseRuleId, ifVersion: version, withinDays: 9 };
  await assert.rejects(updateHouseRuleFields(house.sanne, stale), { code: 'stale' });
  await undoChange(house.sanne, {});
  const days = async () => (await listFirmRules(house.bram)).items.map(({ withinDays }) => withinDays);
  assert.deepEqual(await days(), [1]);
  await removeHouseRule(house.sanne, { houseRuleId });
  assert.deepEqual(await days(), []);
  await undoChange(house.sanne, {});
  assert.deepEqual(await days(), [1]);
});

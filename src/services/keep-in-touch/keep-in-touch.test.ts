import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse, testNow } from '#test/house.ts';
import { listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import { settleFigures } from '../figures/refresh-soon.ts';
import { createGroup } from '../groups/groups.ts';
import { recordInteractions } from '../interactions/record-interaction.ts';
import { listNotifications } from '../notifications/list-notifications.ts';
import { createParty, updatePartyFields } from '../parties/change-party.ts';
import { listToday } from '../today/list-today.ts';
import { markToday } from '../today/mark-today.ts';
import { listKeepingRules } from './list-rules.ts';
import { remindContacts } from './remind-contacts.ts';
import { createRule, removeRule, updateRuleFields } from './rules.ts';

const dayMs = 86_400_000;
let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const daysAgo = (days: number) => new Date(testNow.getTime() - days * dayMs).toISOString();
const us = { kind: 'mail', value: 'sanne@overkant.nl', name: null } as const;
const plain = { subject: null, text: null, answers: [], valence: null, benefits: [], order: null };

interface Sent {
  readonly name: string;
  readonly days: readonly number[];
  readonly kind?: 'message' | 'mailing';
}

/** As an import brings them in, days ago. */
async function mails({ name, days, kind = 'message' }: Sent): Promise<void> {
  const them = { kind: 'mail', value: `${name.toLowerCase()}@ziggo.nl`, name } as const;
  const items = days.map((day, at) => ({
    ...plain,
    asked: kind === 'message',
    sourceKey: `${name} ${kind} ${day}`,
    at: daysAgo(day),
    channel: 'mail' as const,
    kind,
    from: at % 2 === 0 || kind === 'mailing' ? us : them,
    to: [at % 2 === 0 || kind === 'mailing' ? them : us],
  }));
  await recordInteractions(house.sanne, { source: 'Post', coveredUntil: testNow.toISOString(), items });
  await settleFigures(house.db, house.sanne.now);
}

async function person(name: string) {
  const identities = [{ kind: 'mail' as const, value: `${name.toLowerCase()}@ziggo.nl`, label: null }];
  return createParty(house.sanne, { kind: 'person', name, identities });
}

const dueDays = async (ruleId: string) => {
  const rule = (await listKeepingRules(house.sanne, {})).items.find(({ id }) => id === ruleId);
  const [contact] = rule?.contacts ?? [];
  return contact && Math.round((Date.parse(contact.dueAt) - testNow.getTime()) / dayMs);
};
const today = async () => {
  await settleFigures(house.db, house.sanne.now);
  const { items } = await listToday(house.sanne);
  return items.filter(({ kind }) => kind === 'keep-in-touch').map(({ party }) => party.name);
};

test('every so many days from the last contact, whatever way that came in: here a mail that was imported', async () => {
  const ans = await person('Ans');
  const rule = await createRule(house.sanne, { partyId: ans.id, everyDays: 30 });
  assert.equal(await dueDays(rule.id), 30, 'without any contact, counted from when it was wished');
  await mails({ name: 'Ans', days: [40] });
  assert.equal(await dueDays(rule.id), -10);
  assert.deepEqual(await today(), ['Ans']);
  await remindContacts(house.system);
  await remindContacts(house.system);
  const told = async () =>
    (await listNotifications(house.sanne, {})).items.map(({ kind, party }) => `${kind} ${party?.name}`);
  assert.deepEqual(await told(), ['keep-in-touch Ans'], 'once');
  await mails({ name: 'Ans', days: [2] });
  assert.equal(await dueDays(rule.id), 28);
  assert.deepEqual(await today(), []);
});

test('without an interval it follows their own rhythm', async () => {
  const bea = await person('Bea');
  const rule = await createRule(house.sanne, { partyId: bea.id });
  await mails({ name: 'Bea', days: [60, 50, 40, 30, 20, 10] });
  // Usually every ten days: a bell at once and a half that.
  assert.equal(await dueDays(rule.id), 5);
});

test('what we send unasked is no contact', async () => {
  const cor = await person('Cor');
  const rule = await createRule(house.sanne, { partyId: cor.id, everyDays: 20 });
  await mails({ name: 'Cor', days: [50, 45] });
  const before = await dueDays(rule.id);
  await mails({ name: 'Cor', days: [3], kind: 'mailing' });
  assert.deepEqual([before, await dueDays(rule.id)], [-25, -25]);
});

test('who would rather not be contacted cannot be kept in touch with, nor is anybody reminded', async () => {
  const dik = await person('Dik');
  const rule = await createRule(house.sanne, { partyId: dik.id, everyDays: 10 });
  await mails({ name: 'Dik', days: [30] });
  assert.ok((await today()).includes('Dik'));
  await updatePartyFields(house.sanne, { partyId: dik.id, contactWish: 'rather-not' });
  assert.ok(!(await today()).includes('Dik'));
  const shown = (await listKeepingRules(house.sanne, { partyId: dik.id })).items[0];
  assert.equal(shown?.contacts[0]?.heldBack, 'rather-not');
  await removeRule(house.sanne, { ruleId: rule.id });
  await assert.rejects(createRule(house.sanne, { partyId: dik.id }), (error: unknown) => {
    const { code, problems } = error as { code: string; problems: { path: string; code: string }[] };
    assert.deepEqual([code, problems[0]?.path, problems[0]?.code], ['bad-input', 'body.partyId', 'rather-not']);
    return true;
  });
});

test('left in peace, put away and done with, Today says nothing', async () => {
  const eva = await person('Eva');
  await createRule(house.sanne, { partyId: eva.id, everyDays: 10 });
  await mails({ name: 'Eva', days: [30] });
  assert.ok((await today()).includes('Eva'));
  await markToday(house.sanne, { partyId: eva.id, line: 'keep-in-touch', mark: 'snoozed' });
  assert.ok(!(await today()).includes('Eva'));
  await markToday(house.sanne, { partyId: eva.id, line: 'growing-quiet', mark: 'left-in-peace' });
  await remindContacts(house.system);
  const { items } = await listNotifications(house.sanne, {});
  assert.ok(!items.some(({ party }) => party?.name === 'Eva'));
});

test('a group is kept in touch with one by one, by whoever is in it now', async () => {
  const [fop, gus] = [await person('Fop'), await person('Gus')];
  await mails({ name: 'Fop', days: [30] });
  const group = await createGroup(house.sanne, { name: 'Proefpanel' });
  await updatePartyFields(house.sanne, { partyId: fop.id, groups: ['Proefpanel'] });
  const rule = await createRule(house.sanne, { groupId: group.id, everyDays: 14 });
  assert.deepEqual(
    rule.contacts.map(({ party }) => party.name),
    ['Fop'],
  );
  assert.ok((await today()).includes('Fop'));
  await updatePartyFields(house.sanne, { partyId: gus.id, groups: ['Proefpanel'] });
  const now = (await listKeepingRules(house.sanne, {})).items.find(({ id }) => id === rule.id);
  assert.deepEqual(
    now?.contacts.map(({ party }) => party.name),
    ['Fop', 'Gus'],
  );
});

test('a rule is its maker’s own; changed, ended and undone', async () => {
  const hans = await person('Hans');
  const rule = await createRule(house.sanne, { partyId: hans.id, everyDays: 10 });
  const again = await createRule(house.sanne, { partyId: hans.id, everyDays: 20 });
  assert.deepEqual([again.id, again.everyDays], [rule.id, 20], 'one rule each');
  const asBram = (act: Promise<unknown>) => assert.rejects(act, { code: 'not-found' });
  await asBram(updateRuleFields(house.bram, { ruleId: rule.id, everyDays: 1 }));
  await asBram(removeRule(house.bram, { ruleId: rule.id }));
  assert.equal(
    (await listKeepingRules(house.bram, { partyId: hans.id })).items.length,
    1,
    'colleagues see who does it',
  );
  assert.deepEqual((await listKeepingRules(house.bram, {})).items, []);
  await undoChange(house.sanne, {});
  const [standing] = (await listKeepingRules(house.sanne, { partyId: hans.id })).items;
  assert.equal(standing?.everyDays, 10);
  await removeRule(house.sanne, { ruleId: rule.id });
  assert.deepEqual((await listKeepingRules(house.sanne, { partyId: hans.id })).items, []);
  await undoChange(house.sanne, {});
  assert.equal((await listKeepingRules(house.sanne, { partyId: hans.id })).items.length, 1);
  assert.ok((await listChanges(house.sanne, { recordId: rule.id })).items.length >= 4);
});

test('somebody private is nobody else’s to keep in touch with, or to know of', async () => {
  const ina = await createParty(house.sanne, { kind: 'person', name: 'Ina', roles: ['private'] });
  await createRule(house.sanne, { partyId: ina.id, everyDays: 10 });
  await assert.rejects(createRule(house.bram, { partyId: ina.id }), { code: 'not-found' });
  await assert.rejects(listKeepingRules(house.bram, { partyId: ina.id }), { code: 'not-found' });
  assert.ok(!(await today()).includes('Ina'), 'and never on Today');
});

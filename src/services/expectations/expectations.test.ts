/** Three questions, asked anew on a day: answers side by side, and one task that goes with them. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse, testNow } from '#test/house.ts';
import { undoChange } from '../changes/undo-change.ts';
import { createParty, updatePartyFields } from '../parties/change-party.ts';
import { createRelation } from '../parties/relations.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { listTasks } from '../tasks/list-tasks.ts';
import { createExpectation, removeExpectation, updateExpectationFields } from './change-expectation.ts';
import { listExpectations } from './list-expectations.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const person = async (name: string) => (await createParty(house.sanne, { kind: 'person', name })).id;
const answersOf = async (partyId: string, ctx = house.sanne) => (await listExpectations(ctx, { partyId })).items;
const openTasks = async (partyId: string) =>
  (await listTasks(house.sanne, { partyId })).items.map(({ title, dueOn }) => `${title} ${dueOn}`);

test('asked, asked again: the latest first, the task of before is done and the next one stands', async () => {
  const partyId = await person('Ans Verwacht');
  const askAgain = { on: '2027-05-01', title: 'Vraag Ans opnieuw' };
  await createExpectation(house.sanne, {
    partyId,
    ofUs: 'Op tijd',
    ofThem: 'Een seintje',
    askedOn: '2026-05-01',
    askAgain,
  });
  assert.deepEqual(await openTasks(partyId), ['Vraag Ans opnieuw 2027-05-01']);
  house.setNow(new Date(testNow.getTime() + 1_000));
  await createExpectation(house.sanne, {
    partyId,
    ofUs: 'Meedenken',
    changed: 'Tweede zaak',
    askAgain: { ...askAgain, on: '2027-11-01' },
  });
  assert.deepEqual(
    (await answersOf(partyId)).map(({ askedOn, ofUs, ofThem, changed }) => [askedOn, ofUs, ofThem, changed]),
    [
      ['2026-11-21', 'Meedenken', null, 'Tweede zaak'],
      ['2026-05-01', 'Op tijd', 'Een seintje', null],
    ],
  );
  assert.deepEqual(await openTasks(partyId), ['Vraag Ans opnieuw 2027-11-01']);
  const { kept } = await undoChange(house.sanne, {});
  assert.equal(kept, 0);
  assert.deepEqual(
    [(await answersOf(partyId)).length, await openTasks(partyId)],
    [1, ['Vraag Ans opnieuw 2027-05-01']],
  );
});

test('another day moves the task, no day takes it away, and undo brings back both in one go', async () => {
  const partyId = await person('Bea Verzet');
  const askAgain = { on: '2027-03-01', title: 'Vraag Bea' };
  const { id: expectationId } = await createExpectation(house.sanne, { partyId, ofUs: 'Rust', askAgain });
  await updateExpectationFields(house.sanne, { expectationId, askAgain: { ...askAgain, on: '2027-04-01' } });
  assert.deepEqual(await openTasks(partyId), ['Vraag Bea 2027-04-01']);
  assert.equal((await undoChange(house.sanne, {})).kept, 0);
  assert.deepEqual(
    [await openTasks(partyId), (await answersOf(partyId))[0]?.askAgainOn],
    [['Vraag Bea 2027-03-01'], '2027-03-01'],
  );
  await removeExpectation(house.sanne, { expectationId });
  assert.deepEqual([await answersOf(partyId), await openTasks(partyId)], [[], []]);
  assert.equal((await undoChange(house.sanne, {})).kept, 0);
  assert.deepEqual([(await answersOf(partyId)).length, await openTasks(partyId)], [1, ['Vraag Bea 2027-03-01']]);
  const [task] = (await listTasks(house.sanne, { partyId })).items;
  await completeTask(house.sanne, { taskId: task?.id ?? '' });
  await updateExpectationFields(house.sanne, { expectationId, askAgain: null });
  assert.equal((await listTasks(house.sanne, { partyId, state: 'done' })).items.length, 1, 'what was done stays done');
});

test('something must be answered, and not tomorrow; the same field twice is shown to who came last', async () => {
  const partyId = await person('Cor Leeg');
  await assert.rejects(createExpectation(house.sanne, { partyId, ofUs: '' }), { code: 'bad-input' });
  await assert.rejects(createExpectation(house.sanne, { partyId, ofUs: 'x', askedOn: '2026-12-01' }), {
    code: 'future-event',
  });
  const { id: expectationId, version } = await createExpectation(house.sanne, { partyId, ofUs: 'x' });
  await updateExpectationFields(house.bram, { expectationId, ifVersion: version, ofThem: 'y' });
  const merged = await updateExpectationFields(house.sanne, { expectationId, ifVersion: version, ofUs: 'z' });
  assert.deepEqual([merged.ofUs, merged.ofThem], ['z', 'y']);
  const stale = { expectationId, ifVersion: version, ofThem: 'w' };
  await assert.rejects(updateExpectationFields(house.sanne, stale), { code: 'stale' });
  await assert.rejects(updateExpectationFields(house.sanne, { expectationId, ofUs: null, ofThem: null }), {
    code: 'bad-input',
  });
});

test('what its people answered stands with the firm; a private person’s answers are nobody else’s', async () => {
  const firm = (await createParty(house.sanne, { kind: 'organisation', name: 'Café Verwacht' })).id;
  const [open, hidden] = [await person('Open Verwacht'), await person('Zus Verwacht')];
  for (const partyId of [open, hidden]) {
    await createRelation(house.sanne, { typeKey: 'works-at', fromParty: partyId, toParty: firm });
    await createExpectation(house.sanne, { partyId, ofUs: 'Goede koffie' });
  }
  await updatePartyFields(house.sanne, { partyId: hidden, roles: ['private'] });
  assert.deepEqual(
    (await answersOf(firm, house.bram)).map(({ party }) => party.name),
    ['Open Verwacht'],
  );
  const [own] = await answersOf(hidden);
  await assert.rejects(removeExpectation(house.bram, { expectationId: own?.id ?? '' }), { code: 'not-found' });
  await assert.rejects(answersOf(hidden, house.bram), { code: 'not-found' });
});

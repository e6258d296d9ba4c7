import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { type House, testHouse, testNow } from '#test/house.ts';
import { userOf } from '../allow.ts';
import { listBin, listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import { updateFirm } from '../firm.ts';
import { listNotifications } from '../notifications/list-notifications.ts';
import { createParty, removeParty } from '../parties/change-party.ts';
import { createTask, removeTask, snoozeTask, updateTaskFields } from './change-task.ts';
import { completeTask, reopenTask, restoreTask } from './complete-task.ts';
import { getTask, listTasks } from './list-tasks.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const titles = async (ctx = house.sanne, input: Parameters<typeof listTasks>[1] = {}) =>
  (await listTasks(ctx, input)).items.map(({ title }) => title);

test('tasks stand as they come up, those without a day last; pages go on where the last one ended', async () => {
  const { sanne } = house;
  await createTask(sanne, { title: 'zonder dag' });
  await createTask(sanne, { title: 'vrijdag', dueOn: '2026-11-27' });
  await createTask(sanne, { title: 'morgen om negen', dueOn: '2026-11-22', dueTime: '09:00' });
  await createTask(sanne, { title: 'morgen', dueOn: '2026-11-22' });
  await createTask(sanne, { title: 'gisteren', dueOn: '2026-11-20' });
  const all = ['gisteren', 'morgen', 'morgen om negen', 'vrijdag', 'zonder dag'];
  assert.deepEqual(await titles(), all);
  assert.deepEqual(await titles(sanne, { until: '2026-11-22' }), all.slice(0, 3));
  const first = await listTasks(sanne, { limit: 2 });
  const next = await listTasks(sanne, { limit: 2, cursor: first.nextCursor ?? '' });
  const last = await listTasks(sanne, { limit: 2, cursor: next.nextCursor ?? '' });
  assert.deepEqual(
    [first, next, last].flatMap(({ items }) => items.map(({ title }) => title)),
    all,
  );
  assert.equal(last.nextCursor, null);
  assert.deepEqual(
    first.items.map(({ group }) => group),
    ['overdue', 'this-week'],
  );
});

test('done, and not done after all; whoever did it stands there', async () => {
  const task = await createTask(house.sanne, { title: 'offerte' });
  const { task: done, next } = await completeTask(house.bram, { taskId: task.id });
  assert.deepEqual([done.group, done.doneBy?.name, next], ['done', 'Bram Jansen', null]);
  assert.ok(!(await titles()).includes('offerte'));
  assert.deepEqual(await titles(house.sanne, { state: 'done' }), ['offerte']);
  assert.equal((await completeTask(house.bram, { taskId: task.id })).task.version, done.version, 'twice is once');
  await reopenTask(house.sanne, { taskId: task.id });
  assert.ok((await titles()).includes('offerte'));
});

test('what repeats is made anew when it is done, and one undo takes both back', async () => {
  const repeat = { every: 1, unit: 'week', from: 'due' } as const;
  const task = await createTask(house.sanne, { title: 'voorraad', dueOn: '2026-11-16', dueTime: '08:30', repeat });
  const { next } = await completeTask(house.sanne, { taskId: task.id });
  assert.deepEqual([next?.dueOn, next?.dueTime, next?.repeat], ['2026-11-23', '08:30', repeat]);
  await undoChange(house.sanne, {});
  assert.equal((await getTask(house.sanne, { taskId: task.id })).doneAt, null);
  await assert.rejects(updateTaskFields(house.sanne, { taskId: next?.id ?? '', title: 'x' }), { code: 'not-found' });
  // By its own act, too.
  const again = await completeTask(house.sanne, { taskId: task.id });
  await reopenTask(house.sanne, { taskId: task.id });
  assert.deepEqual((await titles()).filter((title) => title === 'voorraad').length, 1);
  await assert.rejects(snoozeTask(house.sanne, { taskId: again.next?.id ?? '', until: null }), { code: 'not-found' });
});

test('put away it stands where it comes back; another day ends that', async () => {
  const task = await createTask(house.sanne, { title: 'later', dueOn: '2026-11-21' });
  const away = await snoozeTask(house.sanne, { taskId: task.id, until: '2026-11-24T07:00:00.000Z' });
  assert.deepEqual([away.group, away.dueOn], ['this-week', '2026-11-21']);
  const moved = await updateTaskFields(house.sanne, { taskId: task.id, dueOn: '2026-11-21', dueTime: '17:00' });
  assert.deepEqual([moved.snoozedUntil, moved.group], [null, 'today']);
});

test('taken away it lies in the bin, whence it comes back', async () => {
  const task = await createTask(house.sanne, { title: 'weg ermee' });
  await removeTask(house.sanne, { taskId: task.id });
  assert.ok(!(await titles()).includes('weg ermee'));
  assert.equal((await listBin(house.sanne, {})).items[0]?.label, 'weg ermee');
  await restoreTask(house.sanne, { taskId: task.id });
  assert.ok((await titles()).includes('weg ermee'));
  assert.ok(!(await listBin(house.sanne, {})).items.some(({ label }) => label === 'weg ermee'));
  await removeTask(house.sanne, { taskId: task.id });
  await undoChange(house.sanne, {});
  assert.ok((await titles()).includes('weg ermee'));
});

test('two people in one task: other fields go together, the same one is shown to who came last', async () => {
  const task = await createTask(house.sanne, { title: 'samen' });
  const seen = { taskId: task.id, ifVersion: task.version };
  await updateTaskFields(house.bram, { ...seen, dueOn: '2026-12-01' });
  const merged = await updateTaskFields(house.sanne, { ...seen, note: 'met de doos' });
  assert.deepEqual(
    [merged.dueOn, merged.note, merged.alsoChanged[0]?.by],
    ['2026-12-01', 'met de doos', 'Bram Jansen'],
  );
  await assert.rejects(updateTaskFields(house.sanne, { ...seen, dueOn: '2026-12-02' }), { code: 'stale' });
});

test('a change is in the history by its fields, and one undo puts only those back', async () => {
  const task = await createTask(house.sanne, { title: 'oud', note: 'blijft' });
  await updateTaskFields(house.sanne, { taskId: task.id, title: 'nieuw', dueOn: '2026-12-24' });
  const [change] = (await listChanges(house.sanne, { recordId: task.id })).items;
  assert.deepEqual(change?.fields.map(({ name }) => name).sort(), ['dueOn', 'title']);
  await undoChange(house.sanne, { changeId: change?.id ?? '' });
  const back = await getTask(house.sanne, { taskId: task.id });
  assert.deepEqual([back.title, back.dueOn, back.note], ['oud', null, 'blijft']);
});

test('of somebody private only who may see them has tasks, and can be given any', async () => {
  const sister = await createParty(house.sanne, { kind: 'person', name: 'Zus', roles: ['private'] });
  const task = await createTask(house.sanne, { title: 'taart voor zus', partyId: sister.id });
  assert.ok((await titles(house.sanne)).includes('taart voor zus'));
  assert.ok(!(await titles(house.bram)).includes('taart voor zus'));
  assert.deepEqual(await titles(house.bram, { partyId: sister.id }), []);
  for (const refused of [getTask, completeTask, removeTask]) {
    await assert.rejects(refused(house.bram, { taskId: task.id }), { code: 'not-found' });
  }
  await assert.rejects(createTask(house.bram, { title: 'x', partyId: sister.id }), { code: 'not-found' });
  const assigneeId = userOf(house.bram.actor);
  await assert.rejects(createTask(house.sanne, { title: 'x', partyId: sister.id, assigneeId }), { code: 'bad-input' });
  await assert.rejects(updateTaskFields(house.sanne, { taskId: task.id, assigneeId }), { code: 'bad-input' });
  // A task of somebody that is moved to somebody private goes with it.
  const plain = await createTask(house.bram, { title: 'verhuist' });
  await updateTaskFields(house.sanne, { taskId: plain.id, partyId: sister.id, assigneeId: userOf(house.sanne.actor) });
  await assert.rejects(getTask(house.bram, { taskId: plain.id }), { code: 'not-found' });
  await removeParty(house.sanne, { partyId: sister.id });
  assert.ok(!(await titles(house.sanne)).includes('taart voor zus'), 'it waits in the bin with its relation');
});

test('a time without a day, and a colleague who is none, are refused at their field', async () => {
  const { sanne } = house;
  const problemOf = (path: string) => (error: unknown) =>
    (error as { problems: { path: string }[] }).problems.some((problem) => problem.path === path);
  await assert.rejects(createTask(sanne, { title: 'x', dueTime: '09:00' }), problemOf('body.dueTime'));
  await assert.rejects(createTask(sanne, { title: 'x', assigneeId: uuidv7() }), problemOf('body.assigneeId'));
});

test('who is given a task is told; who takes it is not', async () => {
  const task = await createTask(house.sanne, { title: 'voor Bram', assigneeId: userOf(house.bram.actor) });
  const told = (await listNotifications(house.bram, {})).items.find(({ record }) => record.id === task.id);
  assert.deepEqual([told?.kind, told?.about, told?.by?.name], ['task-assigned', 'voor Bram', 'Sanne de Vries']);
  await updateTaskFields(house.sanne, { taskId: task.id, assigneeId: userOf(house.sanne.actor) });
  assert.ok(!(await listNotifications(house.bram, {})).items.some(({ record }) => record.id === task.id));
  assert.deepEqual((await listNotifications(house.sanne, {})).items, []);
  assert.equal(house.sanne.now().getTime(), testNow.getTime());
});

test('a firm that moves to another time zone is told of what is due by the clock there, and back', async () => {
  const timed = await createTask(house.sanne, { title: 'Bellen', dueOn: '2026-12-01', dueTime: '09:00' });
  const whole = await createTask(house.sanne, { title: 'Die dag', dueOn: '2026-12-01' });
  const moments = async () => {
    const rows = await house.db.selectFrom('tasks').selectAll().where('id', 'in', [timed.id, whole.id]).execute();
    return rows.toSorted((one) => (one.id === timed.id ? -1 : 1)).map((row) => row.remind_at?.toISOString());
  };

  const before = await moments();
  assert.equal(before[0], '2026-12-01T08:00:00.000Z');
  house.jobs.length = 0;
  await updateFirm(house.sanne, { timeZone: 'America/Paramaribo' });
  const moved = await moments();
  assert.equal(moved[0], '2026-12-01T12:00:00.000Z');
  assert.equal(Date.parse(moved[1] ?? '') - Date.parse(before[1] ?? ''), 4 * 3_600_000);
  assert.deepEqual(
    house.jobs.map(({ name }) => name),
    ['set-clock'],
  );
  await undoChange(house.sanne, {});
  assert.deepEqual(await moments(), before);
});

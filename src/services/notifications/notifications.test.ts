import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { transact } from '#store/transact.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { userOf } from '../allow.ts';
import { createParty, removeParty, updatePartyFields } from '../parties/change-party.ts';
import { createPromise, settlePromise } from '../promises/promises.ts';
import { createTask, snoozeTask } from '../tasks/change-task.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { countNotifications, listNotifications, readAllNotifications, readNotification } from './list-notifications.ts';
import { getNotificationSettings, setNotificationWays, subscribeBrowser } from './notification-settings.ts';
import { notify } from './notify.ts';
import { getPushKeys } from './push-keys.ts';
import { remind } from './remind.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const said = async (ctx = house.sanne) =>
  (await listNotifications(ctx, {})).items.map(({ kind, about, party }) => `${kind} ${about ?? party?.name}`);
const hours = (count: number) => new Date(testNow.getTime() + count * 3_600_000);

test('a task that comes due is told once, however often the minute passes', async () => {
  const task = await createTask(house.sanne, { title: 'Ans bellen', dueOn: '2026-11-21', dueTime: '11:00' });
  await remind(house.system);
  assert.deepEqual(await said(), []);
  house.setNow(hours(1));
  await remind(house.system);
  await remind(house.system);
  await Promise.all([remind(house.system), remind(house.system)]);
  assert.deepEqual(await said(), ['task-due Ans bellen']);
  assert.equal((await countNotifications(house.sanne)).unread, 1);
  // Put away it is told again, when it comes back.
  await snoozeTask(house.sanne, { taskId: task.id, until: hours(3).toISOString() });
  house.setNow(hours(3));
  await remind(house.system);
  assert.equal((await said()).length, 2);
  await completeTask(house.sanne, { taskId: task.id });
  assert.deepEqual(await said(), [], 'what is done says nothing any more');
  house.setNow(testNow);
});

test('a promise of ours is told on its day, one of theirs once it is over; a settled one no more', async () => {
  const ans = await createParty(house.sanne, { kind: 'person', name: 'Ans' });
  const to = (owedBy: 'ours' | 'theirs', text: string) =>
    createPromise(house.sanne, { partyId: ans.id, owedBy, text, dueAt: hours(5).toISOString() });
  const ours = await to('ours', 'offerte');
  await to('theirs', 'adressen');
  await remind(house.system);
  assert.deepEqual(await said(), ['promise-due offerte']);
  house.setNow(hours(6));
  await remind(house.system);
  assert.deepEqual((await said()).sort(), ['promise-due adressen', 'promise-due offerte']);
  await settlePromise(house.sanne, { promiseId: ours.id, outcome: 'kept' });
  assert.deepEqual(await said(), ['promise-due adressen']);
  assert.deepEqual(await said(house.bram), [], 'another colleague’s promise is that colleague’s');
  house.setNow(testNow);
});

test('what one may no longer see is not told, nor counted, from that moment', async () => {
  const shared = await createParty(house.sanne, { kind: 'person', name: 'Gedeeld' });
  const userId = userOf(house.bram.actor);
  const word = { userId, kind: 'keep-in-touch', noun: 'party', recordId: shared.id, partyId: shared.id } as const;
  await transact(house.db, (tx) => notify(house.system, tx, word));
  await transact(house.db, (tx) => notify(house.system, tx, word));
  assert.deepEqual(await said(house.bram), ['keep-in-touch Gedeeld']);
  await updatePartyFields(house.sanne, { partyId: shared.id, roles: ['private'] });
  assert.deepEqual(await said(house.bram), []);
  assert.equal((await countNotifications(house.bram)).unread, 0);
  await updatePartyFields(house.sanne, { partyId: shared.id, roles: ['customer'] });
  assert.equal((await countNotifications(house.bram)).unread, 1);
  await removeParty(house.sanne, { partyId: shared.id });
  assert.deepEqual(await said(house.bram), []);
});

test('read, not yet read, all read; another user’s is not there', async () => {
  await readAllNotifications(house.sanne);
  await createTask(house.bram, { title: 'kijk even', assigneeId: userOf(house.sanne.actor) });
  const item = (await listNotifications(house.sanne, {})).items.find(({ about }) => about === 'kijk even');
  const notificationId = item?.id ?? '';
  assert.equal((await countNotifications(house.sanne)).unread, 1);
  await readNotification(house.sanne, { notificationId, isRead: true });
  assert.equal((await countNotifications(house.sanne)).unread, 0);
  assert.deepEqual((await listNotifications(house.sanne, { unread: 'true' })).items, []);
  await readNotification(house.sanne, { notificationId, isRead: false });
  await assert.rejects(readNotification(house.bram, { notificationId, isRead: true }), { code: 'not-found' });
  await readAllNotifications(house.sanne);
  assert.equal((await countNotifications(house.sanne)).unread, 0);
});

test('a kind that is turned off is neither listed nor counted, and comes back when turned on', async () => {
  const task = { title: 'stil', assigneeId: userOf(house.bram.actor) };
  await setNotificationWays(house.bram, { kind: 'task-assigned', inApp: false });
  await createTask(house.sanne, task);
  assert.ok(!(await said(house.bram)).includes('task-assigned stil'));
  const { kinds } = await setNotificationWays(house.bram, { kind: 'task-assigned', inApp: true });
  assert.deepEqual(
    kinds.find(({ kind }) => kind === 'task-assigned'),
    { kind: 'task-assigned', inApp: true, push: true, mail: true },
  );
  assert.ok((await said(house.bram)).includes('task-assigned stil'));
});

test('the push keys are made once, and lie sealed', async () => {
  const [one, two] = await Promise.all([getPushKeys(house.sanne), getPushKeys(house.bram)]);
  assert.deepEqual(one, two);
  assert.equal((await getNotificationSettings(house.sanne)).pushKey, one.publicKey);
  const { sealed } = await house.db.selectFrom('sealed_secrets').select('sealed').executeTakeFirstOrThrow();
  assert.ok(!sealed.includes(one.privateKey));
  assert.ok(!Buffer.from(sealed.split('.')[1] ?? '', 'base64url').includes(one.privateKey));
});

test('only who has a browser that wants it is sent a push', async () => {
  const pushes = () => house.jobs.filter(({ name }) => name === 'send-push').length;
  const assigneeId = userOf(house.bram.actor);
  const before = pushes();
  await createTask(house.sanne, { title: 'zonder browser', assigneeId });
  assert.equal(pushes(), before);
  const keys = { p256dh: 'BPublicKeyOfABrowser', auth: 'aSecretOfIt', name: 'Firefox' };
  await subscribeBrowser(house.bram, { endpoint: 'https://push.example/bram', ...keys });
  await createTask(house.sanne, { title: 'met browser', assigneeId });
  assert.equal(pushes(), before + 1);
});

/** Word that leaves the house, for real: mail to a mail server, push to a receiver that decrypts it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { openOutgoing } from '#outgoing/open-outgoing.ts';
import { userOf } from '#services/allow.ts';
import type { Context } from '#services/context.ts';
import {
  getNotificationSettings,
  setNotificationWays,
  subscribeBrowser,
} from '#services/notifications/notification-settings.ts';
import { createParty } from '#services/parties/change-party.ts';
import { createTask } from '#services/tasks/change-task.ts';
import { changeMe } from '#services/users.ts';
import { type House, testHouse } from '#test/house.ts';
import { openPushReceiver } from '#test/push-receiver.ts';
import { createHandlers, type Handlers } from './handlers.ts';

const letters: string[] = [];
let refuseMail = false;
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      if (refuseMail) return done(new Error('not now'));
      letters.push(Buffer.concat(parts).toString());
      done();
    });
  },
});

const pushService = await openPushReceiver();
const { pushed } = pushService;

let house: House;
let handlers: Handlers;
const signal = new AbortController().signal;
const publicUrl = 'https://crm.overkant.example';

before(async () => {
  await once(mailServer.listen(0, '127.0.0.1'), 'listening');
  const mailPort = (mailServer.server.address() as AddressInfo).port;
  house = await testHouse({
    outgoing: openOutgoing({
      publicUrl,
      smtpUrl: `smtp://127.0.0.1:${mailPort}`,
      mailFrom: 'Hecht <hecht@overkant.example>',
      alsoReachable: [pushService.host],
    }),
  });
  handlers = createHandlers((actor) => ({ ...house.system, actor }) as Context);
});
after(async () => {
  await pushService.close();
  await new Promise<void>((done) => mailServer.close(() => done()));
  await house.drop();
});

const run = (name: keyof Handlers, data: unknown = {}) => handlers[name](data, signal);
const runLeft = async (name: keyof Handlers) => {
  for (const job of house.jobs.splice(0)) if (job.name === name) await run(name, job.data);
};
const newLetters = async () => Promise.all(letters.splice(0).map((letter) => PostalMime.parse(letter)));

test('the daily mail goes to whom there is something for, in the own language, once a day', async () => {
  const assigneeId = userOf(house.bram.actor);
  const title = 'Ans <b>bellen</b> & "vragen"';
  await createTask(house.sanne, { title, assigneeId, dueOn: '2026-11-21', dueTime: '15:00' });
  await createTask(house.sanne, { title: 'volgende week', assigneeId, dueOn: '2026-11-28' });
  house.jobs.length = 0;
  await run('ask-digests');
  await runLeft('send-digest');
  const [letter, ...more] = await newLetters();
  assert.equal(more.length, 0, 'nothing for who has nothing to hear');
  assert.deepEqual([letter?.to?.[0]?.address, letter?.from?.address], ['bram@overkant.nl', 'hecht@overkant.example']);
  assert.equal(letter?.subject, 'Je dag, zaterdag 21 november');
  assert.match(letter?.text ?? '', /Goedemorgen Bram,/);
  assert.ok(letter?.text?.includes(`- 15:00 ${title}`));
  assert.ok(letter?.text?.includes(`Sanne de Vries gaf je een taak: volgende week`));
  assert.ok(!letter?.text?.includes('- volgende week'), 'what is not of today does not stand under today');
  assert.ok(letter?.html?.includes('Ans &lt;b&gt;bellen&lt;/b&gt; &amp; &quot;vragen&quot;'));
  assert.ok(!letter?.html?.includes('<b>'));
  assert.ok(letter?.html?.includes(`${publicUrl}/settings/notifications`));
  await run('ask-digests');
  await runLeft('send-digest');
  assert.deepEqual(await newLetters(), [], 'once a day');
});

test('what the mail server refuses is tried again, and nothing is lost', async () => {
  house.setNow(new Date('2026-11-22T06:30:00.000Z'));
  await changeMe(house.bram, { locale: 'en' });
  await run('ask-digests');
  const [job] = house.jobs.splice(0).filter(({ data }) => data.userId === userOf(house.bram.actor));
  refuseMail = true;
  await assert.rejects(run('send-digest', job?.data));
  refuseMail = false;
  await run('send-digest', job?.data);
  const [letter] = await newLetters();
  assert.equal(letter?.subject, 'Your day, Sunday 22 November');
  assert.match(letter?.text ?? '', /late/, 'yesterday’s task is late today');
});

test('a kind that is turned off for mail does not stand in it, and with nothing left there is no mail', async () => {
  house.setNow(new Date('2026-11-23T06:30:00.000Z'));
  await setNotificationWays(house.bram, { kind: 'task-due', mail: false });
  await run('ask-digests');
  await runLeft('send-digest');
  assert.deepEqual(await newLetters(), []);
});

test('what somebody may not see is in nobody’s mail', async () => {
  await createParty(house.sanne, { kind: 'person', name: 'Zus', roles: ['private'] }).then((zus) =>
    createTask(house.sanne, { title: 'taart voor zus', partyId: zus.id, dueOn: '2026-11-23' }),
  );
  await run('ask-digests');
  await runLeft('send-digest');
  const [letter, ...more] = await newLetters();
  assert.equal(more.length, 0);
  assert.equal(letter?.to?.[0]?.address, 'sanne@overkant.nl');
  assert.match(letter?.text ?? '', /taart voor zus \(Zus\)/);
});

test('a push carries a title and a way, encrypted for that browser, signed by this house', async () => {
  await subscribeBrowser(house.bram, { ...pushService.subscription, name: 'Firefox, Linux' });
  await createTask(house.sanne, { title: 'Geheim van Ans', assigneeId: userOf(house.bram.actor) });
  await runLeft('send-push');
  const [push] = pushed.splice(0);
  assert.ok(push);
  const told = JSON.parse(push.text) as Record<string, string>;
  assert.equal(told.title, 'You were given a task');
  assert.match(told.path ?? '', /^\/notifications\?open=[\da-f-]{36}$/);
  assert.deepEqual(Object.keys(told).sort(), ['id', 'path', 'title']);
  assert.ok(!JSON.stringify(told).includes('Ans'));
  const { pushKey } = await getNotificationSettings(house.bram);
  assert.match(push.headers.authorization ?? '', new RegExp(`^vapid t=[^,]+, ?k=${pushKey}$`));
  assert.equal(push.headers['content-encoding'], 'aes128gcm');
});

test('a push for what was read, done or turned off meanwhile is not sent', async () => {
  await setNotificationWays(house.bram, { kind: 'task-assigned', push: false });
  await createTask(house.sanne, { title: 'stil', assigneeId: userOf(house.bram.actor) });
  await runLeft('send-push');
  assert.equal(pushed.length, 0);
  await setNotificationWays(house.bram, { kind: 'task-assigned', push: true });
});

test('a browser that is gone is forgotten; one that cannot be reached is tried again', async () => {
  const give = () => createTask(house.sanne, { title: 'nog een', assigneeId: userOf(house.bram.actor) });
  pushService.answer(500);
  await give();
  await assert.rejects(runLeft('send-push'));
  assert.equal((await getNotificationSettings(house.bram)).browsers.length, 1);
  pushService.answer(410);
  await give();
  await runLeft('send-push');
  assert.deepEqual((await getNotificationSettings(house.bram)).browsers, []);
});

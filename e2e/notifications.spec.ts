/** What is meant for one: the bell, the page, the settings, the daily mail; and a calendar that follows along until its link ends. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import type { Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { openPushReceiver } from '#test/push-receiver.ts';
import { assertAccessible, assertFitsWidth, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { owner } from './move-in.ts';
import { signIn } from './steps.ts';

startInDemo();

const letters: string[] = [];
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      letters.push(Buffer.concat(parts).toString());
      done();
    });
  },
});
// The app starts in a hook of its own, which reads the environment after this line.
mailServer.listen(0, '127.0.0.1');
await once(mailServer.server, 'listening');
process.env.SMTP_URL = `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`;
process.env.MAIL_FROM = 'Hecht <hecht@proefhuis.example>';
const pushService = await openPushReceiver();
process.env.HECHT_ALSO_REACHABLE = pushService.host;
before(() => assert.ok(process.env.SMTP_URL));
after(() => Promise.all([pushService.close(), new Promise<void>((done) => mailServer.close(() => done()))]));

const colleague = { name: 'Bram Nijhof', email: 'bram@proefhuis.example', password: 'koffie zonder melk' };

/** What a colleague does meanwhile, past the screen. */
async function giveTask(page: Page, title: string): Promise<void> {
  const browser = page.context().browser();
  assert.ok(browser);
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
  try {
    const origin = new URL(page.url()).origin;
    const { email, password } = colleague;
    await context.request.post('/api/auth/sign-in/email', { data: { email, password }, headers: { origin } });
    const { items } = (await (await context.request.get('/api/users')).json()) as {
      items: { id: string; email: string }[];
    };
    const assigneeId = items.find((user) => user.email === owner.email)?.id;
    const answer = await context.request.post('/api/tasks', { data: { title, assigneeId }, headers: { origin } });
    assert.equal(answer.status(), 200, await answer.text());
  } finally {
    await context.close();
  }
}

journey('a colleague gives a task: the bell says so, reading it leads there', async ({ page, app }) => {
  await signIn({ page, app });
  const status = await page.evaluate(async (user) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ ...user, role: 'member', locale: 'en' });
    return (await fetch('/api/users', { method: 'POST', headers, body })).status;
  }, colleague);
  assert.equal(status, 200);
  await giveTask(page, 'Prijslijst nakijken');
  await page.reload();
  await page.getByRole('link', { name: /^Meldingen \d/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Meldingen' }).waitFor();
  await assertAccessible(page);
  await page.getByRole('link', { name: 'Bram Nijhof gaf je een taak: Prijslijst nakijken' }).click();
  await page.getByRole('heading', { level: 1, name: 'Taken' }).waitFor();
  await expect(page.getByRole('listitem').filter({ hasText: 'Prijslijst nakijken' })).toBeVisible();
  await page.goto('/notifications');
  const read = page.getByRole('button', { name: /^Toch niet gelezen: Bram Nijhof gaf je een taak/ });
  await expect(read).toBeVisible();
});

journey('turned off it is not told; the daily mail brings the day', async ({ page, app }) => {
  await signIn({ page, app });
  await page.goto('/settings/notifications');
  await page.getByRole('heading', { level: 2, name: 'Meldingen' }).waitFor();
  await assertAccessible(page);
  const here = page.getByRole('switch', { name: 'Je krijgt een taak: Hier' });
  await here.focus();
  await page.keyboard.press('Space');
  await expect(here).not.toBeChecked();
  await giveTask(page, 'Stille taak');
  await page.goto('/notifications');
  await page.getByRole('heading', { level: 1, name: 'Meldingen' }).waitFor();
  await expect(page.getByText('Stille taak')).toHaveCount(0);
  // Half past seven comes when a clock says so; here the same job is asked for now.
  const boss = new PgBoss({
    connectionString: app.databaseUrl,
    schema: 'jobs',
    supervise: false,
    schedule: false,
    migrate: false,
  });
  await boss.start();
  await boss.send('ask-digests', {});
  for (let waited = 0; letters.length === 0 && waited < 300; waited += 1) await pause(100);
  await boss.stop();
  const [letter = ''] = letters;
  assert.match(letter, /To: .*joris@proefhuis\.example/);
  assert.match(letter, /Subject: Je dag, /);
  assert.match(letter, /Sleutel van de proeverij/);
});

journey(
  'this browser is told too: subscribed, sealed, sent, opened and shown by the worker',
  async ({ page, app }) => {
    const context = page.context();
    // The one part that is not here: the push service of the browser's maker. The test's own takes its place.
    await page.addInitScript(({ endpoint, p256dh, auth }) => {
      let made: PushSubscription | null = null;
      const keys = { p256dh, auth };
      // A headless browser has nobody to ask.
      Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
      Notification.requestPermission = async () => 'granted';
      PushManager.prototype.getSubscription = async () => made;
      PushManager.prototype.subscribe = async (options) => {
        if (!options?.userVisibleOnly || !options.applicationServerKey) throw new Error('not as asked');
        const unsubscribe = async () => {
          made = null;
          return true;
        };
        made = { endpoint, unsubscribe, toJSON: () => ({ endpoint, keys }) } as unknown as PushSubscription;
        return made;
      };
    }, pushService.subscription);
    const worker = await context.newCDPSession(page);
    const registrations: string[] = [];
    worker.on('ServiceWorker.workerRegistrationUpdated', (event) => {
      registrations.push(...event.registrations.map(({ registrationId }) => registrationId));
    });
    await worker.send('ServiceWorker.enable');
    await signIn({ page, app });
    await page.goto('/settings/notifications');
    await page.getByRole('button', { name: 'Meld het in deze browser' }).click();
    await expect(page.getByText('Deze browser meldt het je.')).toBeVisible();
    // What the worker asks to be shown; a headless browser has no place to show it.
    const [program] = context.serviceWorkers();
    await program?.evaluate(() => {
      const asked: Parameters<ServiceWorkerRegistration['showNotification']>[] = [];
      Object.assign(globalThis, { asked });
      ServiceWorkerRegistration.prototype.showNotification = async (...notification) => void asked.push(notification);
    });
    await giveTask(page, 'Geheim van Ans');
    for (let waited = 0; pushService.pushed.length === 0 && waited < 300; waited += 1) await pause(100);
    const [push] = pushService.pushed;
    assert.match(push?.headers.authorization ?? '', /^vapid t=/);
    const data = push?.text ?? '';
    assert.ok(!data.includes('Ans'), data);
    const [registrationId = ''] = registrations;
    await worker.send('ServiceWorker.deliverPushMessage', { origin: app.url, registrationId, data });
    const look = async () => {
      const found = await program?.evaluate(
        () => (globalThis as unknown as { asked: [string, NotificationOptions][] }).asked[0],
      );
      return found ? { title: found[0], path: (found[1].data as { path: string }).path } : null;
    };
    let shown = await look();
    for (let waited = 0; shown === null && waited < 100; waited += 1) {
      await pause(100);
      shown = await look();
    }
    assert.equal(shown?.title, 'Je hebt een taak gekregen');
    // Where it leads.
    await page.goto(shown.path);
    await page.getByRole('heading', { level: 1, name: 'Taken' }).waitFor();
  },
  { isKept: true },
);

journey('a calendar follows along by a link, until there is a new one', async ({ page, app }) => {
  await signIn({ page, app });
  await page.goto('/settings/calendar');
  await page.getByRole('button', { name: 'Maak een link' }).click();
  const link = page.getByRole('textbox', { name: 'Geheime link' });
  const first = await link.inputValue();
  await assertAccessible(page);
  const opened = await fetch(first);
  assert.equal(opened.status, 200);
  const calendar = await opened.text();
  assert.match(calendar, /^BEGIN:VCALENDAR/);
  assert.match(calendar, /SUMMARY:Sleutel van de proeverij/);
  await page.getByRole('button', { name: 'Nieuwe link' }).click();
  await expect(link).not.toHaveValue(first);
  assert.equal((await fetch(first)).status, 404);
  const second = await link.inputValue();
  assert.equal((await fetch(second)).status, 200);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Maak een link' })).toBeVisible();
  assert.equal((await fetch(second)).status, 404);
});

journey('all of it in English, on a phone', async ({ page, app }) => {
  await signIn({ page, app });
  await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' };
    await fetch('/api/me', { method: 'PATCH', headers, body: JSON.stringify({ locale: 'en' }) });
  });
  await giveTask(page, 'Look at the prices');
  const pages = {
    '/notifications': 'Messages',
    '/settings/notifications': 'Messages',
    '/settings/keeping': 'Keep in touch',
    '/settings/calendar': 'Calendar',
  };
  for (const [path, title] of Object.entries(pages)) {
    await page.goto(path);
    await page.getByRole('heading', { name: title }).first().waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await assertFitsWidth(page);
    await assertAccessible(page);
  }
});

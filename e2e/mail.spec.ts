/** Mail: a conversation read in a closed frame, answered by key, seen on the relation; a template, and who wants no mail. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { findDovecot, startDovecot } from '#test/imap/dovecot.ts';
import { startHoodiecrow } from '#test/imap/hoodiecrow.ts';
import { deliver, type ImapServer, writeLetter } from '#test/imap/imap-server.ts';
import { assertAccessible, assertFitsWidth, type Journey, journey, phone, startWith } from './browser.ts';
import { expect } from './expect.ts';
import { owner } from './move-in.ts';
import { openHouse, openRelation, signIn } from './steps.ts';

const took: string[] = [];
const smtp = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  onAuth: ({ password }, _session, done) =>
    password === 'geheim' ? done(null, { user: 'joris' }) : done(new Error('535 not you')),
  onData: (stream, _session, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      took.push(Buffer.concat(parts).toString());
      done();
    });
  },
});
let imap: ImapServer;
const smtpPort = () => (smtp.server.address() as { port: number }).port;

startWith(async () => {
  imap = findDovecot() === null ? await startHoodiecrow() : await startDovecot();
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  return { HECHT_ALSO_REACHABLE: `127.0.0.1:${imap.port},127.0.0.1:${smtpPort()}` };
});
after(async () => {
  smtp.close(() => undefined);
  await imap?.stop();
});

const me = `Joris <${owner.email}>`;
const ans = 'Ans Bakker <ans@cafe-ans.nl>';

async function ask({ page, app }: Journey, method: 'post' | 'patch', path: string, data: object) {
  const headers = { origin: app.url, 'idempotency-key': randomUUID() };
  const answer = await page.request[method](`${app.url}${path}`, { data, headers, timeout: 60_000 });
  assert.ok(answer.ok(), `${path} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as { id: string };
}

/** Connected as the form does it, which has a journey of its own. */
async function connectMailbox(walk: Journey): Promise<void> {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  const page = [
    'Message-ID: <nieuws@trabocca.nl>',
    `Date: ${hoursAgo(30).toUTCString()}`,
    'From: Trabocca <nieuws@trabocca.nl>',
    `To: ${me}`,
    'Subject: Nieuwe oogst',
    'List-Id: <nieuws.trabocca.nl>',
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<h1>Nieuwe oogst</h1><img src="https://pixel.trabocca.nl/a.gif" alt="Een zak bonen"><script>top.x=1</script>',
    '',
  ].join('\r\n');
  const letters = [
    writeLetter({
      id: 'vraag',
      from: ans,
      to: me,
      subject: 'Bonen voor zaterdag',
      date: hoursAgo(20),
      text: 'Kun je twee kilo brengen?',
    }),
    writeLetter({
      id: 'nog',
      from: ans,
      to: me,
      subject: 'Re: Bonen voor zaterdag',
      date: hoursAgo(2),
      answers: ['vraag'],
      text: 'Lukt het?\r\n\r\n> Kun je twee kilo brengen?',
    }),
  ];
  await deliver(imap, [...letters, page]);
  await ask(walk, 'post', '/api/parties', {
    kind: 'person',
    name: 'Ans Bakker',
    identities: [{ kind: 'mail', value: 'ans@cafe-ans.nl' }],
  });
  const near = { host: '127.0.0.1', security: 'none', userName: 'testuser' };
  const { id } = await ask(walk, 'post', '/api/connections', {
    settings: { kind: 'imap', address: owner.email, port: imap.port, ...near },
    secret: { password: 'geheim' },
  });
  await ask(walk, 'patch', `/api/mail-senders/${id}`, { ...near, port: smtpPort() });
}

const line = (page: Page, subject: string) => page.getByRole('link').filter({ hasText: subject });

journey('a conversation is read, answered and on its way; ten seconds later it is with the relation', async (walk) => {
  const { page } = walk;
  await openHouse(walk);
  await connectMailbox(walk);
  await page.goto('/mail');
  await expect(line(page, 'Bonen voor zaterdag')).toBeVisible({ timeout: 30_000 });
  await assertAccessible(page);
  await line(page, 'Bonen voor zaterdag').click();
  await page.getByRole('heading', { level: 1, name: 'Bonen voor zaterdag' }).waitFor();
  await expect(page.getByText('Lukt het?')).toBeVisible();
  await expect(page.getByText('Eerdere mail')).toBeVisible();
  await assertAccessible(page);
  await page.keyboard.press('m');
  await page.getByRole('heading', { level: 1, name: 'Antwoorden' }).waitFor();
  await page.getByRole('textbox', { name: 'Je mail' }).click();
  await page.keyboard.type('Dat lukt, tot zaterdag.');
  await expect(page.getByText('Bewaard als concept')).toBeVisible();
  await assertAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Gaat over tien seconden naar Ans Bakker/)).toBeVisible();
  // Thought better of, and sent after all.
  await page.getByRole('button', { name: 'Toch niet' }).click();
  await page.getByRole('heading', { level: 1, name: 'Antwoorden' }).waitFor();
  await expect(page.getByRole('textbox', { name: 'Je mail' })).toContainText('tot zaterdag');
  await page.getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect(page.getByText(/Gaat over tien seconden/)).toBeVisible();
  await expect.poll(() => took.length, { timeout: 40_000 }).toBe(1);
  assert.match(took[0] ?? '', /In-Reply-To: <nog@cafe-ans\.nl>/);
  await openRelation(page, 'Ans Bakker');
  await expect(page.getByText('Dat lukt, tot zaterdag.')).toBeVisible();
  await page.getByRole('link', { name: 'Re: Bonen voor zaterdag' }).first().waitFor();
  await page.getByRole('tab', { name: 'Mail' }).click();
  await expect(line(page, 'Bonen voor zaterdag')).toBeVisible();
});

journey('a page from elsewhere stands in its frame, without what it would fetch', async (walk) => {
  const { page, app } = walk;
  await signIn(walk);
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(app.url) && !request.url().startsWith('data:')) outside.push(request.url());
  });
  await page.goto('/mail');
  await line(page, 'Nieuwe oogst').click();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'Nieuwe oogst' })).toBeVisible();
  await expect(frame.getByText('[Een zak bonen]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Toch ophalen' })).toBeVisible();
  assert.deepEqual(outside, []);
  assert.equal(await page.evaluate('window.x'), undefined);
});

journey('in English: a template shows what it lacks, and who wants no mail is not written to unasked', async (walk) => {
  const { page } = walk;
  await signIn(walk, 'en');
  await page.goto('/mail/settings');
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill('Invitation');
  await page.getByRole('textbox', { name: 'Your mail' }).click();
  await page.keyboard.type('Dear {{first_name}} of {{company}} in {{city}}.');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Invitation')).toBeVisible();

  await openRelationIn(page, 'Ans Bakker');
  const party = /relations\/([\da-f-]+)/.exec(page.url())?.[1] ?? '';
  await page.getByRole('button', { name: 'Mail Ans Bakker' }).click();
  await page.getByLabel('Subject').fill('Come and taste');
  await page.getByRole('button', { name: 'Template' }).click();
  await page.getByRole('menuitem', { name: 'Invitation' }).click();
  await expect(page.getByText(/Still empty: \{\{city\}\}/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  await assertAccessible(page);
  await page.getByRole('textbox', { name: 'Your mail' }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Come and taste on Friday.');
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeEnabled();

  const draft = page.url();
  await expect(page.getByText('Kept as a draft')).toBeVisible();
  await page.goto(`/relations/${party}?tab=about`);
  await page.getByRole('switch', { name: 'Wants no mail they did not ask for' }).click();
  await expect(page.getByText('Written down by Joris van Ommen.')).toBeVisible();
  await assertAccessible(page);
  await page.goto(draft);
  await page.getByLabel('Subject').fill('Come and taste with us');
  await expect(page.getByText(/Ans Bakker asked for no mail/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'They asked for this mail' }).check();
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('button', { name: 'Monday at 8:30' }).click();
  await expect(page.getByText(/Goes out Mon/)).toBeVisible();
});

journey(
  'on a phone everything fits',
  async (walk) => {
    const { page } = walk;
    await signIn(walk);
    await page.goto('/mail');
    await line(page, 'Bonen voor zaterdag').waitFor();
    await assertFitsWidth(page);
    await page.goto('/mail/outgoing');
    await page.getByText('Come and taste with us').waitFor();
    await assertFitsWidth(page);
    await assertAccessible(page);
  },
  { ...phone, colorScheme: 'dark' },
);

async function openRelationIn(page: Page, name: string): Promise<void> {
  await page.goto('/relations');
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

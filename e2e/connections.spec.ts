/** A mailbox that keeps itself up to date, on a real mail server; and a page that says what is wrong and what to do. */
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import type { ConnectionProblem } from '#contract/connection-kinds.ts';
import { connections as en } from '#messages/en/connections.ts';
import { connections as nl } from '#messages/nl/connections.ts';
import { type CuttingProxy, startCuttingProxy } from '#test/imap/cutting-proxy.ts';
import { type Dovecot, findDovecot, findFreePort, startDovecot } from '#test/imap/dovecot.ts';
import { startHoodiecrow } from '#test/imap/hoodiecrow.ts';
import { deliver, type ImapServer, withMailbox, writeLetter } from '#test/imap/imap-server.ts';
import { assertAccessible, journey, startWith } from './browser.ts';
import { expect } from './expect.ts';
import { owner } from './move-in.ts';
import { openHouse, signIn, speak } from './steps.ts';

const faults = [
  'revoked',
  'unreachable',
  'throttled',
  'cut-off',
  'garbage',
  'place-gone',
  'not-allowed',
  'server-trouble',
  'too-slow',
] as const;
type Fault = (typeof faults)[number];

let server: ImapServer;
let dovecot: Dovecot | null = null;
let closedPort = 0;
const lines = new Map<Fault, CuttingProxy>();

startWith(async () => {
  dovecot = findDovecot() === null ? null : await startDovecot();
  server = dovecot ?? (await startHoodiecrow());
  closedPort = await findFreePort();
  for (const fault of faults) lines.set(fault, await startCuttingProxy(server.port));
  const ports = [
    server.port,
    dovecot?.tlsPort ?? closedPort,
    closedPort,
    ...[...lines.values()].map(({ port }) => port),
  ];
  return { HECHT_ALSO_REACHABLE: ports.map((port) => `127.0.0.1:${port}`).join(',') };
});
after(async () => {
  await Promise.allSettled([...lines.values()].map((line) => line.stop()));
  await server.stop();
});

async function ask<T>(page: Page, method: string, path: string, body?: object): Promise<T> {
  return page.evaluate(
    async ([how, where, what]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const answer = await fetch(`/api${where}`, { method: how, headers, ...(what && { body: JSON.stringify(what) }) });
      return answer.json();
    },
    [method, path, body] as const,
  );
}

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly problem: ConnectionProblem | null;
}

async function settled(page: Page, id: string, isThere: (shown: Shown) => boolean): Promise<void> {
  await expect
    .poll(async () => isThere(await ask<Shown>(page, 'GET', `/connections/${id}`)), { timeout: 40_000 })
    .toBe(true);
}

journey('the house is open', async ({ page, app }) => {
  await openHouse({ page, app });
});

for (const [locale, words, user] of [
  ['nl', nl, 'joris'],
  ['en', en, 'lotte'],
] as const) {
  journey(`a mailbox is connected with a wrong password, mended, and read (${locale})`, async ({ page, app }) => {
    await deliver(
      server,
      [writeLetter({ id: `eerste-${user}`, from: `Ans <ans-${user}@cafe-ans.example>`, to: owner.email })],
      { user: 'testuser' },
    );
    await signIn({ page, app }, locale);
    await page.goto('/connections');
    const { form, kinds, problems, states } = words;
    await page.getByRole('button', { name: words.add }).click();
    await page.getByRole('button', { name: new RegExp(`^${kinds.imap}`) }).click();
    await page.getByLabel(form.address).fill(`${user}@proefhuis.example`);
    await page.getByLabel(form.password, { exact: true }).fill('mis');
    await page.getByLabel(form.userName).fill('testuser');
    await page.getByLabel(form.host, { exact: true }).fill('127.0.0.1');
    await page.getByLabel(form.port).fill(String(server.port));
    await page.getByRole('combobox', { name: form.security }).click();
    await page.getByRole('option', { name: form.securities.none }).click();
    await page.getByRole('button', { name: form.try }).click();
    await expect(page.getByRole('alert')).toContainText(problems['wrong-password'].is);
    await expect(page.getByRole('alert')).toContainText(problems['wrong-password'].todo);
    await assertAccessible(page);
    await page.getByLabel(form.password, { exact: true }).fill(server.password);
    await page.getByRole('button', { name: form.try }).click();
    await expect(page.getByText(form.works(`${user}@proefhuis.example`))).toBeVisible();
    await page.getByRole('button', { name: form.connect, exact: true }).click();
    const line = page.getByRole('listitem').filter({ hasText: `${user}@proefhuis.example` });
    await expect(line).toContainText(states.fine, { timeout: 40_000 });
    await assertAccessible(page);
    await page.goto('/relations');
    await expect(page.getByRole('link', { name: 'Ans', exact: true }).first()).toBeVisible();
  });
}

interface Provoked {
  readonly fault: Fault;
  readonly line: CuttingProxy;
}

/** What happens out there to a mailbox that was read well until now. */
async function provoke({ fault, line }: Provoked): Promise<void> {
  const say = (text: string) => line.answerWith(text);
  if (fault === 'revoked') say('* BYE [EXPIRED] Your password has expired\r\n');
  else if (fault === 'too-slow') line.stall(true);
  else if (fault === 'unreachable') await line.stop();
  else if (fault === 'throttled') say('* BYE [LIMIT] Too many simultaneous connections\r\n');
  else if (fault === 'cut-off') line.cutAfter(90);
  else if (fault === 'garbage') say('HTTP/1.1 400 Bad Request\r\n\r\n');
  else if (fault === 'not-allowed') say('* BYE [CONTACTADMIN] Access by IMAP is turned off\r\n');
  else if (fault === 'server-trouble') say('* BYE [SERVERBUG] Internal error occurred\r\n');
  else if (fault === 'place-gone') await withMailbox(server, (client) => client.mailboxDelete('Tijdelijk'), 'weg');
}

journey('ten faults are named on the page, in words, with what to do; in both languages', async ({ page, app }) => {
  if (!dovecot) return void console.log('  not run here: ten faults want a Dovecot');
  await signIn({ page, app }, 'nl');
  const settings = (name: string, port: number) => {
    return {
      kind: 'imap',
      address: `${name}@proefhuis.example`,
      userName: name,
      host: '127.0.0.1',
      port,
      security: 'none',
    };
  };
  const secret = { password: server.password };
  const made: { fault: Fault; id: string }[] = [];
  await withMailbox(server, (client) => client.mailboxCreate('Tijdelijk').catch(() => undefined), 'weg');
  for (const fault of faults) {
    const name = fault === 'place-gone' ? 'weg' : fault;
    const line = lines.get(fault);
    if (!line) continue;
    const { id } = await ask<Shown>(page, 'POST', '/connections', { settings: settings(name, line.port), secret });
    await settled(page, id, ({ state }) => state === 'fine');
    made.push({ fault, id });
    await provoke({ fault, line });
    await ask(page, 'POST', `/connections/${id}/read`);
  }
  for (const { id, fault } of made) {
    await settled(page, id, ({ problem }) => problem !== null || fault === 'place-gone');
  }
  // Those that never were connected: the look itself says so.
  const looks: [ConnectionProblem, object][] = [
    ['wrong-password', settings('iemand', server.port)],
    ['unknown-host', { ...settings('iemand', 993), host: 'imap.bestaat-niet.invalid' }],
    ['certificate', { ...settings('iemand', dovecot.tlsPort), security: 'tls' }],
    ['refused-address', { ...settings('iemand', 10), host: '10.0.0.8' }],
  ];
  for (const [problem, tried] of looks) {
    const looked = await ask<{ problem: string }>(page, 'POST', '/connections/look', {
      settings: tried,
      secret: { password: 'mis' },
    });
    expect(looked.problem).toBe(problem);
  }
  for (const [locale, words] of [
    ['nl', nl],
    ['en', en],
  ] as const) {
    await speak(page, locale);
    await page.goto('/connections');
    for (const { fault } of made) {
      const name = fault === 'place-gone' ? 'weg' : fault;
      const line = page.getByRole('listitem').filter({ hasText: `${name}@proefhuis.example` });
      await expect(line).toContainText(words.problems[fault].is);
      await expect(line).toContainText(words.problems[fault].todo);
    }
    await assertAccessible(page);
  }
});

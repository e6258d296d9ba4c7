/** What happens elsewhere stands on an open screen within 5 seconds, without a reload; in both languages. */
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import { findDovecot, startDovecot } from '#test/imap/dovecot.ts';
import { startHoodiecrow } from '#test/imap/hoodiecrow.ts';
import { deliver, type ImapServer, writeLetter } from '#test/imap/imap-server.ts';
import { journey, startInDemo, startWith } from './browser.ts';
import { expect } from './expect.ts';
import { owner } from './move-in.ts';
import { signIn } from './steps.ts';

startInDemo();

let server: ImapServer;
startWith(async () => {
  server = findDovecot() === null ? await startHoodiecrow() : await startDovecot();
  return { HECHT_ALSO_REACHABLE: `127.0.0.1:${server.port}` };
});
after(() => server?.stop());

const within = { timeout: 5_000 } as const;
/** A quiet machine takes about 2 seconds from the mail server to the screen; one that runs other journeys as well, more. */
const fetched = { timeout: 15_000 } as const;
const bram = { name: 'Bram Jansen', email: 'bram@proefhuis.example', password: 'koffie zonder wolkje' } as const;

const said = {
  nl: { edit: 'Wijzig: Notitie', note: 'Notitie', words: 'De maler piept weer' },
  en: { edit: 'Change: Note', note: 'Note', words: 'The grinder squeaks again' },
} as const;

/** Bram writes through the API, as a program of his would. */
async function asBram(page: Page): Promise<(path: string, data: object) => Promise<void>> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  const { request } = await browser.newContext({ baseURL: new URL(page.url()).origin });
  await request.post('/api/auth/sign-in/email', { data: { email: bram.email, password: bram.password } });
  return async (path, data) => {
    const answer = await request.post(path, { data });
    expect(answer.ok()).toBe(true);
  };
}

journey('the house is open, and Bram works in it too', async ({ page, app }) => {
  await signIn({ page, app });
  const made = await page.context().request.post('/api/users', { data: { ...bram, role: 'member', locale: 'nl' } });
  expect(made.ok()).toBe(true);
});

for (const locale of ['nl', 'en'] as const) {
  journey(`a moment, a task and a name that a colleague writes stand here at once (${locale})`, async (start) => {
    const { page } = start;
    await signIn(start, locale);
    const name = locale === 'nl' ? 'Bar Nul' : 'Kantoorpunt';
    await page.goto(`/relations?q=${encodeURIComponent(name)}`);
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    const { pathname } = new URL(page.url());
    const partyId = pathname.split('/').at(-1) ?? '';
    const write = await asBram(page);
    const words = said[locale];
    const me = await (await page.context().request.get('/api/me')).json();
    await write('/api/interactions', {
      ...{ channel: 'mail', kind: 'message', at: new Date().toISOString() },
      ...{ from: { partyId }, to: [{ partyId: me.user.partyId }], subject: words.words },
    });
    await expect(page.getByText(words.words).first()).toBeVisible(within);
    // As it stands while one is writing: what comes in takes nothing away.
    await page.goto(`${pathname}?tab=about`);
    await page.getByRole('button', { name: words.edit }).click();
    const field = page.getByRole('textbox', { name: words.note, exact: true });
    await field.fill('half geschreven');
    const unread = page.getByRole('link', { name: /^(Meldingen|Messages)/ });
    const before = (await unread.textContent()) ?? '';
    await write('/api/tasks', { title: 'maler halen', partyId, assigneeId: me.user.id });
    await expect(unread).not.toHaveText(before, within);
    await expect(field).toHaveValue('half geschreven');
    await page.keyboard.press('Escape');
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await write('/api/tasks', { title: `nu meteen ${locale}`, assigneeId: me.user.id, dueOn: today() });
    await expect(page.getByText(`nu meteen ${locale}`)).toBeVisible(within);
  });
}

journey(
  'a mail that arrives stands on the open page of the relation, and on Today, without a reload',
  async (start) => {
    const { page } = start;
    await signIn(start, 'nl');
    const settings = {
      ...{ kind: 'imap', address: owner.email, userName: 'testuser', host: '127.0.0.1', port: server.port },
      ...{ security: 'none', signIn: 'password' },
    };
    const data = { settings, secret: { password: server.password } };
    const made = await page.request.post('/api/connections', { data });
    expect(made.ok()).toBe(true);
    const { id } = await made.json();
    const state = async () => (await (await page.request.get(`/api/connections/${id}`)).json()).state;
    await expect.poll(state, { timeout: 30_000 }).toBe('fine');
    // Somebody stands by it from then on.
    await page.waitForTimeout(6_000);
    await page.goto('/relations?q=Bar%20Nul');
    await page.getByRole('link', { name: 'Bar Nul', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Bar Nul' }).waitFor();
    const pageOfRelation = page.url();
    const from = await page
      .getByRole('region', { name: 'Het verhaal' })
      .getByText(/@barnul/)
      .first()
      .textContent();
    const address = /[\w.+-]+@[\w.-]+/.exec(from ?? '')?.[0] ?? '';
    const arrive = (subject: string, text: string) =>
      deliver(server, [
        writeLetter({
          id: subject.replaceAll(' ', '-'),
          from: `Bar Nul <${address}>`,
          to: owner.email,
          date: new Date(),
          subject,
          text,
        }),
      ]);
    const startedAtMs = Date.now();
    await arrive('Zaterdag vol huis', 'Dag Joris,\n\nIk bel je morgen.');
    await expect(page.getByText('Zaterdag vol huis').first()).toBeVisible(fetched);
    const shownAfterMs = Date.now() - startedAtMs;
    // What it says is proposed on the same page, and is still nobody's promise.
    await expect(page.getByRole('region', { name: 'Voorstellen uit je mail' })).toContainText(
      'Ik bel je morgen',
      within,
    );
    process.stdout.write(`  a mail stood on the page ${shownAfterMs} ms after it was delivered\n`);
    expect(page.url()).toBe(pageOfRelation);
    await page.goto('/');
    await page.getByRole('link', { name: '1 voorstel uit je mail' }).waitFor();
    await arrive('Nog iets', 'Dag Joris,\n\nIk stuur je volgende week de foto’s.');
    await expect(page.getByRole('link', { name: '2 voorstellen uit je mail' })).toBeVisible(fetched);
  },
);

function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
}

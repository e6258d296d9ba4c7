/** What happens elsewhere stands on an open screen within 5 seconds, without a reload; in both languages. */
import type { Page } from 'playwright-core';
import { journey } from './browser.ts';
import { expect } from './expect.ts';
import { openDemo, openHouse, signIn, speak } from './steps.ts';

const within = { timeout: 5_000 } as const;
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
  await openHouse({ page, app });
  await openDemo({ page, app });
  const made = await page.context().request.post('/api/users', { data: { ...bram, role: 'member', locale: 'nl' } });
  expect(made.ok()).toBe(true);
});

for (const locale of ['nl', 'en'] as const) {
  journey(`a moment, a task and a name that a colleague writes stand here at once (${locale})`, async (start) => {
    const { page } = start;
    await signIn(start);
    await speak(page, locale);
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

function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
}

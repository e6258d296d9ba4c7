/** Two people in one record, in two browsers: nothing is lost, and both are told. */

import type { Page } from 'playwright-core';
import { assertAccessible, type Journey, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { signIn, speak } from './steps.ts';

startInDemo();

const bram = { name: 'Bram Jansen', email: 'bram@proefhuis.example', password: 'koffie zonder wolkje' } as const;

const said = {
  nl: {
    edit: 'Wijzig: Notitie',
    editName: 'Wijzig: Naam',
    note: 'Notitie',
    name: 'Naam',
    clash: 'Jullie wijzigden allebei hetzelfde',
    mine: 'Van jou',
    theirs: 'Van Bram Jansen',
    save: 'Zo bewaren',
    told: 'Bram Jansen wijzigde intussen notitie. Zo staat het hier nu.',
    toldName: 'Bram Jansen wijzigde intussen naam. Zo staat het hier nu.',
    toldBram: 'Joris van Ommen wijzigde intussen notitie. Zo staat het hier nu.',
  },
  en: {
    edit: 'Change: Note',
    editName: 'Change: Name',
    note: 'Note',
    name: 'Name',
    clash: 'You both changed the same thing',
    mine: 'Yours',
    theirs: 'By Bram Jansen',
    save: 'Keep it like this',
    told: 'Meanwhile Bram Jansen changed note. It stands here now.',
    toldName: 'Meanwhile Bram Jansen changed name. It stands here now.',
    toldBram: 'Meanwhile Joris van Ommen changed note. It stands here now.',
  },
} as const;

/** Bram at his own machine, on the same page. */
async function openAsBram({ page }: Journey, locale: 'nl' | 'en'): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  const baseURL = new URL(page.url()).origin;
  const context = await browser.newContext({ baseURL, reducedMotion: 'reduce', timezoneId: 'Europe/Amsterdam' });
  await context.request.post('/api/auth/sign-in/email', { data: { email: bram.email, password: bram.password } });
  const other = await context.newPage();
  await other.goto('/');
  await speak(other, locale);
  await other.goto(page.url());
  await other.getByRole('heading', { level: 1 }).waitFor();
  return other;
}

async function openAbout(page: Page, name: string): Promise<void> {
  await page.goto(`/relations?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.goto(`${new URL(page.url()).pathname}?tab=about`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function write(page: Page, fact: string, field: string, text: string): Promise<void> {
  await page.getByRole('button', { name: fact }).click();
  await page.getByRole('textbox', { name: field, exact: true }).fill(text);
}

journey('the house is open, and Bram works in it too', async ({ page, app }) => {
  await signIn({ page, app });
  const made = await page.context().request.post('/api/users', { data: { ...bram, role: 'member', locale: 'nl' } });
  expect(made.ok()).toBe(true);
});

for (const locale of ['nl', 'en'] as const) {
  const words = said[locale];
  const name = locale === 'nl' ? 'Bar Nul' : 'Kantoorpunt';

  journey(
    `the same field twice: both versions are shown, and one is chosen (${locale})`,
    async (start) => {
      const { page, app } = start;
      await signIn({ page, app }, locale);
      await openAbout(page, name);
      const other = await openAsBram(start, locale);
      await write(page, words.edit, words.note, 'Joris: belt graag');
      await write(other, words.edit, words.note, 'Bram: mailt graag');
      await other.keyboard.press('Control+Enter');
      // Told while typing, and what is being typed stays.
      await expect(page.getByText(words.told)).toBeVisible({ timeout: 8000 });
      await expect(page.getByRole('textbox', { name: words.note, exact: true })).toHaveValue('Joris: belt graag');
      await page.keyboard.press('Control+Enter');
      const dialog = page.getByRole('dialog', { name: words.clash });
      await expect(dialog).toContainText('Joris: belt graag');
      await expect(dialog).toContainText('Bram: mailt graag');
      await assertAccessible(page);
      await expect(dialog.getByRole('radio', { name: words.theirs })).toBeVisible();
      await dialog.getByRole('radio', { name: words.mine }).check();
      await dialog.getByRole('button', { name: words.save }).click();
      await expect(page.getByRole('button', { name: words.edit })).toContainText('Joris: belt graag');
      await expect(other.getByText(words.toldBram)).toBeVisible({ timeout: 8000 });
      await expect(other.getByRole('button', { name: words.edit })).toContainText('Joris: belt graag');
      await other.context().close();
    },
    { expectedNoise: [/412/] },
  );

  journey(`different fields go together, and both are told (${locale})`, async (start) => {
    const { page, app } = start;
    await signIn({ page, app }, locale);
    await openAbout(page, name);
    const other = await openAsBram(start, locale);
    await write(page, words.edit, words.note, 'Samen geschreven');
    await write(other, words.editName, words.name, `${name} en Zoon`);
    await other.keyboard.press('Enter');
    await expect(page.getByText(words.toldName)).toBeVisible({ timeout: 8000 });
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('button', { name: words.edit })).toContainText('Samen geschreven');
    await expect(page.getByRole('heading', { level: 1, name: `${name} en Zoon` })).toBeVisible();
    await expect(other.getByRole('button', { name: words.edit })).toContainText('Samen geschreven', { timeout: 8000 });
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await other.context().close();
  });
}

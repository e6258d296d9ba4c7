/** Lists: views that are kept and sent, many at once, search that forgives, from record to record, and the palette. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { signIn } from './steps.ts';

startInDemo();

const bram = { name: 'Bram Nijhof', email: 'bram@proefhuis.example', password: 'thee met een wolkje', locale: 'nl' };
const mila = { name: 'Mila Brouwer', email: 'mila@proefhuis.example', password: 'water zonder bubbels', locale: 'en' };
let link = '';

async function enter(page: Page, who: { email: string; password: string }, words = nl): Promise<void> {
  await page.goto('/');
  await page.getByLabel(words.mail).fill(who.email);
  await page.getByLabel(words.password, { exact: true }).fill(who.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: words.menu }).waitFor();
}

const nl = { mail: 'Mailadres', password: 'Wachtwoord', menu: 'Hoofdmenu' };
const en = { mail: 'Mail address', password: 'Password', menu: 'Main' };

const rows = (page: Page) => page.locator('tbody tr');
const total = (page: Page) => page.getByRole('status').filter({ hasText: /relaties?|relations?/ });

journey('the house is open, and Bram and Mila work there too', async ({ page, app }) => {
  await signIn({ page, app });
  for (const who of [bram, mila]) {
    const made = await page.evaluate(
      async (body) => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch('/api/users', { method: 'POST', headers, body: JSON.stringify(body) })).status;
      },
      { ...who, role: 'member' },
    );
    assert.equal(made, 200);
  }
});

journey(
  'a list is narrowed in words, kept as a view, shared, and its link opened by a colleague',
  async ({ page, app }) => {
    await signIn({ page, app });
    await page.goto('/relations');
    await rows(page).nth(3).waitFor();
    await page.getByRole('button', { name: 'Filter toevoegen' }).click();
    await page.getByLabel('Dagen').fill('40');
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('button', { name: 'Wijzig: Laatste contact langer dan 40 dagen geleden' }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Kolommen en groepen' }).click();
    await page.getByLabel('Groepeer op').selectOption('role');
    await page.getByRole('checkbox', { name: 'Contactwens' }).check();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: /^Klant \d+$/ })).toBeVisible();
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Bewaar als weergave' }).click();
    await page.getByLabel('Hoe noem je hem?').fill('Lang niet gesproken');
    await page.getByLabel('Deel met collega’s').check();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /Lang niet gesproken/ }).first()).toHaveAttribute(
      'aria-current',
      'page',
    );
    link = page.url();
  },
);

journey('the colleague sees the same list, and may not change whose it is', async ({ page }) => {
  await enter(page, bram);
  await page.goto(link);
  await expect(page.getByRole('button', { name: /^Klant \d+$/ })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Contactwens' })).toBeVisible();
  await expect(page.getByTitle('Gedeeld door Joris van Ommen')).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: 'Meer over Lang niet gesproken' }).click();
  await expect(page.getByRole('menuitem', { name: 'Kopieer de link' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Weergave weghalen' })).toHaveCount(0);
});

journey('everybody in a list gets a tag at once, and one undo takes it back', async ({ page, app }) => {
  await signIn({ page, app });
  await page.goto('/relations?columns=name,role,tags,last');
  await rows(page).nth(5).waitFor();
  await expect(total(page)).toHaveText(/^\d+ relaties/);
  const [, count = ''] = /^(\d+) /.exec((await total(page).innerText()) ?? '') ?? [];
  await rows(page).nth(0).getByRole('link').focus();
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(2).getByRole('link')).toBeFocused();
  await page.keyboard.press('Shift+X');
  await expect(page.getByRole('region', { name: '3 relaties gekozen' })).toBeVisible();
  await page.getByRole('button', { name: `Alle ${count} resultaten` }).click();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Label', exact: true }).click();
  await page.getByRole('combobox', { name: 'Welk label?' }).fill('Kerstkaart');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${count} relaties gewijzigd.`)).toBeVisible();
  await expect(rows(page).nth(4)).toContainText('Kerstkaart');
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(rows(page).nth(4)).not.toContainText('Kerstkaart');
  await expect(rows(page).nth(0)).not.toContainText('Kerstkaart');
});

journey('a cell is changed where it stands: Enter, type, Enter; Escape leaves it', async ({ page, app }) => {
  await signIn({ page, app });
  await page.goto('/relations?columns=name,jobTitle,wish&q=Ans%20Dijkhuis');
  const cell = page.getByRole('button', { name: /^Functie van Ans Dijkhuis/ });
  await cell.focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Functie van Ans Dijkhuis' });
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Baas van het terras');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('Baas van het terras');
  await expect(page.getByText('Bewaard: functie van Ans Dijkhuis.')).toBeVisible();
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.type('iets anders');
  await page.keyboard.press('Escape');
  await expect(cell).toHaveText('Baas van het terras');
});

journey('search forgives a typo and takes a number in another notation', async ({ page, app }) => {
  await signIn({ page, app });
  const made = await page.evaluate(async () => {
    const body = JSON.stringify({
      kind: 'person',
      name: 'Ilse Wiersma',
      identities: [{ kind: 'phone', value: '+31687654321' }],
    });
    return (await fetch('/api/parties', { method: 'POST', headers: { 'content-type': 'application/json' }, body }))
      .status;
  });
  assert.equal(made, 200);
  await page.goto('/relations');
  await page.getByLabel('Zoek in relaties').fill('Hotel Marktzigt');
  await expect(page.getByRole('link', { name: 'Hotel Marktzicht', exact: true })).toBeVisible();
  await page.getByLabel('Zoek in relaties').fill('06-87 65 43');
  await expect(page.getByRole('link', { name: 'Ilse Wiersma' })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('wiresma');
  await expect(page.getByRole('group', { name: 'Lijkt erop' })).toContainText('Ilse Wiersma');
  await assertAccessible(page);
});

journey('from record to record through the list one came from, without going back', async ({ page, app }) => {
  await signIn({ page, app });
  await page.goto('/relations?sort=name');
  await rows(page).nth(5).waitFor();
  const names = await page.locator('tbody td[data-column="name"] a').allInnerTexts();
  await rows(page).nth(1).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: names[1] ?? '' }).waitFor();
  await expect(page.getByText(/^2 van \d+$/)).toBeVisible();
  await page.keyboard.press('j');
  await page.getByRole('heading', { level: 1, name: names[2] ?? '' }).waitFor();
  await expect(page.getByText(/^3 van \d+$/)).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('heading', { level: 1, name: names[1] ?? '' }).waitFor();
  await page.keyboard.press('k');
  await page.getByRole('heading', { level: 1, name: names[0] ?? '' }).waitFor();
  await expect(page.getByRole('button', { name: 'Vorige' })).toBeDisabled();
  await page.reload();
  await expect(page.getByText(/^1 van \d+$/)).toBeVisible();
});

journey(
  'palette, shortcuts and going places by keyboard only, in English',
  async ({ page }) => {
    await enter(page, mila, en);
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.getByRole('heading', { level: 1, name: 'Relations' }).waitFor();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toContainText('Choose all up to here');
    await assertAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await assertAccessible(page);
    await page.keyboard.type('lang niet');
    await expect(page.getByRole('group', { name: 'Views' })).toContainText('Lang niet gesproken');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /Last contact more than 40 days ago/ }).first()).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('add a rel');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Add a relation' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await expect(page).toHaveURL(/\/$/);
  },
  { locale: 'en-GB' },
);

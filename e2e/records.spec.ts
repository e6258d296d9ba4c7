/** What is written down about a relation: in place, with a way back, and what is wrong with it told at its field. */

import type { Page } from 'playwright-core';
import { assertAccessible, assertFitsWidth, journey, phone, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { signIn } from './steps.ts';

startInDemo();

/** What the house refuses the browser notes. */
const refused = { expectedNoise: [/422 \(Unprocessable/] };

async function openAbout(page: Page, name: string): Promise<void> {
  await page.goto('/relations');
  await page.getByLabel(/^(Zoek in relaties|Search relations)$/).fill(name);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('tab', { name: /^(Gegevens|About)$/ }).click();
}

journey('a field of one’s own is there at once, typed and checked, and undo takes it back', async ({ page, app }) => {
  await signIn({ page, app });
  await page.goto('/settings/fields');
  await page.getByRole('button', { name: 'Veld toevoegen' }).click();
  await page.getByLabel('Hoe het heet').fill('Stoelen');
  await page.getByRole('combobox', { name: 'Wat erin komt' }).click();
  await page.getByRole('option', { name: 'een getal' }).click();
  await page.getByRole('button', { name: 'Bewaar' }).click();
  await expect(page.getByText('in de API: stoelen')).toBeVisible();
  await assertAccessible(page);
  await openAbout(page, 'Hotel Marktzicht');
  await page.getByRole('button', { name: 'Stoelen', exact: true }).click();
  const seats = page.getByRole('textbox', { name: 'Stoelen' });
  await seats.fill('veel');
  await seats.press('Enter');
  await expect(page.getByText('Schrijf hier een getal.')).toBeVisible();
  await seats.fill('1.200');
  await seats.press('Enter');
  await expect(page.getByRole('button', { name: 'Wijzig: Stoelen' })).toContainText('1.200');
  await page.getByRole('button', { name: 'Ongedaan maken' }).last().click();
  await expect(page.getByRole('button', { name: 'Wijzig: Stoelen' })).toHaveCount(0);
});

journey(
  'numbers and addresses of an organisation are checked where they stand',
  async ({ page, app }) => {
    await signIn({ page, app });
    await openAbout(page, 'Hotel Marktzicht');
    await page.getByRole('button', { name: 'Wijzig: KvK-nummer' }).click();
    const kvk = page.getByRole('textbox', { name: 'KvK-nummer' });
    await kvk.fill('1234');
    await kvk.press('Enter');
    await expect(page.getByText('Een KvK-nummer heeft 8 cijfers.')).toBeVisible();
    await kvk.fill('08 00 01 22');
    await kvk.press('Enter');
    await expect(page.getByRole('button', { name: 'Wijzig: KvK-nummer' })).toContainText('08000122');
    await page.getByRole('button', { name: 'Adres toevoegen' }).click();
    await page.getByLabel('Straat').fill('Brink');
    await page.getByLabel('Nr.').fill('12b');
    await page.getByLabel('Postcode').fill('7411');
    await page.getByLabel('Plaats').fill('Deventer');
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await expect(page.getByText('Een postcode is vier cijfers en twee letters: 7411 BT.')).toBeVisible();
    await page.getByLabel('Postcode').fill('7411bt');
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await expect(page.getByRole('button', { name: /Brink 12 b\s+7411 BT Deventer/ })).toBeVisible();
  },
  refused,
);

journey('by keyboard alone: a birthday without its year, how we met, and a tag', async ({ page, app }) => {
  await signIn({ page, app }, 'en');
  await page.goto('/relations');
  await page.getByLabel('Search relations').focus();
  await page.keyboard.type('Tess Hoekstra');
  await page.getByRole('link', { name: 'Tess Hoekstra', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'About' }).focus();
  await page.keyboard.press('Enter');
  const offer = (name: string) => page.getByRole('button', { name, exact: true });
  await offer('Birthday').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('31 April');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Write it as 17 May 1980, or 17 May.')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('May 17');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Change: Birthday' })).toContainText('17 May');
  await offer('How we met').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('She wrote that our coffee was good.');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Save', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Change: How we met' })).toContainText('our coffee was good');
  await offer('Tags').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Wrote first');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Change: Tags' })).toContainText('Wrote first');
  await assertAccessible(page);
});

journey(
  'two tags folded into one, and undone; a kind of link with a word for each direction',
  async ({ page, app }) => {
    await signIn({ page, app }, 'en');
    await page.goto('/settings/tags');
    await page.getByRole('button', { name: 'Change Wrote first' }).click();
    await page.getByRole('combobox', { name: 'Fold into …' }).click();
    await page.getByRole('option', { name: 'Terras' }).click();
    await expect(page.getByText('Wrote first has become Terras.')).toBeVisible();
    const terrace = page.getByRole('listitem').filter({ hasText: 'Terras' });
    await expect(terrace).toContainText('3 relations');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(terrace).toContainText('2 relations');
    await expect(page.getByRole('listitem').filter({ hasText: 'Wrote first' })).toContainText('1 relation');
    await assertAccessible(page);
    await page.goto('/settings/types');
    await page.getByRole('button', { name: 'Make a kind of link' }).click();
    await page.getByLabel('The first …').fill('roasts for');
    await page.getByLabel('and the other way round …').fill('has roasted by');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await openAbout(page, 'Tess Hoekstra');
    await page.getByRole('button', { name: 'Add a link with somebody' }).click();
    await page.getByRole('combobox', { name: 'Kind of link' }).click();
    await page.getByRole('option', { name: 'has roasted by' }).click();
    await page.getByRole('combobox', { name: 'With whom' }).fill('Yara');
    await page.getByRole('option', { name: /Yara/ }).first().click();
    await page
      .getByRole('region', { name: 'Knows or belongs to' })
      .getByRole('button', { name: 'Add', exact: true })
      .click();
    await expect(page.getByRole('region', { name: 'Knows or belongs to' })).toContainText('has roasted by');
    await page.getByRole('button', { name: 'Change the link with Yara Hofman' }).click();
    await page.getByLabel('From', { exact: true }).fill('2025-03-01');
    await page.getByLabel('Until', { exact: true }).fill('2024-03-01');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('The end lies before the beginning.')).toBeVisible();
    await page.getByLabel('Until', { exact: true }).fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Change the link with Yara Hofman' })).toContainText(
      'since March 2025',
    );
  },
  refused,
);

journey(
  'on a phone too: everything that is known of Yara, and what stayed with us',
  async ({ page, app }) => {
    await signIn({ page, app }, 'nl');
    await openAbout(page, 'Yara Hofman');
    await expect(page.getByRole('region', { name: 'Wat ons bijblijft' })).toContainText('Ze denkt in kringlopen');
    await expect(page.getByRole('region', { name: 'Zo willen ze het graag' })).toContainText('Eerst uitleg');
    await expect(page.getByRole('button', { name: 'Wijzig: Verjaardag' })).toContainText('17 mei');
    await assertFitsWidth(page);
    await assertAccessible(page);
  },
  phone,
);

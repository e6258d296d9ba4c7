/** Today: put away for later, done, left in peace; and each of those taken back. */

import { journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { signIn } from './steps.ts';

startInDemo();

journey('a line is done, and comes back when that is undone', async ({ page, app }) => {
  await signIn({ page, app });
  const ans = page.getByRole('listitem').filter({ hasText: 'Café Ans' });
  await ans.getByText('Gedaan').click();
  await expect(ans).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Drie dingen vandaag.');
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(ans).toHaveCount(1);
});

journey('snoozed until next week, left in peace: gone from today, also after a reload', async ({ page, app }) => {
  await signIn({ page, app });
  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await line('Yara Hofman').getByText('Later').click();
  await page.getByRole('menuitem', { name: 'Volgende week' }).click();
  await expect(line('Yara Hofman')).toHaveCount(0);
  await line('Salon Wit').getByRole('button', { name: 'Laat met rust' }).click();
  await expect(line('Salon Wit')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Twee dingen vandaag.');
});

journey('to make good: said how, and it no longer stands there', async ({ page, app }) => {
  await signIn({ page, app });
  await page.getByRole('link', { name: 'Maak het goed: Henk Terpstra' }).click();
  await page.getByRole('heading', { level: 1, name: 'Henk Terpstra' }).waitFor();
  await page.getByRole('button', { name: 'Goedgemaakt' }).click();
  const how = page.getByRole('textbox', { name: /Hoe heb je het goedgemaakt/ });
  if (await how.isVisible()) {
    await how.fill('Langsgegaan, excuses gemaakt, zaterdag meegeholpen.');
    await page.getByRole('button', { name: 'Goedgemaakt' }).last().click();
  }
  // On the timeline it stays: it happened.
  const story = page.getByRole('region', { name: 'Het verhaal' });
  await expect(story.getByText('Gelezen, nooit beantwoord.')).toHaveCount(0);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Eén ding vandaag.');
});

journey('the demo firm leaves with one click, and the house is its owner’s again', async ({ page, app }) => {
  await signIn({ page, app });
  await page.goto('/settings/firm');
  await page.getByRole('button', { name: 'Maak het huis leeg' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Maak het huis leeg' }).click();
  await expect(page.getByText('Het voorbeeldbedrijf is weg. Het huis is van jou.')).toBeVisible();
  await page.goto('/');
  await expect(page.locator('main')).toContainText('Er is nog niets om voor te zorgen.');
  await expect(page.getByText('Je kijkt rond in een verzonnen bedrijf.')).toHaveCount(0);
});

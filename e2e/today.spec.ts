/** Today: put away for later, done, left in peace; and each of those taken back. */

import type { Page } from 'playwright-core';
import { assertAccessible, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { signIn } from './steps.ts';

startInDemo();

/** A line goes at once; that it is kept, the answer says. A page that is left before it takes the request along. */
async function untilKept(page: Page, act: () => Promise<void>): Promise<void> {
  const kept = page.waitForResponse((answer) => answer.request().method() !== 'GET' && answer.ok());
  await act();
  await kept;
}

journey('a line is done, and comes back when that is undone', async ({ page, app }) => {
  await signIn({ page, app });
  const ans = page.getByRole('listitem').filter({ hasText: 'Café Ans' });
  await ans.getByText('Gedaan').click();
  await expect(ans).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Drie dingen vandaag.');
  await untilKept(page, () => page.getByRole('button', { name: 'Ongedaan maken' }).click());
  await expect(ans).toHaveCount(1);
});

journey('snoozed until next week, left in peace: gone from today, also after a reload', async ({ page, app }) => {
  await signIn({ page, app });
  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await line('Yara Hofman').getByText('Later').click();
  await untilKept(page, () => page.getByRole('menuitem', { name: 'Volgende week' }).click());
  await expect(line('Yara Hofman')).toHaveCount(0);
  await untilKept(page, () => line('Salon Wit').getByRole('button', { name: 'Laat met rust' }).click());
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

journey('a promise kept is said here, and the mail that tells them is offered, never sent', async ({ page, app }) => {
  await signIn({ page, app });
  const { items } = await (await page.request.get('/api/parties?q=Bar%20Nul')).json();
  const dueAt = new Date(Date.now() + 86_400_000).toISOString();
  const data = { partyId: items[0].id, owedBy: 'ours', text: 'Kaartjes voor op de bar', dueAt };
  await page.request.post('/api/promises', { data, headers: { 'idempotency-key': crypto.randomUUID() } });
  await page.goto('/');
  await page.getByRole('button', { name: 'Nagekomen: Bar Nul' }).click();
  const offered = page.getByRole('status').filter({ hasText: 'Nagekomen: Kaartjes voor op de bar' });
  await expect(offered).toContainText('het gaat pas weg als jij het stuurt');
  await expect(offered.getByRole('button', { name: 'Schrijf dat het geregeld is' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nagekomen: Bar Nul' })).toHaveCount(0);
  await assertAccessible(page);
  await offered.getByRole('button', { name: 'Niet nodig' }).click();
  await expect(offered).toHaveCount(0);
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

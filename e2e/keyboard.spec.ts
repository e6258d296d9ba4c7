/** Without a mouse: from signing in to a recorded call. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { owner } from './move-in.ts';

startInDemo();

/** What has the focus can be seen to have it: an outline or a ring, on itself or on what stands for it. */
async function assertFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return 'nothing has the focus';
    const marks = [focused, ...focused.querySelectorAll('*'), focused.parentElement].some((element) => {
      if (!element) return false;
      const style = getComputedStyle(element);
      const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
      return outlined || style.boxShadow !== 'none' || style.borderColor !== getComputedStyle(document.body).color;
    });
    return marks ? null : `${focused.tagName} ${focused.textContent?.slice(0, 40)}`;
  });
  assert.equal(seen, null);
}

async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
    });
    if (name.test(label)) return assertFocusSeen(page);
  }
  assert.fail(`Tab never reached ${name}`);
}

journey('sign in, find someone, open the page, record a call: keys only', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Mailadres').waitFor();
  await page.keyboard.type(owner.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(owner.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /dingen vandaag/ }).waitFor();

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('Bar Nul');
  await expect(page.getByRole('dialog')).toContainText('Bar Nul');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Bar Nul' }).waitFor();

  // What stands below the name comes after it: a Tab pressed before that walks a shorter page.
  await page.getByRole('button', { name: 'Leg een contactmoment vast' }).waitFor();
  await tabTo(page, /^Leg een contactmoment vast$/);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Wat gebeurde er?')).toBeFocused();
  await page.keyboard.type('Even gebeld over de kaartjes.');
  await tabTo(page, /^Leg vast$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('Over de kaartjes.');
});

journey('the list is walked with arrows, and a row opened with Enter', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Mailadres').fill(owner.email);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(owner.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).waitFor();
  await page.goto('/relations');
  await page.getByRole('row').nth(3).waitFor();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Zoek in relaties')).toBeFocused();
  await page.keyboard.type('Hotel');
  await expect(page.getByRole('row').filter({ hasText: 'Hotel De Brug' }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/relations\/[0-9a-f-]{36}/);
});

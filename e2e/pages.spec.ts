/** Every page, in both languages, light and dark, wide and narrow: readable, fitting, and with a quiet console. */
import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFitsWidth, journey, phone } from './browser.ts';
import { openDemo, openHouse, owner, signIn } from './steps.ts';

const tabs = ['', 'ledger', 'year', 'whatif', 'about'];
const settings = ['me', 'firm', 'users', 'keys', 'sources', 'parameters'];

async function listPages(page: Page): Promise<string[]> {
  await page.goto('/relations?q=Marktzicht');
  const link = page.getByRole('link', { name: 'Hotel Marktzicht', exact: true });
  const relation = await link.getAttribute('href');
  return [
    '/',
    '/relations',
    ...tabs.map((tab) => (tab === '' ? `${relation}` : `${relation}?tab=${tab}`)),
    '/import',
    '/triage',
    '/glyph',
    ...settings.map((section) => `/settings/${section}`),
  ];
}

async function visitAll(page: Page, look: (page: Page, path: string) => Promise<void>): Promise<void> {
  for (const path of await listPages(page)) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    await look(page, path);
  }
}

journey('the house is open', async ({ page, app }) => {
  await openHouse({ page, app });
  await assertAccessible(page);
  await openDemo(page);
});

journey(
  'sign-in tells what is wrong without telling who exists',
  async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await assertAccessible(page);
    await page.getByLabel('Mailadres').fill(owner.email);
    await page.getByLabel('Wachtwoord', { exact: true }).fill('niet het goede wachtwoord');
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByLabel('Wachtwoord', { exact: true }).fill(owner.password);
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeVisible();
  },
  { expectedNoise: [/401/] },
);

for (const colorScheme of ['light', 'dark'] as const) {
  journey(
    `every page is accessible, ${colorScheme}`,
    async ({ page, app }) => {
      await signIn({ page, app });
      await visitAll(page, (shown) => assertAccessible(shown));
    },
    { colorScheme },
  );
}

journey(
  'every page fits a phone',
  async ({ page, app }) => {
    await signIn({ page, app });
    await visitAll(page, (shown) => assertFitsWidth(shown));
  },
  phone,
);

journey('in English every page speaks English, and the choice is remembered', async ({ page, app }) => {
  await signIn({ page, app });
  await page.goto('/settings/me');
  await page.getByLabel('Taal').first().click();
  await page
    .getByRole('option', { name: 'English' })
    .or(page.getByText('English', { exact: true }))
    .first()
    .click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await visitAll(page, async (shown, path) => {
    await expect(shown.locator('html'), path).toHaveAttribute('lang', 'en');
    await expect(shown.getByRole('navigation', { name: 'Main' }), path).toContainText('Relations');
  });
});

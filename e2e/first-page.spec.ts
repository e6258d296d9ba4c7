import { assertAccessible, assertFitsWidth, journey, phone } from './browser.ts';
import { expect } from './expect.ts';

journey('the first-run address opens the form with the token filled in', async ({ page, app }) => {
  await page.goto(app.firstRunUrl());
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const token = new URL(app.firstRunUrl()).searchParams.get('token') ?? '';
  await expect(page.locator(`input[value="${token}"]`)).toBeVisible();
  await assertAccessible(page);
});

journey(
  'on a phone, in the dark, the first page fits and can be read',
  async ({ page, app }) => {
    await page.goto(app.firstRunUrl());
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await assertFitsWidth(page);
    await assertAccessible(page);
  },
  { ...phone, colorScheme: 'dark' },
);

journey(
  'in English for who reads English',
  async ({ page, app }) => {
    await page.goto(app.firstRunUrl());
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  },
  { locale: 'en-GB' },
);

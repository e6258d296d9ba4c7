/** The agenda: something planned with a relation, moved by hand and by keys, and the brief before it; in both languages. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFitsWidth, journey, phone, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { signIn } from './steps.ts';

startInDemo();

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' }).format();
const event = (page: Page, name: RegExp) => page.getByRole('button', { name });

journey('planned with a relation, moved and put back, its brief read', async ({ page, app }) => {
  await signIn({ page, app });
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.getByRole('heading', { level: 1, name: 'Agenda' }).waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Plan iets' });
  await dialog.getByLabel('Wat', { exact: true }).fill('Koffie proeven');
  await dialog.getByRole('combobox', { name: 'Met wie' }).fill('Yara');
  await page.getByRole('option', { name: /^Yara/ }).first().click();
  await dialog.getByLabel('Dag', { exact: true }).fill(today());
  await dialog.getByLabel('Van', { exact: true }).fill('10:00');
  await dialog.getByLabel('Tot', { exact: true }).fill('11:00');
  await assertAccessible(page);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(event(page, /^Koffie proeven.*10:00 – 11:00, met Yara/)).toBeVisible();
  await assertAccessible(page);

  const block = event(page, /^Koffie proeven/);
  const box = (await block.boundingBox()) ?? assert.fail('it stands somewhere');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + box.height, { steps: 4 });
  await page.mouse.up();
  await expect(event(page, /^Koffie proeven.*11:00 – 12:00/)).toBeVisible();
  await page.getByRole('alert').filter({ hasText: 'is nu' }).getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(event(page, /^Koffie proeven.*10:00 – 11:00/)).toBeVisible();

  await block.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(event(page, /^Koffie proeven.*10:15 – 11:30/)).toBeVisible();
  await expect(page.getByText(/Koffie proeven is nu .*10:15 – 11:30/)).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Koffie proeven' }).waitFor();
  const brief = page.getByRole('article', { name: /^Voorbereiding voor Yara/ });
  await expect(brief.getByRole('heading', { name: 'Eén ding om te zeggen' })).toBeVisible();
  await expect(brief).toContainText('Bedank voor');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Maand' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Naar de agenda' }).click();
  await page.getByRole('button', { name: 'Maand' }).click();
  await expect(page.getByRole('link', { name: /Koffie proeven/ })).toBeVisible();
  await assertAccessible(page);
});

journey(
  'in English, on a phone, in the dark: days under each other, the brief fits, taken out and brought back',
  async ({ page, app }) => {
    await signIn({ page, app }, 'en');
    await page.goto('/agenda');
    const row = page.getByRole('link', { name: /Koffie proeven/ });
    await row.waitFor();
    await assertFitsWidth(page);
    await assertAccessible(page);
    await row.click();
    await expect(page.getByRole('heading', { name: 'One thing to say' })).toBeVisible();
    await assertFitsWidth(page);
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Take out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Agenda' }).waitFor();
    await expect(row).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row).toBeVisible();
  },
  { ...phone, colorScheme: 'dark' },
);

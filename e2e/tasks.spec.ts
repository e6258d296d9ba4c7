/** Tasks: written in one line, walked through and ticked off with keys alone, put away, changed; in both languages. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFitsWidth, journey, phone, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { openRelation, signIn } from './steps.ts';

startInDemo();

const row = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });

journey('by keys alone: written down, found, done, undone, put away, changed', async ({ page, app }) => {
  await signIn({ page, app });
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await page.getByRole('heading', { level: 1, name: 'Taken' }).waitFor();
  await assertAccessible(page);
  await page.keyboard.press('n');
  await page.keyboard.type('vandaag proefpakket inpakken');
  await page.keyboard.press('Enter');
  await expect(row(page, 'proefpakket inpakken')).toBeVisible();
  await page.keyboard.type('elke maandag 8:30 kas opmaken');
  await expect(page.getByText('elke week', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(row(page, 'kas opmaken')).toContainText('08:30');

  // Out of the field, and down to what was just written.
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  // What was just written may still be put in its place while one walks.
  const walkTo = async (title: string) => {
    await expect(async () => {
      for (let step = 0; step < 12; step += 1) await page.keyboard.press('k');
      for (let step = 0; step < 12 && !(await focused()).includes(title); step += 1) await page.keyboard.press('j');
      assert.match(await focused(), new RegExp(title));
    }).toPass({ timeout: 30_000 });
  };
  await walkTo('proefpakket inpakken');
  await page.keyboard.press('x');
  await expect(row(page, 'proefpakket inpakken')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(row(page, 'proefpakket inpakken')).toBeVisible();

  await walkTo('proefpakket');
  await page.keyboard.press('s');
  await page.getByRole('menuitem', { name: 'Over een week' }).waitFor();
  for (let step = 0; step < 6; step += 1) {
    if ((await focused()) === 'Over een week') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(row(page, 'proefpakket inpakken')).toContainText('weggelegd tot');

  await walkTo('proefpakket');
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Taak wijzigen' });
  await dialog.waitFor();
  await assertAccessible(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('proefpakket versturen');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row(page, 'proefpakket versturen')).toBeVisible();
});

journey('taken back while it is still on its way: that one, and not the one before', async ({ page, app }) => {
  await signIn({ page, app });
  await page.goto('/tasks');
  await page.getByRole('textbox', { name: 'Nieuwe taak' }).fill('vandaag etiketten plakken');
  await page.keyboard.press('Enter');
  await expect(row(page, 'etiketten plakken')).toBeVisible();
  await page.route('**/complete', async (route) => {
    await pause(1_500);
    await route.continue();
  });
  await page.getByRole('checkbox', { name: 'Gedaan: etiketten plakken' }).press('x');
  await expect(row(page, 'etiketten plakken')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(row(page, 'etiketten plakken')).toBeVisible();
  await page.reload();
  await expect(row(page, 'etiketten plakken')).toBeVisible();
});

journey('on Today below its lines, and done there with one key', async ({ page, app }) => {
  await signIn({ page, app });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vier dingen vandaag.');
  const mine = row(page, 'Sleutel van de proeverij terugbrengen');
  await expect(mine).toBeVisible();
  await mine.getByRole('checkbox').focus();
  await page.keyboard.press('x');
  await expect(mine).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vier dingen vandaag.');
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(mine).toBeVisible();
});

journey('with a relation, on its page and on the list; what repeats comes back', async ({ page, app }) => {
  await signIn({ page, app });
  await openRelation(page, 'Hotel Marktzicht');
  const form = page.getByRole('form', { name: 'Nieuwe taak' });
  await form.getByRole('textbox').fill('elke maand maler nakijken');
  await page.keyboard.press('Enter');
  await expect(row(page, 'maler nakijken').first()).toBeVisible();
  await page.goto('/tasks');
  const there = row(page, 'maler nakijken').filter({ hasText: 'elke maand' });
  await expect(there.getByRole('link', { name: 'Hotel Marktzicht' })).toBeVisible();
  await there.getByRole('checkbox').click();
  await expect(page.getByText(/Gedaan: maler nakijken\. Weer op/)).toBeVisible();
  await expect(there).toHaveCount(1);
});

journey(
  'in English, on a phone, in the dark: understood, fitting, accessible',
  async ({ page, app }) => {
    await signIn({ page, app });
    const status = await page.evaluate(async () => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/me', { method: 'PATCH', headers, body: JSON.stringify({ locale: 'en' }) })).status;
    });
    assert.equal(status, 200);
    await page.goto('/tasks');
    await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor();
    await page.getByRole('textbox', { name: 'New task' }).fill('tomorrow at 9am call Yara every 2 weeks');
    const form = page.getByRole('form', { name: 'New task' });
    await expect(form.getByText('every 2 weeks', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Add' }).click();
    const mine = row(page, 'call Yara');
    await expect(mine).toContainText('tomorrow 09:00');
    await assertFitsWidth(page);
    await assertAccessible(page);
    await mine.getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Show what is done' }).click();
    await expect(page.getByRole('heading', { name: /^Done/ })).toBeVisible();
    await assertAccessible(page);
  },
  { ...phone, colorScheme: 'dark' },
);

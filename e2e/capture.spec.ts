/** A call in one line, by keyboard alone, in both languages. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFitsWidth, journey, phone, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { openRelation, signIn } from './steps.ts';

startInDemo();

/** A quick typist; the promise is ten seconds from the first key to "saved". */
const keyMs = 45;
const promisedMs = 10_000;

async function typeCapture(page: Page, line: string, done: string): Promise<number> {
  const startedMs = performance.now();
  await page.keyboard.press('c');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(line, { delay: keyMs });
  await page.keyboard.press('Enter');
  await page.getByText(done).waitFor();
  return performance.now() - startedMs;
}

journey(
  'a call with a benefit and a promise is captured in under ten seconds, by keyboard alone',
  async ({ page, app }) => {
    await signIn({ page, app });
    // From Today, with nobody chosen: the name is in the line.
    const took = await typeCapture(
      page,
      'gisteren café ans gebeld over de maler +tip, wij sturen vrijdag de offerte',
      'Vastgelegd bij Café Ans.',
    );
    assert.ok(took < promisedMs, `it took ${(took / 1000).toFixed(1)} s`);
    await openRelation(page, 'Café Ans');
    const main = page.locator('main');
    const moment = page.getByRole('listitem').filter({ hasText: 'Over de maler' });
    await expect(moment).toContainText('telefoontje');
    await expect(moment).toContainText('raad van hen');
    await expect(main).toContainText('Wij sturen vrijdag de offerte');
    await expect(main).not.toContainText('Wordt stil.');
  },
);

journey(
  'what was understood stands below the line, is put right there, and goes back with one undo',
  async ({ page, app }) => {
    await signIn({ page, app });
    await openRelation(page, 'Lunchroom Klaver');
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: 'Contactmoment vastleggen' });
    await dialog.waitFor();
    await page.keyboard.type('langs geweest vanmorgen, hielp haar met de rekening. Onthoud: dinsdag dicht');
    await expect(dialog.getByLabel('Met wie')).toHaveValue('Lunchroom Klaver');
    await expect(dialog.getByLabel('Hoe')).toHaveValue('visit');
    await expect(dialog).toContainText('zij kregen: hulp');
    await expect(dialog.getByLabel('Wat blijft ons hiervan bij?')).toHaveValue('Dinsdag dicht');
    await assertAccessible(page);
    await dialog.getByLabel('Hoe').selectOption('meeting');
    await dialog.getByRole('button', { name: 'Leg vast' }).click();
    const moment = page.getByRole('listitem').filter({ hasText: 'Hielp haar met de rekening' });
    await expect(moment).toContainText('afspraak');
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await expect(moment).toHaveCount(0);
  },
);

journey('without a name it asks with whom, and nothing typed is lost by it', async ({ page, app }) => {
  await signIn({ page, app });
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.type('even gebeld over de bonen');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Kies met wie dit was.');
  await dialog.getByLabel('Met wie').fill('Bar Nul');
  await page.getByRole('option', { name: 'Bar Nul' }).first().click();
  await dialog.getByLabel('Wat gebeurde er?').press('Enter');
  await expect(page.getByText('Vastgelegd bij Bar Nul.')).toBeVisible();
});

journey('typing a c in a field is a c', async ({ page, app }) => {
  await signIn({ page, app });
  await page.goto('/relations');
  await page.getByLabel('Zoek in relaties').pressSequentially('caf');
  await expect(page.getByLabel('Zoek in relaties')).toHaveValue('caf');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

journey(
  'on a phone it fits, and a press opens it',
  async ({ page, app }) => {
    await signIn({ page, app });
    await page.goto('/relations?q=Tess');
    await page.getByRole('link', { name: /^Tess/ }).first().click();
    await page.getByRole('button', { name: 'Leg een contactmoment vast' }).click();
    await page.getByRole('dialog').waitFor();
    await page.getByLabel('Wat gebeurde er?').fill('gebeld, wij mailen morgen de prijzen');
    await assertFitsWidth(page);
    await assertAccessible(page);
  },
  phone,
);

journey('in English the same line is understood in English', async ({ page, app }) => {
  await signIn({ page, app });
  const language = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/me', { method: 'PATCH', headers, body: JSON.stringify({ locale: 'en' }) })).status;
  });
  assert.equal(language, 200);
  await page.goto('/');
  await page.locator('html[lang=en]').waitFor();
  const took = await typeCapture(
    page,
    "met Bar Nul yesterday at 2pm, she gave us a tip. We'll call on Thursday",
    'Recorded with Bar Nul.',
  );
  assert.ok(took < promisedMs, `it took ${(took / 1000).toFixed(1)} s`);
  await page.goto('/relations?q=Bar%20Nul');
  await page.getByRole('link', { name: 'Bar Nul', exact: true }).click();
  const moment = page.getByRole('listitem').filter({ hasText: 'She gave us a tip' });
  await expect(moment).toContainText('meeting');
  await expect(moment).toContainText('advice from them');
  await expect(page.locator('main')).toContainText("We'll call on Thursday");
  await assertAccessible(page);
});

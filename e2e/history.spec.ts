/** What one did goes back with one key; what anybody did stands in the history; what was taken away waits in the bin. */

import type { Page } from 'playwright-core';
import { assertAccessible, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { signIn } from './steps.ts';

startInDemo();

const said = {
  nl: {
    edit: 'Wijzig: Notitie',
    field: 'Notitie',
    saved: 'Notitie: bewaard.',
    undone: 'Teruggezet: notitie van Bar Nul.',
    redo: 'Opnieuw',
    redone: 'Weer zoals je het had: notitie van Bar Nul.',
    history: 'Geschiedenis',
    line: 'wijzigde notitie van Bar Nul',
    putBack: /^Terugzetten/,
    remove: 'In de prullenbak',
    bin: 'Prullenbak',
    bringBack: /^Terughalen: .*Bar Nul/,
    back: 'Weer terug: Bar Nul.',
    empty: 'De prullenbak is leeg.',
  },
  en: {
    edit: 'Change: Note',
    field: 'Note',
    saved: 'Note: saved.',
    undone: 'Put back: note of Bar Nul.',
    redo: 'Redo',
    redone: 'As you had made it again: note of Bar Nul.',
    history: 'History',
    line: 'changed note of Bar Nul',
    putBack: /^Put back/,
    remove: 'Put in the bin',
    bin: 'Bin',
    bringBack: /^Bring back: .*Bar Nul/,
    back: 'Back again: Bar Nul.',
    empty: 'The bin is empty.',
  },
} as const;

async function openAbout(page: Page): Promise<void> {
  await page.goto('/relations?q=Bar%20Nul');
  await page.getByRole('link', { name: 'Bar Nul', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Bar Nul' }).waitFor();
  await page.goto(`${new URL(page.url()).pathname}?tab=about`);
}

for (const locale of ['nl', 'en'] as const) {
  const words = said[locale];
  journey(`one key takes back what was changed, and does it again (${locale})`, async ({ page, app }) => {
    await signIn({ page, app }, locale);
    await openAbout(page);
    const fact = page.getByRole('button', { name: words.edit });
    const before = await fact.innerText();
    await fact.click();
    const field = page.getByRole('textbox', { name: words.field, exact: true });
    await field.fill('Wil liever geen folders');
    await page.keyboard.press('Control+z');
    // In a text field the key is the field's own.
    await expect(field).toBeVisible();
    await field.fill('Wil liever geen folders');
    await page.keyboard.press('Control+Enter');
    await expect(fact).toContainText('Wil liever geen folders');
    await page.keyboard.press('Control+z');
    await expect(page.getByText(words.undone)).toBeVisible();
    await expect(fact).toHaveText(before);
    await page.getByRole('button', { name: words.redo }).last().click();
    await expect(page.getByText(words.redone)).toBeVisible();
    await expect(fact).toContainText('Wil liever geen folders');
  });

  journey(`the history says who, when and what, and every line goes back (${locale})`, async ({ page, app }) => {
    await signIn({ page, app }, locale);
    await openAbout(page);
    await page.getByRole('tab', { name: words.history }).click();
    const line = page.getByRole('listitem').filter({ hasText: words.line }).first();
    await expect(line).toContainText('Joris');
    await expect(line.locator('ins')).toHaveText('Wil liever geen folders');
    await assertAccessible(page);
    await line.getByRole('button', { name: words.putBack }).click();
    await expect(page.getByText(words.undone)).toBeVisible();
  });

  journey(`what was taken away comes back out of the bin (${locale})`, async ({ page, app }) => {
    await signIn({ page, app }, locale);
    await openAbout(page);
    await page.getByRole('button', { name: words.remove }).click();
    await page.waitForURL('**/relations*');
    await page.goto('/bin');
    await expect(page.getByRole('heading', { level: 1, name: words.bin })).toBeVisible();
    await assertAccessible(page);
    await page.getByRole('button', { name: words.bringBack }).first().click();
    await expect(page.getByText(words.back)).toBeVisible();
    await expect(page.getByText(words.empty)).toBeVisible();
  });
}

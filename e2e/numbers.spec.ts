/** Hoe weten we dit? Every number on every screen of the demo firm opens to what it is made of. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { assertAccount, walkNumbers } from './open-numbers.ts';
import { signIn } from './steps.ts';

startInDemo();

async function idOf(page: Page, name: string): Promise<string> {
  const answer = await page.request.get(`/api/parties?q=${encodeURIComponent(name)}`);
  const { items } = (await answer.json()) as { items: { id: string; name: string }[] };
  return items.find((one) => one.name === name)?.id ?? assert.fail(`nobody is called ${name}`);
}

/** What comes after the first screen is there too. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

for (const locale of ['nl', 'en'] as const) {
  journey(`Today and the list: each number opens (${locale})`, async ({ page, app }) => {
    await signIn({ page, app }, locale);
    await page.locator('main ol > li').first().waitFor();
    await settle(page);
    const today = await walkNumbers(page);
    assert.ok(today.opened >= 3, `${today.opened} opened on Today`);
    await page.goto('/relations');
    await page.locator('main tbody tr').nth(5).waitFor();
    await settle(page);
    const list = await walkNumbers(page);
    assert.ok(list.opened >= 4, `${list.opened} opened in the list`);
    assert.deepEqual([...today.bare, ...list.bare], []);
    // By the keyboard as well: w on a row.
    await page.locator('main tbody a[data-party]').first().focus();
    await page.keyboard.press('w');
    await assertAccount(page.getByRole('dialog').locator('[data-account]'), 'closeness of a row');
    await assertAccessible(page);
  });

  journey(`a relation, all its tabs and its four petals: each number opens (${locale})`, async ({ page, app }) => {
    await signIn({ page, app }, locale);
    const id = await idOf(page, 'Lunchroom Klaver');
    const bare: string[] = [];
    let opened = 0;
    const seen = new Map<string, number>();
    for (const tab of ['timeline', 'ledger', 'year', 'whatif', 'foundation', 'network']) {
      await page.goto(`/relations/${id}?tab=${tab}`);
      await page.getByRole('tabpanel').waitFor();
      await page.getByRole('heading', { name: /^(Bestellen ze nog|Do they still order)\?$/ }).waitFor();
      await settle(page);
      const walked = await walkNumbers(page, seen);
      opened += walked.opened;
      bare.push(...walked.bare);
    }
    assert.ok(opened >= 12, `${opened} opened`);
    assert.deepEqual(bare, [], 'numbers that do not open');
    for (const block of ['trust', 'reciprocity', 'intensity', 'time']) {
      await page.goto(`/relations/${id}?block=${block}`);
      const panel = page.locator(`section[data-block=${block}]`);
      await assertAccount(panel, block);
    }
    await expect(page.locator('main')).not.toContainText(/undefined|NaN/);
  });
}

journey('what looks over all relations at once: each number opens', async ({ page, app }) => {
  await signIn({ page, app }, 'nl');
  await page.goto('/insight');
  await page.locator('main ul a').first().waitFor();
  const places = await page
    .locator('main ul a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  assert.ok(places.length >= 5);
  const bare: string[] = [];
  // The page that teaches to read the flower shows made-up flowers.
  for (const place of places.filter((one) => one !== '/glyph')) {
    await page.goto(place);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settle(page);
    bare.push(...(await walkNumbers(page)).bare);
  }
  assert.deepEqual(bare, [], 'numbers that do not open');
});

journey('the brief, what is known and what changed, and mail: each number opens', async ({ page, app }) => {
  await signIn({ page, app }, 'nl');
  const relation = `/relations/${await idOf(page, 'Hotel Marktzicht')}`;
  const bare: string[] = [];
  const tabs = ['mail', 'about', 'changes'].map((tab) => `${relation}?tab=${tab}`);
  // Elsewhere stand counts, days, what people wrote, and the parameters themselves.
  const places = ['/mail', '/triage', '/settings/keeping'];
  const seen = new Map<string, number>();
  for (const place of [`${relation}/brief`, ...tabs, ...places]) {
    await page.goto(place);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await settle(page);
    bare.push(...(await walkNumbers(page, seen)).bare);
  }
  assert.deepEqual(bare, [], 'numbers that do not open');
});

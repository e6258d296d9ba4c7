/** Help written down: their side moves, it waits for thanks, and thanked by one key our side has moved too. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFitsWidth, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { signIn } from './steps.ts';

startInDemo();

const said = {
  nl: {
    name: 'Henk Terpstra',
    line: 'gebeld, hielp ons met de oven',
    captured: 'Vastgelegd bij Henk Terpstra.',
    balance: /Van ons [\d,]+, van hen [\d,]+\./,
    theirs: 'Wat zij gaven',
    left: /over$/,
    weighs: 'waar een gewone dienst 1 is',
    title: 'Over en weer',
    waits: 'Henk Terpstra hielp ons',
    yes: 'Ja',
    noted: 'Genoteerd: die kreeg er iets voor.',
    undo: 'Ongedaan maken',
    thanked: 'Je hebt Henk Terpstra bedankt.',
  },
  en: {
    name: 'Yara Hofman',
    line: 'called, helped us with the sign',
    captured: 'Recorded with Yara Hofman.',
    balance: /From us [\d.]+, from them [\d.]+\./,
    theirs: 'What they gave',
    left: /left$/,
    weighs: 'where one ordinary favour is 1',
    title: 'Give and take',
    waits: 'Yara Hofman helped us',
    yes: 'Yes',
    noted: 'Noted: they got something for it.',
    undo: 'Undo',
    thanked: 'You thanked Yara Hofman.',
  },
} as const;

type Said = (typeof said)['nl' | 'en'];

async function openLedger(page: Page, words: Said): Promise<void> {
  const found = await (await page.request.get(`/api/parties?q=${encodeURIComponent(words.name)}`)).json();
  await page.goto(`/relations/${found.items[0].id}?tab=ledger`);
}

/** What stands under the beam: how much is left of ours, and of theirs. */
async function readSides(page: Page, words: Said): Promise<{ ours: number; theirs: number }> {
  const text = await page.getByRole('button', { name: words.balance }).innerText();
  const [ours = 0, theirs = 0] = (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((part) => Number(part.replace(',', '.')));
  return { ours, theirs };
}

for (const locale of ['nl', 'en'] as const) {
  journey(`help written down moves both sides and the list of who waits for thanks (${locale})`, async (start) => {
    const { page } = start;
    const words = said[locale];
    await signIn(start, locale);
    await openLedger(page, words);
    const before = await readSides(page, words);
    await page.keyboard.press('c');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type(words.line);
    await page.keyboard.press('Enter');
    await page.getByText(words.captured).waitFor();
    await expect.poll(async () => (await readSides(page, words)).theirs > before.theirs + 0.8).toBe(true);
    // What is left of it opens to what it weighed and how it fades.
    await page.getByRole('region', { name: words.theirs }).getByRole('button', { name: words.left }).first().click();
    await expect(page.getByRole('dialog')).toContainText(words.weighs);
    await page.keyboard.press('Escape');

    await page.goto('/give-and-take');
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    const row = page.getByRole('listitem', { name: words.waits });
    await row.waitFor();
    await assertAccessible(page);
    await assertFitsWidth(page);
    await row.getByRole('button', { name: words.yes, exact: true }).click();
    await page.getByText(words.noted).waitFor();
    await expect(row).toHaveCount(0);
    await page.getByRole('button', { name: words.undo }).click();
    await row.waitFor();
    // By keys: down to it, and what stands there is done.
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    for (let step = 0; step < 12 && (await focused()) !== words.waits; step += 1) await page.keyboard.press('j');
    assert.equal(await focused(), words.waits);
    await page.keyboard.press('Enter');
    await page.getByText(words.thanked).waitFor();
    await expect(row).toHaveCount(0);

    await openLedger(page, words);
    const after = await readSides(page, words);
    assert.ok(after.ours > before.ours + 0.3 && after.theirs > before.theirs + 0.8, JSON.stringify({ before, after }));
  });
}

/**
 * Every number that the model drew opens to its events, weights, parameters and source. What counts as drawn by the model
 * is a rule, not a list of places, so that a new page cannot forget: a share (12 %), a value with decimals (0,42), a value
 * "of 100", a number that stands alone, and a rhythm ("om de 14 dagen"). Exempt are counts beside what they count, dates,
 * times, spans of time, money, and what people wrote themselves.
 */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { expect } from './expect.ts';

/** Numbers of one kind are one component: so many of each are opened. */
const mostOfAKind = 2;

/** What people wrote or set themselves, and what is operated rather than read. */
const notMeasured = [
  'input, textarea, select, [role=slider], [contenteditable=true]',
  'blockquote, q, time, address, [data-own-words]',
  'a[href^="mailto:"], a[href^="tel:"]',
  'nav, [role=navigation], [role=tablist]',
  // A reckoning with numbers that somebody is about to change themselves, as the sliders of what-if.
  '[data-supposed]',
];

export interface Walked {
  readonly opened: number;
  /** What looks measured and does not open, with the page it stands on. */
  readonly bare: readonly string[];
}

/** Opens what opens on the page, and tells what does not. What stays the same from page to page is opened once: hand over what was seen. */
export async function walkNumbers(page: Page, seen = new Map<string, number>()): Promise<Walked> {
  const found = await page.locator('main').evaluate(findBareNumbers, notMeasured.join(','));
  const { pathname, search } = new URL(page.url());
  const bare = found.map((one) => `${pathname}${search}: ${one}`);
  const numbers = page.locator('main [data-number]:visible');
  const kinds = await numbers.evaluateAll((all) => all.map((one) => one.getAttribute('data-number') ?? ''));
  let opened = 0;
  for (const [at, kind] of kinds.entries()) {
    const before = seen.get(kind) ?? 0;
    seen.set(kind, before + 1);
    if (before >= mostOfAKind) continue;
    await assertOpens(page, numbers.nth(at));
    opened += 1;
  }
  return { opened, bare };
}

/** One number: what it is made of, how heavy each counts, what it was reckoned with, where that comes from. */
export async function assertOpens(page: Page, number: Locator): Promise<void> {
  const text = (await number.innerText()).trim();
  await number.click();
  const account = page.getByRole('dialog').locator('[data-account]');
  await assertAccount(account, text);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

export async function assertAccount(account: Locator, name: string): Promise<void> {
  await expect(account.locator('[data-part=sources] li').first(), `${name}: its sources`).toBeVisible();
  const [events, parameters] = ['events', 'parameters'].map((part) => account.locator(`[data-part=${part}]`));
  await expect(events as Locator, `${name}: its events`).toContainText(/\S{3}/);
  await expect(parameters as Locator, `${name}: its parameters`).toContainText(/\d/);
  // Events carry their weights; that there are none yet is a sentence.
  const rows = await (events as Locator).locator('tbody tr').count();
  const weights = await (events as Locator).locator('tbody [data-part=weight]').count();
  assert.equal(weights, rows, `${name}: every event says how much it counts`);
  if (rows === 0) assert.match(await (events as Locator).innerText(), /\.\s*$/, `${name}: no events, and said so`);
}

function findBareNumbers(main: Element, exempt: string): string[] {
  const share = /\d\s?%/;
  const decimals = /(?<![\d.,:])\d+[.,]\d{1,2}(?![\d.,]*\d)/;
  const ofHundred = /\d+ (van|of) 100\b/;
  const alone = /^[−+-]?\d{1,3}$/;
  const rhythm = /\b(om de|every) \d+/;
  const found: string[] = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const parent = node.parentElement;
    if (!/\d/.test(text) || !parent || parent.closest('[data-number], [data-account]')) continue;
    if (parent.closest(exempt) || !parent.checkVisibility()) continue;
    // Said in one breath (a row, a paragraph) or drawn together (a picture, a table): one of them opens for all.
    const together = ['tr, p, dd, figure', '[data-numbers]'].map((one) => parent.closest(one));
    if (together.some((one) => one?.querySelector('[data-number]'))) continue;
    const isMoney = /[€$£]|\b(EUR|USD|GBP)\b/.test(text);
    const isMeasured =
      share.test(text) ||
      ofHundred.test(text) ||
      rhythm.test(text) ||
      alone.test(text) ||
      (decimals.test(text) && !isMoney);
    if (isMeasured) found.push(`“${text.slice(0, 80)}” in ${parent.tagName.toLowerCase()}.${parent.className}`);
  }
  return found;
}

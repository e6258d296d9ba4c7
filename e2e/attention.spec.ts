/** Attention both ways, and how much unasked contact is welcome, each number opening to its moments. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFitsWidth, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { walkNumbers } from './open-numbers.ts';
import { signIn } from './steps.ts';

startInDemo();

const spoken = {
  nl: {
    title: 'Aandacht, gegeven en gekregen',
    began: 'Begon erover',
    answered: 'Gaf de ander antwoord',
    together: /^\d+ keer waren ze er allebei bij/,
    unasked: 'Waar ze niet om vroegen',
    now: /^nu ongeveer [\d,]+ in drie maanden \(tot 3,5, zoals ingesteld\)$/,
    tooFew: /Nog te weinig om hun eigen aantal te leren: 6 keer ongevraagd, 0 keer/,
    silent: /daarna bleef het stil/,
    spread: 'Hoe ver een relatie van die aantallen mag liggen bij het leren',
  },
  en: {
    title: 'Attention, given and received',
    began: 'Began it',
    answered: 'Answered the other',
    together: /^\d+ times both were there/,
    unasked: 'What they did not ask for',
    now: /^now about [\d.]+ in three months \(up to 3.5 as set\)$/,
    tooFew: /Not enough yet to learn their own number: 6 times unasked, 0 times/,
    silent: /no word after it/,
    spread: 'How far a relationship may lie from those numbers when learning',
  },
};

async function openLedger(page: Page, name: string, heading: string) {
  const answer = await page.request.get(`/api/parties?q=${encodeURIComponent(name)}`);
  const { items } = (await answer.json()) as { items: { id: string; name: string }[] };
  const id = items.find((one) => one.name === name)?.id ?? assert.fail(`nobody is called ${name}`);
  await page.goto(`/relations/${id}?tab=ledger`);
  const section = page.getByRole('region', { name: heading });
  await section.waitFor();
  return section;
}

for (const locale of ['nl', 'en'] as const) {
  const words = spoken[locale];
  journey(`who turned to whom, and what Salon Wit did not ask for (${locale})`, async (walk) => {
    const { page } = walk;
    await signIn(walk, locale);
    const klaver = await openLedger(page, 'Lunchroom Klaver', words.title);
    const row = (name: string) => klaver.getByRole('row', { name: new RegExp(`^${name}`) });
    const [, theyBegan] = await row(words.began).getByRole('cell').allInnerTexts();
    const [weAnswered] = await row(words.answered).getByRole('cell').allInnerTexts();
    assert.ok(Number(theyBegan) >= 5 && theyBegan === weAnswered, `${theyBegan} begun, ${weAnswered} answered`);
    await row(words.answered).getByRole('button').click();
    const account = page.getByRole('dialog').locator('[data-account]');
    await expect(account.locator('[data-part="events"] tbody tr')).toHaveCount(Number(weAnswered));
    await page.keyboard.press('Escape');
    await expect(klaver.getByText(words.together)).toBeVisible();

    const wit = await openLedger(page, 'Salon Wit', words.title);
    const unasked = wit.getByRole('region', { name: words.unasked });
    await expect(unasked.getByRole('button', { name: words.now })).toBeVisible();
    await unasked.getByRole('button', { name: words.tooFew }).click();
    await expect(account.locator('[data-part="events"] tbody tr')).toHaveCount(7);
    await expect(account.getByText(words.silent)).toHaveCount(6);
    await expect(account.getByText(words.spread)).toBeVisible();
    await page.keyboard.press('Escape');
    assert.deepEqual((await walkNumbers(page)).bare, []);
    await assertAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await assertFitsWidth(page);
  });
}

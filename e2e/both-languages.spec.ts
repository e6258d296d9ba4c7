/** The record, its links and its lists in the words of either language; on a phone where people have only that. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { words as en } from '#messages/en/words.ts';
import { words as nl } from '#messages/nl/words.ts';
import { assertAccessible, assertFitsWidth, journey, phone, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { signIn } from './steps.ts';

startInDemo();

const said = {
  nl: { words: nl, amount: '1.250,50', shown: /US\$\s1\.250,50/, employer: 'Hotel Marktzicht', wish: 'gladly' },
  en: { words: en, amount: '1,250.50', shown: /US\$1,250\.50/, employer: 'Bar Nul', wish: 'when-needed' },
} as const;

const rows = (page: Page) => page.locator('tbody tr');

async function openParty(page: Page, name: string, tab?: string): Promise<void> {
  await page.goto('/relations');
  await page.getByLabel(/^(Zoek in relaties|Search relations)$/).fill(name);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  if (tab) await page.getByRole('tab', { name: tab }).click();
}

/** As a finger that stays. */
async function hold(page: Page, row: Locator): Promise<void> {
  const box = await row.boundingBox();
  assert.ok(box);
  const finger = await page.context().newCDPSession(page);
  const touchPoints = [{ x: Math.round(box.x + 120), y: Math.round(box.y + box.height / 2) }];
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await pause(700);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await finger.detach();
}

for (const locale of ['nl', 'en'] as const) {
  const { words, amount, shown, employer, wish } = said[locale];
  const { records, lists, relation, relations, timeline, shell } = words;
  const field = `Budget ${locale}`;

  journey(
    `a wish, an amount in another currency, an employment that began anew, and the names in the history (${locale})`,
    async ({ page, app }) => {
      await signIn({ page, app }, locale);
      await page.goto('/settings/fields');
      await page.getByRole('button', { name: records.fields.add }).click();
      await page.getByLabel(records.fields.name).fill(field);
      await page.getByRole('combobox', { name: records.fields.type }).click();
      await page.getByRole('option', { name: records.fields.types.money }).click();
      await page.getByRole('button', { name: records.yes, exact: true }).click();
      await openParty(page, 'Tess Hoekstra', relation.tabs.about);
      await page.getByRole('combobox', { name: relation.about.wish }).click();
      await page.getByRole('option', { name: relations.wishes[wish] }).click();
      await expect(page.getByRole('combobox', { name: relation.about.wish })).toHaveValue(relations.wishes[wish]);
      await page.getByRole('button', { name: field, exact: true }).click();
      await page.getByRole('textbox', { name: field }).fill(amount);
      await page.getByRole('combobox', { name: `${field}: ${records.fields.currency}` }).selectOption('USD');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: records.edit(field) })).toHaveText(shown);
      const known = page.getByRole('region', { name: relation.about.links });
      const link = async (from: string) => {
        await page.getByRole('combobox', { name: relation.about.linkType }).click();
        await page.getByRole('option', { name: records.links.verbs['works-at']?.[0] ?? '', exact: true }).click();
        await page.getByRole('combobox', { name: relation.about.linkWith }).fill(employer);
        await page.getByRole('option', { name: employer, exact: true }).click();
        await known.getByLabel(records.links.from, { exact: true }).fill(from);
        await known.getByRole('button', { name: shell.add, exact: true }).click();
      };
      await page.getByRole('button', { name: records.links.add }).click();
      await link('2015-01-01');
      await page.getByRole('button', { name: records.links.edit(employer) }).click();
      await page.getByLabel(records.links.till, { exact: true }).fill('2019-06-01');
      await page.getByRole('button', { name: records.yes, exact: true }).click();
      await page.getByRole('button', { name: records.links.add }).click();
      await link('2018-01-01');
      await expect(page.getByText(words.errors.problems['link-overlaps'] ?? '')).toBeVisible();
      await known.getByLabel(records.links.from, { exact: true }).fill('2023-03-01');
      await known.getByRole('button', { name: shell.add, exact: true }).click();
      await expect(known.getByRole('link', { name: employer })).toHaveCount(2);
      await assertAccessible(page);
      await page.getByRole('tab', { name: relation.tabs.changes }).click();
      await expect(page.getByText(`${words.changes.nouns.relation} “${employer}”`).first()).toBeVisible();
      await expect(page.getByText(shown).first()).toBeVisible();
      assert.doesNotMatch(await page.locator('main').innerText(), /[\da-f]{8}-[\da-f]{4}-/);
    },
    { expectedNoise: [/422 \(Unprocessable/] },
  );

  journey(`a call is pinned, a list is kept as a view, and search forgives (${locale})`, async ({ page, app }) => {
    await signIn({ page, app }, locale);
    await openParty(page, 'Café Ans');
    const onTop = page.getByRole('region', { name: timeline.pinned });
    await expect(onTop).toHaveCount(0);
    await page
      .getByRole('button', { name: new RegExp(`^${shell.more}: `) })
      .first()
      .click();
    await page.getByRole('menuitem', { name: timeline.pin.set }).click();
    await expect(onTop.getByRole('listitem')).toHaveCount(1);
    await page.getByRole('button', { name: shell.undo }).click();
    await expect(onTop).toHaveCount(0);
    await page.goto('/relations');
    await rows(page).nth(3).waitFor();
    await page.getByRole('button', { name: lists.addFilter }).click();
    await page.getByLabel(lists.days).fill('40');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: lists.views.keep }).click();
    await page.getByLabel(lists.views.name).fill(`Lang ${locale}`);
    await page.keyboard.press('Enter');
    const view = page.getByRole('button', { name: new RegExp(`Lang ${locale}`) }).first();
    await expect(view).toHaveAttribute('aria-current', 'page');
    await page.goto('/relations');
    await page.getByLabel(relations.searchLabel).fill('Hotel Marktzigt');
    await expect(page.getByRole('link', { name: 'Hotel Marktzicht', exact: true })).toBeVisible();
  });

  journey(
    `with a finger: two are chosen, get an own field at once, and one undo takes it back (${locale})`,
    async ({ page, app }) => {
      await signIn({ page, app }, locale);
      await page.goto('/relations');
      await rows(page).nth(4).waitFor();
      await hold(page, rows(page).nth(0));
      await expect(rows(page).nth(0)).toHaveAttribute('aria-selected', 'true');
      await rows(page).nth(2).tap();
      await page.getByRole('region', { name: lists.selected('2', false) }).waitFor();
      await assertFitsWidth(page);
      await assertAccessible(page);
      await page.getByRole('button', { name: lists.acts.ownField }).tap();
      await page.getByRole('combobox', { name: lists.acts.whichField }).click();
      await page.getByRole('option', { name: field }).click();
      await page.getByRole('textbox', { name: lists.acts.fieldValue }).fill(amount);
      await assertFitsWidth(page);
      await page.getByRole('button', { name: lists.acts.setField }).tap();
      await page.getByText(lists.bulkDone('2', false)).waitFor();
      const filled = async () => {
        const answer = await page.request.get(`/api/parties?columns=fields.budget-${locale}&limit=200`);
        const { items } = (await answer.json()) as { items: { cells: Record<string, unknown> }[] };
        return items.filter(({ cells }) => cells[`fields.budget-${locale}`] !== null).length;
      };
      const before = await filled();
      await page.getByRole('button', { name: shell.undo }).tap();
      await page
        .getByText(words.changes.saidMany({ count: 2, kept: 0, what: words.changes.nouns.party ?? '' }))
        .waitFor();
      assert.equal(before - (await filled()), 2);
    },
    phone,
  );
}

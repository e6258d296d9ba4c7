/** Stel dat: prices up 8 % and whom it would hurt; a colleague away for long, and a plan made of it in one go. */
import assert from 'node:assert/strict';
import { assertAccessible, assertFitsWidth, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { signIn } from './steps.ts';

startInDemo();

const said = {
  nl: {
    ask: 'Kijk wie het raakt',
    price: 'Prijzen 8 % omhoog, een maand vooraf verteld',
    hurts: /Dit zou \d+ van de \d+ relaties raken\./,
    ends: /^Kans dat ze afhaken: /,
    made: 'Waar het uit bestaat',
    past: 'Eerder gevraagd',
    since: 'En wat er gebeurde',
    karin: /Wat gebeurt er als Karin langere tijd weg is\?/,
    away: /is langere tijd weg$/,
    colleague: 'Welke collega',
    plan: 'Maak een plan: taken voor de eerste 5',
    planned: '5 taken gemaakt.',
    undo: 'Ongedaan maken',
    personal: 'via de gunning',
    title: /^(Een tweede collega meenemen naar|.* overdragen)/,
  },
  en: {
    ask: 'See whom it hurts',
    price: 'Prices up 8 %, told a month ahead',
    hurts: /It would hurt \d+ of the \d+ relations\./,
    ends: /^Chance that they leave: /,
    made: 'What it is made of',
    past: 'Asked before',
    since: 'And what happened',
    karin: /What happens if Karin is away for a long time\?/,
    away: /is away for long$/,
    colleague: 'Which colleague',
    plan: 'Make a plan: tasks for the first 5',
    planned: '5 tasks made.',
    undo: 'Undo',
    personal: 'through the person',
    title: /^(Take a second colleague along to|Hand .* over)/,
  },
} as const;

for (const locale of ['nl', 'en'] as const) {
  const words = said[locale];

  journey(
    `prices up 8 %: the list, what its numbers are made of, and what happened last time (${locale})`,
    async (walk) => {
      const { page } = walk;
      await signIn(walk, locale);
      await page.goto('/what-if');
      await page.getByRole('button', { name: words.ask }).click();
      const answer = page.getByRole('region', { name: words.price });
      await expect(answer).toContainText(words.hurts);
      const rows = answer.getByRole('listitem');
      assert.ok((await rows.count()) > 0);
      await assertAccessible(page);
      await assertFitsWidth(page);
      await rows.first().getByRole('button', { name: words.ends }).click();
      await expect(page.getByRole('dialog')).toContainText(words.made);
      await page.keyboard.press('Escape');
      // The question of seven months ago lies there with what came of it.
      await page.getByRole('region', { name: words.past }).getByRole('link', { name: words.price }).last().click();
      await expect(page.locator('main')).toContainText(words.since);
    },
  );

  journey(
    `a colleague away for long: who hangs on her, and tasks of it that one undo takes back (${locale})`,
    async (walk) => {
      const { page } = walk;
      await signIn(walk, locale);
      await page.getByRole('link', { name: words.karin }).click();
      await expect(page.getByLabel(words.colleague).locator('option:checked')).toContainText('Karin');
      await page.getByRole('button', { name: words.ask }).click();
      const answer = page.getByRole('region', { name: words.away });
      await expect(answer).toContainText(words.hurts);
      await expect(answer.getByRole('listitem').first()).toContainText(words.personal);
      await answer.getByRole('button', { name: words.plan }).click();
      await expect(page.getByText(words.planned)).toBeVisible();
      const open = async () => {
        const answered = await page.request.get('/api/tasks?state=open&limit=200');
        const { items } = (await answered.json()) as { items: { title: string }[] };
        return items.filter(({ title }) => words.title.test(title)).length;
      };
      assert.equal(await open(), 5);
      await page.getByRole('button', { name: words.undo }).first().click();
      await expect(page.getByText(words.planned)).toBeHidden();
      await expect.poll(open).toBe(0);
    },
  );
}

/** What the firm looks after this quarter decides the order of Today; what is of no use is learned; and whether it comes true. */
import assert from 'node:assert/strict';
import type { CheckRun } from '#contract/check.ts';
import { assertAccessible, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { signIn } from './steps.ts';

startInDemo();

const spoken = {
  nl: {
    goal: /Waar letten we dit kwartaal op\?/,
    makeGood: 'goedmaken',
    chosen: 'Dit kwartaal letten we eerst op goedmaken.',
    undo: 'Ongedaan maken',
    why: 'Waarom dit hier staat',
    gain: /stijgt de hechtheid met ongeveer .+ van de 100/,
    later: 'Later: Henk Terpstra',
    notUseful: 'Niet nuttig voor mij',
    fewer: 'Zulke regels komen voor jou voortaan minder vaak.',
    check: 'Klopt het?',
    never: /Te weinig om zeker te zijn\./,
    ranks: (share: string) => `zette het de juiste vooraan in ${share} % van de gevallen`,
    number: (value: number) => new Intl.NumberFormat('nl-NL').format(value),
  },
  en: {
    goal: /What do we look after this quarter\?/,
    makeGood: 'making good',
    chosen: 'This quarter we look first to making good.',
    undo: 'Undo',
    why: 'Why this stands here',
    gain: /closeness rises by about .+ out of 100/,
    later: 'Later: Henk Terpstra',
    notUseful: 'Not useful to me',
    fewer: 'Fewer lines like this one from now on, for you.',
    check: 'Does it come true?',
    never: /Too few to be sure\./,
    ranks: (share: string) => `it put the right one first in ${share}% of cases`,
    number: (value: number) => new Intl.NumberFormat('en-GB').format(value),
  },
};

for (const locale of ['nl', 'en'] as const) {
  const words = spoken[locale];
  journey(
    `the quarter's goal orders Today, no use is learned, and the check says what came true (${locale})`,
    async ({ page, app }) => {
      await signIn({ page, app }, locale);
      const lines = page.locator('main ol > li');
      await expect(lines.nth(0)).toContainText('Café Ans');
      await page.getByRole('button', { name: words.goal }).click();
      await page.getByRole('menuitem', { name: words.makeGood }).click();
      await expect(page.getByText(words.chosen)).toBeVisible();
      await expect(lines.nth(0)).toContainText('Henk Terpstra');
      await lines.nth(0).getByRole('button', { name: words.why }).click();
      await expect(page.getByRole('dialog')).toContainText(words.gain);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: words.later }).click();
      await page.getByRole('menuitem', { name: words.notUseful }).click();
      await expect(page.getByText(words.fewer)).toBeVisible();
      await expect(lines).toHaveCount(3);
      await page.getByRole('button', { name: words.undo }).last().click();
      await expect(lines).toHaveCount(4);
      await page.request.patch(`${app.url}/api/firm`, { data: { quarterGoal: 'keep' } });
      // What the page says is what the API says, to the number.
      const { latest } = (await (await page.request.get(`${app.url}/api/check`)).json()) as { latest: CheckRun | null };
      const { continuation } = latest?.outcome ?? assert.fail('the demo firm has been checked');
      await page.goto('/check');
      await page.getByRole('heading', { level: 1, name: words.check }).waitFor();
      const main = page.locator('main');
      await expect(main).toContainText(words.number(continuation.count));
      await expect(main).toContainText(words.ranks(`${Math.round((continuation.auc ?? 0) * 100)}`));
      await expect(main).toContainText(words.never);
      await assertAccessible(page);
    },
  );
}

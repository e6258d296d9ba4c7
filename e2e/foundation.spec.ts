/** Why they are with us: a reason is written down and the shares follow; a proposed plan becomes steps that get done. */
import assert from 'node:assert/strict';
import { capture as enCapture } from '#messages/en/capture.ts';
import { foundations as enFoundations } from '#messages/en/foundations.ts';
import { lists as enLists } from '#messages/en/lists.ts';
import { plans as enPlans } from '#messages/en/plans.ts';
import { capture as nlCapture } from '#messages/nl/capture.ts';
import { foundations as nlFoundations } from '#messages/nl/foundations.ts';
import { lists as nlLists } from '#messages/nl/lists.ts';
import { plans as nlPlans } from '#messages/nl/plans.ts';
import { assertAccessible, assertFitsWidth, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { chooseFromMenu, signIn } from './steps.ts';

startInDemo();

const said = {
  nl: {
    ...{
      capture: nlCapture,
      lists: nlLists,
      foundations: nlFoundations,
      plans: nlPlans,
      text: 'Zei aan de telefoon: om de bonen.',
    },
    ...{ call: 'gebeld over de bonen', price: 'Jullie zijn het goedkoopst.', tasting: 'proeverij' },
  },
  en: {
    ...{
      capture: enCapture,
      lists: enLists,
      foundations: enFoundations,
      plans: enPlans,
      text: 'Said on the phone: because of the beans.',
    },
    ...{ call: 'called about the beans', price: 'You are the cheapest.', tasting: 'tasting' },
  },
} as const;

for (const locale of ['nl', 'en'] as const) {
  const { capture, foundations, lists, plans, text, call, price, tasting } = said[locale];

  journey(
    `a reason they gave moves the shares; a plan is accepted, and its first step done (${locale})`,
    async (start) => {
      const { page } = start;
      await signIn(start, locale);
      const { items } = await (await page.request.get('/api/plans/proposals?limit=1')).json();
      const [{ party, helpers }] = items;
      await page.goto(`/relations/${party.id}?tab=foundation`);
      const why = page.getByRole('region', { name: foundations.title });
      await expect(why).toContainText(foundations.ground.segment);
      await why.getByRole('button', { name: foundations.write }).click();
      await page.getByLabel(foundations.kinds.brand ?? '', { exact: true }).check();
      await page.getByLabel(foundations.words).fill(text);
      await page.getByRole('button', { name: foundations.save, exact: true }).click();
      await expect(why).toContainText(foundations.ground.said(1));
      await expect(why).toContainText(text);
      await why
        .getByRole('button', { name: foundations.share('', 1).trim() })
        .first()
        .click();
      await expect(page.getByRole('dialog')).toContainText(
        foundations.account['foundation-said'](foundations.kinds.brand ?? '', 1),
      );
      await page.keyboard.press('Escape');

      // Another is written down with the moment it was said in, beside a kind of benefit of the firm's own; one undo for both.
      const made = await page.request.post('/api/benefit-kinds', { data: { name: tasting, weight: 1 } });
      assert.equal(made.status(), 200);
      await page.keyboard.press('c');
      const moment = page.getByRole('dialog', { name: capture.title });
      await moment.getByLabel(capture.line).fill(call);
      await moment.getByLabel(capture.addGained).selectOption({ label: tasting });
      await moment.getByLabel(capture.addReason).selectOption('price');
      await moment.getByLabel(foundations.words).fill(price);
      await assertAccessible(page);
      await moment.getByRole('button', { name: capture.save }).click();
      await expect(why).toContainText(foundations.ground.said(2));
      await expect(why).toContainText(price);

      const firmer = page.getByRole('region', { name: plans.section });
      const invite = firmer.getByRole('button', {
        name: `${plans.invite(helpers[0].name.split(' ')[0])}: ${party.name}`,
      });
      await invite.click();
      const step = plans.steps.along(helpers[0].name, party.name);
      // Checked once the house has it.
      const checkbox = firmer.getByRole('checkbox', { name: plans.step(step) });
      await checkbox.click();
      await expect(checkbox).toBeChecked();
      await expect(page.getByText(plans.did.step).first()).toBeVisible();
      await assertAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await assertFitsWidth(page);

      await page.goto('/plans');
      const running = page.getByRole('region', { name: plans.running });
      await expect(running).toContainText(party.name);
      await assertAccessible(page);
      await assertFitsWidth(page);
      await expect(page.getByRole('region', { name: plans.ended })).toContainText('Lunchroom Klaver');
      const article = running.getByRole('article').first();
      const more = article.getByRole('button', { name: new RegExp(plans.more('').trim()) });
      await chooseFromMenu(page, more, plans.remove);
      await expect(running).not.toContainText(party.name);
      await page.keyboard.press('Control+z');
      await expect(running).toContainText(party.name);
    },
  );

  journey(`who is here for the price, from the list; family only when told and needed (${locale})`, async (start) => {
    const { page } = start;
    await signIn(start, locale);
    await page.goto('/relations?columns=name,foundation&sort=foundation');
    await page.getByRole('button', { name: lists.addFilter }).click();
    const filter = page.getByRole('dialog', { name: lists.addFilter });
    await filter.getByLabel(lists.field).selectOption('foundation');
    await filter.getByRole('checkbox', { name: lists.foundations.price ?? '' }).check();
    await assertAccessible(page);
    await filter.getByRole('button', { name: lists.apply }).click();
    const row = page.getByRole('row').filter({ hasText: 'Kantoorpunt' }).first();
    await expect(row).toContainText(lists.foundations.price ?? '');
    await expect(page.getByRole('row').filter({ hasText: 'Bar Nul' })).toHaveCount(0);

    await row.getByRole('link').first().click();
    await page.getByRole('tab', { name: foundations.title }).click();
    const why = page.getByRole('region', { name: foundations.title });
    await why.getByRole('button', { name: foundations.write }).click();
    const form = page.getByRole('form', { name: foundations.write });
    await form.getByRole('radio', { name: foundations.kinds.personal ?? '' }).check();
    // A familiar face is the first that is offered, and asks for nothing more; family asks who said so, and for what.
    await form.getByRole('combobox', { name: foundations.face }).click();
    await page.getByRole('option', { name: foundations.faces.familyKind }).click();
    await expect(form).toContainText(foundations.neededNote);
    const save = form.getByRole('button', { name: foundations.save, exact: true });
    await expect(save).toBeDisabled();
    await form.getByRole('combobox', { name: foundations.toldBy }).click();
    await page.getByRole('option', { name: foundations.tellers.them }).click();
    await expect(save).toBeDisabled();
    await form.getByRole('textbox', { name: foundations.neededFor }).fill('Wie we bellen als zij ziek is.');
    await assertAccessible(page);
    await save.click();
    await expect(why).toContainText(foundations.faces.family(foundations.someone));
    await expect(why).toContainText('Wie we bellen als zij ziek is.');
  });
}

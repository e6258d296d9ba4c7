/** An idea, from the mail it was in to "this came from her" on her page; a rule of the house; what both sides expect. */
import type { Page } from 'playwright-core';
import { expectations as enExpectations } from '#messages/en/expectations.ts';
import { houseRules as enRules } from '#messages/en/house-rules.ts';
import { ideas as enIdeas } from '#messages/en/ideas.ts';
import { promises as enPromises } from '#messages/en/promises.ts';
import { words as en } from '#messages/en/words.ts';
import { expectations as nlExpectations } from '#messages/nl/expectations.ts';
import { houseRules as nlRules } from '#messages/nl/house-rules.ts';
import { ideas as nlIdeas } from '#messages/nl/ideas.ts';
import { promises as nlPromises } from '#messages/nl/promises.ts';
import { words as nl } from '#messages/nl/words.ts';
import { assertAccessible, assertFitsWidth, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { owner } from './move-in.ts';
import { chooseFromMenu, signIn } from './steps.ts';

startInDemo();

const said = {
  nl: {
    words: nl,
    ...{ ideas: nlIdeas, rules: nlRules, expect: nlExpectations, promises: nlPromises },
    name: 'Nienke Postma',
    from: 'Nienke Postma <nienke@postmabakt.example>',
    text: 'Ik heb een idee voor jullie: bonen in zakjes van honderd gram, om te proeven.',
    thing: 'Proefzakje',
  },
  en: {
    words: en,
    ...{ ideas: enIdeas, rules: enRules, expect: enExpectations, promises: enPromises },
    name: 'Gordon Wells',
    from: 'Gordon Wells <gordon@wellsroast.example>',
    text: 'I have an idea for you: beans in bags of a hundred grams, to taste.',
    thing: 'Tasting bag',
  },
} as const;

/** One mail of yesterday, as a mailbox hands it over. */
async function bringMail(page: Page, locale: 'nl' | 'en'): Promise<void> {
  const { from, text } = said[locale];
  const date = new Date(Date.now() - 86_400_000).toUTCString();
  const separator = date.replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 $4');
  const headers = `From: ${from}\nTo: ${owner.name} <${owner.email}>\nSubject: Idee\nDate: ${date}`;
  const letter = `From x@x.example ${separator}\n${headers}\nMessage-ID: <idea-${locale}@x.example>\nContent-Type: text/plain\n\n${text}\n`;
  const file = { name: 'post.mbox', mimeType: 'application/mbox', buffer: Buffer.from(letter) };
  const { request } = page;
  const origin = new URL(page.url()).origin;
  const { uploadId } = await (await request.post('/api/uploads', { multipart: { file }, headers: { origin } })).json();
  const { id } = await (await request.post('/api/imports', { data: { uploadId, fileName: file.name } })).json();
  const reach = async (status: string) => {
    await expect.poll(async () => (await (await request.get(`/api/imports/${id}`)).json()).status).toBe(status);
  };
  await reach('previewed');
  await request.post(`/api/imports/${id}/start`, { data: { ownAddresses: [owner.email] } });
  await reach('done');
}

for (const locale of ['nl', 'en'] as const) {
  const { words, ideas, rules, expect: asking, promises, name, text, thing } = said[locale];

  journey(
    `an idea from the mail to what came of it, told and thanked, on the page of who gave it (${locale})`,
    async (start) => {
      const { page } = start;
      await signIn(start, locale);
      await bringMail(page, locale);
      await page.goto('/proposals');
      const proposed = page.getByRole('listitem').filter({ hasText: text });
      await proposed.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.proposals.accepted.idea)).toBeVisible();

      await page.goto('/ideas');
      const row = page.getByRole('listitem').filter({ hasText: text });
      await expect(row).toContainText(ideas.from(name));
      await chooseFromMenu(page, row.getByRole('button', { name: ideas.moreOf(text) }), ideas.statuses.doing);
      await row.getByRole('button', { name: ideas.deliverOf(text) }).click();
      await row.getByLabel(ideas.thing).fill(thing);
      await page.keyboard.press('Enter');
      await expect(page.getByText(ideas.did.delivered(thing, name))).toBeVisible();
      await row.getByRole('button', { name: ideas.tellOf(name) }).click();
      await expect(row).not.toContainText(ideas.steps.untold);
      await row.getByRole('button', { name: ideas.thankOf(name) }).click();
      await expect(row).not.toContainText(ideas.steps.unthanked);
      await row.getByRole('button', { name: ideas.how }).click();
      await expect(row).toContainText(ideas.evidence.once);
      await page.keyboard.press('Control+z');
      await expect(row).toContainText(ideas.steps.unthanked);
      await assertAccessible(page);

      await row.getByRole('link', { name: thing }).click();
      await page.getByRole('heading', { level: 1, name: thing }).waitFor();
      await expect(page.getByText(ideas.thingLead(name)).first()).toBeVisible();
      await page.getByRole('link', { name: ideas.from(name) }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await expect(page.getByRole('region', { name: ideas.section })).toContainText(thing);
      await page.setViewportSize({ width: 390, height: 844 });
      await assertAccessible(page);
      await assertFitsWidth(page);
      await page.getByRole('tab', { name: words.relation.tabs.timeline }).click();
      await expect(page.getByRole('tabpanel')).toContainText(`${thing} ${words.timeline.idea.what(name)}`);
    },
  );

  journey(`three questions, a rule of the house, and a promise kept that begins a mail (${locale})`, async (start) => {
    const { page } = start;
    await signIn(start, locale);
    const { items } = await (await page.request.get('/api/parties?q=Hotel%20Marktzicht')).json();
    const partyId = items[0].id;
    const origin = new URL(page.url()).origin;
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    const promise = { partyId, owedBy: 'ours', text: `Molen ${locale}`, dueAt };
    await page.request.post('/api/promises', { data: promise, headers: { origin } });
    await page.goto(`/relations/${partyId}?tab=ledger`);
    const section = page.getByRole('region', { name: asking.title });
    await expect(section).toContainText('Het ontbijt begint nu om zes uur.');
    await section.getByRole('button', { name: asking.askAgain }).click();
    await page.getByLabel(asking.questions.ofUs).fill(`Rust ${locale}`);
    await page.getByRole('button', { name: asking.save }).click();
    await expect(section).toContainText(`Rust ${locale}`);
    await page.keyboard.press('Control+z');
    await expect(section).not.toContainText(`Rust ${locale}`);
    const owed = page.getByRole('region', { name: words.relation.owedTitle });
    const line = owed.getByRole('listitem').filter({ hasText: `Molen ${locale}` });
    await line.getByRole('button', { name: words.relation.kept, exact: true }).click();
    await expect(owed).toContainText(promises.kept(`Molen ${locale}`));
    await expect(owed.getByRole('button', { name: promises.write })).toBeVisible();
    await assertAccessible(page);

    await page.goto('/settings/rules');
    await expect(page.getByText(rules.went(1, 2))).toBeVisible();
    await page.getByRole('button', { name: rules.show }).click();
    await expect(page.getByRole('link', { name: 'Atelier Pothuys' })).toBeVisible();
    await page.getByRole('button', { name: rules.add }).click();
    await page.getByLabel(rules.form.act, { exact: true }).fill(`Bloemen ${locale}`);
    await page.getByRole('button', { name: words.records.yes, exact: true }).click();
    await expect(page.getByText(`Bloemen ${locale}`)).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await assertAccessible(page);
    await assertFitsWidth(page);
    await page.getByRole('button', { name: rules.remove(`Bloemen ${locale}`) }).click();
    await expect(page.getByText(rules.notYet)).toHaveCount(1);
  });
}
